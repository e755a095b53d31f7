import { saveFile } from '../../ui/download.js';
import { Mistakes } from '../../ui/mistakes.js';
import type { DeskLanguage } from '../../words/words.js';
import type { MadeClass } from '../make/make-class.js';
import { sayIn } from '../words/words.js';

export interface Making {
  readonly done: number;
  readonly wanted: number;
}

export type Outcome = MadeClass | { readonly kind: 'fault'; readonly text: string };

export interface MakePartProps {
  readonly language: DeskLanguage;
  readonly students: number;
  readonly making: Making | undefined;
  readonly outcome: Outcome | undefined;
  /** Why nothing can be made yet; empty when it can. */
  readonly lacks: string;
  readonly onMake: () => void;
  readonly onStop: () => void;
  readonly onSaved: () => void;
  readonly onAllowRepeats: () => void;
}

/** Makes the set, tells how far it is, and gives it to be saved. */
export function MakePart(props: MakePartProps) {
  const { language, students, making, outcome, lacks, onMake, onStop } = props;
  const say = sayIn(language);
  return (
    <section class="part" aria-labelledby="make-head">
      <h2 id="make-head">{say('make-head')}</h2>
      {making === undefined ? (
        <p>
          <button type="button" class="main" disabled={lacks !== ''} aria-describedby="make-lacks" onClick={onMake}>
            {students === 0 ? say('make-none') : say('make', { count: students })}
          </button>{' '}
          <span id="make-lacks" class="quiet">
            {lacks}
          </span>
        </p>
      ) : (
        <div class="make-progress">
          <label>
            <span>{making.done < making.wanted || making.wanted === 0 ? say('make-progress', { ...making }) : say('make-finish')}</span>
            <progress max={Math.max(1, making.wanted)} value={making.done} />
          </label>
          <button type="button" onClick={onStop}>
            {say('stop')}
          </button>
        </div>
      )}
      <div aria-live="polite">{making === undefined && outcome !== undefined && <Came {...props} outcome={outcome} />}</div>
    </section>
  );
}

function Came({ language, outcome, onSaved, onAllowRepeats }: MakePartProps & { readonly outcome: Outcome }) {
  const say = sayIn(language);
  switch (outcome.kind) {
    case 'cancelled':
      return <p>{say('stopped')}</p>;
    case 'fault':
      return <p class="bad">{outcome.text}</p>;
    case 'refused': {
      const mistakes = outcome.mistakes.filter(({ severity }) => severity === 'error');
      return (
        <>
          <Mistakes language={language} head={say('make-refused')} mistakes={mistakes} />
          {mistakes.every(({ code }) => code === 'variants-suffice') && (
            <button type="button" onClick={onAllowRepeats}>
              {say('repeats')}
            </button>
          )}
        </>
      );
    }
    case 'made': {
      const { name, zip, handouts, warnings } = outcome;
      const size = (zip.length / 1e6).toFixed(1);
      return (
        <div class="made">
          <p>
            <strong>{say('made', { count: handouts })}</strong>
          </p>
          <p>
            <button
              type="button"
              class="main"
              onClick={() => {
                saveFile(name, zip);
                onSaved();
              }}
            >
              {say('made-save', { name })}
            </button>{' '}
            <span class="quiet">{say('made-size', { size })}</span>
          </p>
          {warnings.length > 0 && <Mistakes language={language} head={say('make-warned')} mistakes={warnings} />}
          <p>{say('made-holds')}</p>
          <p>
            {say('made-keep')} <a href={`#/${language}/marking`}>{say('made-mark')}</a>
          </p>
        </div>
      );
    }
  }
}
