import { comesOut, type Task } from '../../chapter/index.js';
import type { Unit } from '../../number/index.js';
import { impossible, type Making } from '../answer/making.js';
import { figures, type NumericAnswer } from '../model/answer.js';
import { claimAnswer, findClaim } from './claim-answer.js';
import type { ExerciseKind } from './kind.js';
import { findExample } from './named.js';

/** A cell per reading and claim; `fits` says whether that reading yields the printed figure. */
export interface ChooseReadingForm {
  readonly kind: 'choose-reading';
  readonly example: string;
  /** Undefined stands for the plain reading. */
  readonly readings: readonly (string | undefined)[];
  readonly claims: readonly {
    readonly claim: string;
    readonly printedText: string;
    readonly unit: Unit;
    readonly cells: readonly { readonly answer?: NumericAnswer; readonly fits: boolean }[];
  }[];
  /** Places in `readings` of those under which every claim fits; empty when none does. */
  readonly fitting: readonly number[];
}

/** Each printed figure under the plain and every declared reading: which readings make all of them come out? */
export const chooseReading = {
  make: makeChooseReading,
  written: ({ claims }) => figures(claims.flatMap(({ cells }) => cells.flatMap(({ answer }) => answer ?? []))),
} satisfies ExerciseKind<Task<'choose-reading'>, ChooseReadingForm>;

function makeChooseReading(task: Task<'choose-reading'>, making: Making): ChooseReadingForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  const readings: readonly (string | undefined)[] = [undefined, ...example.example.readings.map(({ name }) => name)];
  if (readings.length < 2) return impossible(making, `names example \`${task.example.value}\`, which declares no \`readings:\``);
  const claims = task.claims.map((name) => {
    const found = findClaim(task.example.value, name, making);
    if (found === undefined) return undefined;
    if (found.claim.content.kind !== 'figure') {
      return impossible(making, `compares readings by \`${name.value}\`, which prints no figure`, 'Name claims with `printed:`.');
    }
    const cells = readings.map((reading, index) => {
      // The other readings stand in the columns beside it.
      const answer = claimAnswer(found, `${making.spec.name}.${name.value}.${index + 1}`, reading, making);
      const read = found.readings.find((one) => one.reading === reading);
      const fits = reading === undefined ? comesOut(found.verdict) : read !== undefined && comesOut(read.verdict) && read.keepsStory;
      return {
        fits,
        ...(answer === undefined ? {} : { answer: { ...answer, otherPaths: [] } }),
      };
    });
    return { claim: name.value, printedText: found.claim.content.text, unit: found.claim.content.printed.unit, cells };
  });
  const made = claims.filter((claim) => claim !== undefined);
  if (made.length < task.claims.length) return undefined;
  return {
    kind: 'choose-reading',
    example: task.example.value,
    readings,
    claims: made,
    fitting: readings.flatMap((_, index) => (made.every(({ cells }) => cells[index]?.fits) ? [index] : [])),
  };
}
