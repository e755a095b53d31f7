import type { DeskLanguage } from '../../words/words.js';
import type { DroppedFile, NoClass } from '../mark/open-class.js';
import type { SetView } from '../service/service.js';
import { sayIn } from '../words/words.js';
import { DropZone } from './drop-zone.js';

export interface SetPartProps {
  readonly language: DeskLanguage;
  readonly set: SetView | undefined;
  readonly none: NoClass | undefined;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  readonly onOther: () => void;
}

/** The set that is marked: what it is, and whether it is as it was made. */
export function SetPart({ language, set, none, onFiles, onOther }: SetPartProps) {
  const say = sayIn(language);
  return (
    <section class="part" aria-labelledby="set-head">
      <h2 id="set-head">{say('set-head')}</h2>
      {set === undefined ? (
        <>
          <DropZone language={language} label={say('set-drop')} note={say('set-drop-note')} accept=".zip,.json" onFiles={onFiles} />
          <div aria-live="polite">{none !== undefined && <p class="bad">{noneText(language, none)}</p>}</div>
        </>
      ) : (
        <>
          <p class="taken">
            <strong>{say('set-open', { seed: set.seed, students: set.students.length, answers: set.columns.length })}</strong>
            <button type="button" onClick={onOther}>
              {say('set-other')}
            </button>
          </p>
          {!set.isWhole ? <p class="quiet">{say('set-key-only')}</p> : set.changed.length === 0 && <p class="quiet">{say('set-sound')}</p>}
          {set.changed.length > 0 && <p class="bad">{say('set-changed', { files: changedNames(set.changed) })}</p>}
          {set.hasForeignRemarks && <p class="bad">{say('set-foreign')}</p>}
          {!set.carriesErrors && <p class="bad">{say('set-no-carry')}</p>}
        </>
      )}
    </section>
  );
}

const MOST_NAMED = 5;

function changedNames(changed: readonly string[]): string {
  return `${changed.slice(0, MOST_NAMED).join(', ')}${changed.length > MOST_NAMED ? ' …' : ''}`;
}

function noneText(language: DeskLanguage, none: NoClass): string {
  return sayIn(language)(`none-${none.why}`, { file: 'file' in none ? none.file : '' });
}
