import type { EvaluatedExample } from '../../../evaluate/index.js';
import { type Formula, numberNode } from '../../../formula/index.js';
import { type Amount, amount, type Quantity, roundHalfUp } from '../../../number/index.js';
import type { DraftLine } from '../chapter/draft.js';
import { isGiven, isStep } from '../chapter/sums.js';
import type { Study } from '../judge/study.js';

/** A line with the figure that the engine has for it. */
export interface Valued {
  readonly line: DraftLine;
  readonly value: Quantity;
}

/** Worked lines with a figure that takes at least one step of arithmetic, in the order of the table. */
export function workedLines({ draft }: Study, example: EvaluatedExample): readonly (Valued & { readonly tree: Formula })[] {
  return draft.lines.filter(isStep).flatMap((line) => {
    const value = example.quantities.get(line.key)?.value;
    const tree = line.formula?.tree;
    return typeof value !== 'object' || tree === undefined || tree.kind === 'name' || tree.kind === 'number' ? [] : [{ line, value, tree }];
  });
}

/** The worked lines that a learner can do by hand: no round stands behind them. */
export function byHand<T extends Valued>(worked: readonly T[], { draft }: Study): readonly T[] {
  const uses = (key: string) => draft.lines.find((line) => line.key === key)?.formula?.translated.uses ?? [];
  const columns = new Set(draft.columns.map(({ key }) => key));
  const reaches = (key: string, seen: ReadonlySet<string>): boolean =>
    columns.has(key) || (!seen.has(key) && uses(key).some((used) => reaches(used, new Set([...seen, key]))));
  return worked.filter(({ line }) => !reaches(line.key, new Set()));
}

export function givenLines({ draft }: Study, example: EvaluatedExample): readonly Valued[] {
  return draft.lines.filter(isGiven).flatMap((line) => {
    const value = example.quantities.get(line.key)?.value;
    return typeof value !== 'object' || value.amount.isZero() ? [] : [{ line, value }];
  });
}

/** A figure as a formula of sums.yaml: `250 yuan/unit_1`, `2.5%` for a share that was typed so. */
export function written({ line, value }: Valued, changed: Amount): string {
  const isPercent = line.figure.kind === 'figure' && line.figure.number.endsWith('%');
  const digits = (isPercent ? changed.times(amount('100')) : changed).toSignificantDigits(12).toFixed();
  return digits + (isPercent ? '%' : '') + unitText(value);
}

/** The unit behind a number in a formula. */
export function unitText({ unit }: Quantity): string {
  if (unit.key === '') return '';
  return unit.key.startsWith('1/') ? unit.key.slice(1) : ` ${unit.key}`;
}

const FACTORS = ['1.2', '0.8', '1.5', '0.5', '2', '3'].map(amount);

/**
 * Other values of a given, nearby and as round as it is: whole numbers stay whole, a share stays below one, and nothing that is worked out
 * turns to nothing or below.
 */
export function otherValues(given: Valued, worked: readonly Valued[], example: EvaluatedExample): readonly Amount[] {
  const { line, value } = given;
  const isShare = line.figure.kind === 'figure' && line.figure.number.endsWith('%');
  const places = Math.max(0, value.amount.decimalPlaces());
  const found = FACTORS.map((factor) => value.amount.times(factor)).filter((one) => {
    const isRound = roundHalfUp(one, places).equals(one);
    const isWhole = isShare && value.amount.lessThanOrEqualTo(amount('1')) && one.greaterThan(amount('1'));
    return isRound && !isWhole && staysAlive(line.key, { ...value, amount: one }, worked, example);
  });
  return found;
}

/** True where every worked line that is above zero stays there with another figure of one line. */
export function staysAlive(
  key: string,
  { amount: changed, unit }: Quantity,
  worked: readonly Valued[],
  example: EvaluatedExample,
): boolean {
  const other = example.withChanges(new Map([[key, numberNode(changed, unit, example.example.span)]]));
  return worked.every(({ line, value }) => {
    const now = other.quantities.get(line.key)?.value;
    return !isAbove(value.amount) || (typeof now === 'object' && isAbove(now.amount));
  });
}

function isAbove(value: Amount): boolean {
  return value.isPositive() && !value.isZero();
}
