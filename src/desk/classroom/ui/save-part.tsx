import { tellFailure } from '../../told/tell-failure.js';
import { saveFile } from '../../ui/download.js';
import { useState } from '../../ui/preact.js';
import type { DeskLanguage } from '../../words/words.js';
import type { SetView, Typed } from '../service/service.js';
import { sayIn } from '../words/words.js';
import type { Room, Unsaved } from './room.js';

export interface SavePartProps {
  readonly language: DeskLanguage;
  readonly room: Room;
  readonly set: SetView;
  readonly typed: Typed;
  readonly hasResults: boolean;
  readonly hasDecisions: boolean;
  /** Told of what is safe now. */
  readonly onSaved: (safe: readonly Unsaved[]) => void;
}

const GRADEBOOKS = ['moodle', 'canvas', 'list'] as const;

/** Everything that can be kept, as files. */
export function SavePart({ language, room: { service }, set, typed, hasResults, hasDecisions, onSaved }: SavePartProps) {
  const say = sayIn(language);
  const [told, setTold] = useState('');
  const saving =
    (work: () => Promise<{ readonly name: string; readonly bytes: string | Uint8Array }>, safe: readonly Unsaved[] = []) =>
    async () => {
      try {
        const { name, bytes } = await work();
        saveFile(name, bytes);
        setTold(say('saved-as', { name }));
        onSaved(safe);
      } catch (thrown) {
        setTold(tellFailure(thrown, language));
      }
    };
  const gradebook = (name: string) =>
    saving(async () => {
      const { files } = await service.resultFiles(typed, language);
      const path = `gradebook-${name}.csv`;
      return { name: path, bytes: files.find((file) => file.path === path)?.content ?? '' };
    });
  return (
    <section class="part" aria-labelledby="save-head">
      <h2 id="save-head">{say('save-head')}</h2>
      <p class="buttons">
        <button
          type="button"
          class="main"
          disabled={!hasResults}
          onClick={saving(async () => (await service.resultFiles(typed, language)).zip)}
        >
          {say('save-results')}
        </button>
        {GRADEBOOKS.map((name) => (
          <button key={name} type="button" disabled={!hasResults} onClick={gradebook(name)}>
            {say(`save-${name}`)}
          </button>
        ))}
        <button type="button" disabled={typed.size === 0} onClick={saving(() => service.answersFile(typed), ['answers'])}>
          {say('save-answers')}
        </button>
        <button
          type="button"
          disabled={!set.isWhole && !hasDecisions}
          onClick={saving(() => service.savedSet(typed), set.isWhole ? ['answers', 'decisions'] : ['decisions'])}
        >
          {say(set.isWhole ? 'save-set' : 'save-remarks')}
        </button>
      </p>
      <p role="status">{told}</p>
      <p class="quiet">{say('save-note')}</p>
    </section>
  );
}
