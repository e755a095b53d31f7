import { type DeskWords, filled } from '../words/words.js';
import { exerciseId } from '../work/exercise-id.js';
import type { MadeSheet } from '../work/sums-calls.js';
import type { Change } from './draft.js';

interface ChosenGiven {
  readonly exercises: readonly string[];
  readonly made: MadeSheet | undefined;
  readonly words: DeskWords;
  readonly change: (change: Change) => void;
}

/** The exercises of the sheet in their order, which the teacher changes. */
export function Chosen({ exercises, made, words, change }: ChosenGiven) {
  const blocks = made?.student.chapters.flatMap((chapter) => chapter.blocks) ?? [];
  return (
    <ol class="chosen-list" aria-label={words['on-the-sheet']}>
      {exercises.map((name, index) => {
        const block = blocks.find((one) => one.kind === 'exercise' && one.exercise.id === exerciseId(name));
        const exercise = block?.kind === 'exercise' ? block.exercise : undefined;
        const said = { number: index + 1 };
        return (
          <li key={name}>
            <span class="square" aria-hidden="true">
              {index + 1}
            </span>
            <span class="what">
              {exercise?.kindWord ?? name} <span class="quiet">{exercise?.marks}</span>
            </span>
            <button
              type="button"
              class="plain"
              disabled={index === 0}
              aria-label={filled(words['move-up'], said)}
              onClick={() => change({ kind: 'move', exercise: name, by: -1 })}
            >
              ↑
            </button>
            <button
              type="button"
              class="plain"
              disabled={index === exercises.length - 1}
              aria-label={filled(words['move-down'], said)}
              onClick={() => change({ kind: 'move', exercise: name, by: 1 })}
            >
              ↓
            </button>
            <button
              type="button"
              class="plain"
              aria-label={filled(words['take-away'], said)}
              onClick={() => change({ kind: 'toggle', exercise: name })}
            >
              ×
            </button>
          </li>
        );
      })}
    </ol>
  );
}
