import type { ExerciseSpec } from '../../chapter/index.js';
import { type Amount, contains, formatAmount, intervalAround, type Quantity, roundHalfUp, sameUnit } from '../../number/index.js';
import type { NumericAnswer } from '../model/exercise.js';
import type { Making, WorkedFigure } from './numeric-answer.js';

type Wrong = NumericAnswer['misconceptions'][number];
type Misconception = ExerciseSpec['misconceptions'][number];

/** Kinds whose answers are few enough that a wrong figure can be met with advice. */
export const KINDS_WITH_MISCONCEPTIONS: ReadonlySet<string> = new Set(['compute', 'complete', 'estimate', 'choose']);

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
  report({
    code: 'distinct-options',
    severity: 'error',
    message: `In exercise \`${spec.name}\`, misconception ${code.value} gives ${formatAmount(wrong)}, which cannot be told from ${other}.`,
    span: code.span,
    hint: 'Change a given so that the two differ, or leave this misconception out.',
  });
}

function reportUnit({ code }: Misconception, wrong: Quantity, figures: readonly WorkedFigure[], { spec, report }: Making): void {
  const asked = [...new Set(figures.map(({ exact }) => exact.unit.key || 'a pure number'))].join(', ');
  report({
    code: 'units-balance',
    severity: 'error',
    message: `In exercise \`${spec.name}\`, misconception ${code.value} is in ${wrong.unit.key || 'a pure number'}; the exercise asks for ${asked}.`,
    span: code.span,
    hint: 'Write the wrong figure in the unit of the right one.',
  });
}

/** A formula that failed was reported when it was evaluated; an unknown or a condition was not. */
function reportNoValue({ code, formula }: Misconception, value: boolean | undefined, { chapter, spec, report }: Making): void {
  const unknown = chapter.exampleOf(formula)?.missingFor(formula) ?? [];
  if (value === undefined && unknown.length === 0) return;
  const why = value === undefined ? `has no value: ${unknown.map((name) => `\`${name}\``).join(', ')} unknown` : 'is a condition';
  report({
    code: 'answer-is-figure',
    severity: 'error',
    message: `Misconception ${code.value} of exercise \`${spec.name}\` ${why}.`,
    span: code.span,
    hint: 'Give a formula that yields the wrong figure.',
  });
}
