import type { ExerciseSpec } from '../../chapter/index.js';
import {
  type Amount,
  contains,
  formatAmount,
  type Interval,
  intervalAround,
  type Quantity,
  roundHalfUp,
  sameUnit,
} from '../../number/index.js';
import type { NumericAnswer } from '../model/answer.js';
import type { Making } from './making.js';

type Wrong = NumericAnswer['misconceptions'][number];
type Misconception = ExerciseSpec['misconceptions'][number];

/** A figure that is worked out, before it is compared with wrong ones. */
export interface WorkedFigure {
  readonly exact: Quantity;
  readonly places: number;
  readonly shown: Amount;
}

/**
 * The wrong figures of each answer, in the order of `figures`. A misconception belongs to every answer in its unit that it can be told
 * from. Reported: one that cannot be told from any of them, one in the unit of none, and two that show as the same figure.
 */
export function wrongFigures(figures: readonly WorkedFigure[], making: Making): readonly (readonly Wrong[])[] {
  const found = figures.map((): Wrong[] => []);
  for (const misconception of making.spec.misconceptions) {
    const wrong = making.chapter.valueOf(misconception.formula);
    if (typeof wrong === 'object') assign(misconception, wrong, figures, found, making);
    else reportNoValue(misconception, wrong, making);
  }
  return found;
}

/** What a student writes who is wrong in one way: the wrong figure, rounded as asked, and half a unit of its last place on either side. */
export function misconceptionInterval(value: Amount, places: number): Interval {
  return intervalAround(roundHalfUp(value, places), places);
}

function assign(one: Misconception, wrong: Quantity, figures: readonly WorkedFigure[], found: readonly Wrong[][], making: Making): void {
  const alike = [...figures.entries()].filter(([, { exact }]) => sameUnit(exact.unit, wrong.unit));
  const apart = alike.filter(([, figure]) => isApart(wrong.amount, figure));
  const right = alike[0]?.[1];
  if (right === undefined) reportUnit(one, wrong, figures, making);
  else if (apart.length === 0) reportTwin(one, wrong.amount, `the right figure ${formatAmount(right.shown, right.places)}`, making);
  const twins = apart.flatMap(([index, { places }]) => {
    const shown = roundHalfUp(wrong.amount, places);
    return found[index]?.filter(({ value }) => roundHalfUp(value, places).equals(shown)) ?? [];
  });
  const [twin] = twins;
  if (twin !== undefined) reportTwin(one, wrong.amount, `the ${formatAmount(twin.value)} of ${twin.code}`, making);
  else for (const [index] of apart) found[index]?.push({ code: one.code.value, value: wrong.amount });
}

/** True when a student who is wrong in this way writes a figure that does not count as right. */
function isApart(wrong: Amount, { shown, places }: WorkedFigure): boolean {
  const narrow = intervalAround(shown, places);
  return !contains(narrow, wrong) && !contains(narrow, roundHalfUp(wrong, places));
}

function reportTwin({ code }: Misconception, wrong: Amount, other: string, { spec, report }: Making): void {
  report(
    'distinct-options',
    code.span,
    `In exercise \`${spec.name}\`, misconception ${code.value} gives ${formatAmount(wrong)}, which cannot be told from ${other}.`,
    'Change a given so that the two differ, or leave this misconception out.',
  );
}

function reportUnit({ code }: Misconception, wrong: Quantity, figures: readonly WorkedFigure[], { spec, report }: Making): void {
  const asked = [...new Set(figures.map(({ exact }) => exact.unit.key || 'a pure number'))].join(', ');
  report(
    'units-balance',
    code.span,
    `In exercise \`${spec.name}\`, misconception ${code.value} is in ${wrong.unit.key || 'a pure number'}; the exercise asks for ${asked}.`,
    'Write the wrong figure in the unit of the right one.',
  );
}

/** A formula that failed was reported when it was evaluated; an unknown or a condition was not. */
function reportNoValue({ code, formula }: Misconception, value: boolean | undefined, { chapter, spec, report }: Making): void {
  const unknown = chapter.exampleOf(formula)?.missingFor(formula) ?? [];
  if (value === undefined && unknown.length === 0) return;
  const why = value === undefined ? `has no value: ${unknown.map((name) => `\`${name}\``).join(', ')} unknown` : 'is a condition';
  report(
    'answer-is-figure',
    code.span,
    `Misconception ${code.value} of exercise \`${spec.name}\` ${why}.`,
    'Give a formula that yields the wrong figure.',
  );
}
