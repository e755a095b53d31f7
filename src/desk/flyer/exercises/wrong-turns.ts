import type { EvaluatedExample } from '../../../evaluate/index.js';
import { type BinaryNode, type Formula, printFormula } from '../../../formula/index.js';
import { type Amount, amount } from '../../../number/index.js';
import { FLYER } from '../chapter/sums.js';
import { unitText, type Valued } from './figures.js';

/** A slip that a learner might make: the code of the misconception, and what is then worked out. */
export interface WrongTurn {
  readonly code: string;
  /** In the names of the example, as `hunt` prints it. */
  readonly formula: string;
  /** In the unit of the right figure. */
  readonly value: Amount;
}

/** Slips in the last step of a line: multiplied where it should be divided, a part left out, takings counted as profit. */
export function wrongTurns({ value }: Valued, tree: Formula, example: EvaluatedExample): readonly WrongTurn[] {
  if (tree.kind !== 'binary') return [];
  return alternatives(tree).flatMap(({ code, formula }) => {
    const found = example.valueOf(formula);
    if (typeof found !== 'object' || !isApart(found.amount, value.amount)) return [];
    return [{ code, formula: printFormula(formula), value: found.amount }];
  });
}

function alternatives(node: BinaryNode): readonly { readonly code: string; readonly formula: Formula }[] {
  const { operator, left, right } = node;
  switch (operator) {
    case '/':
      return [
        { code: 'K2', formula: { ...node, left: right, right: left } },
        { code: 'K2', formula: { ...node, operator: '*' } },
      ];
    case '*':
      return [{ code: 'K2', formula: { ...node, operator: '/' } }];
    case '+':
      return [{ code: 'K4', formula: left }];
    case '-':
      return [{ code: 'K12', formula: left }];
    default:
      return right.kind === 'number' ? [{ code: 'K3', formula: left }] : [];
  }
}

const TEN = amount('10');
const MOST_OPTIONS = 3;

/** Wrong figures beside the right one, by code, as formulas of an exercise: a slip, another quantity of the same unit, ten times as much. */
export function wrongOptions(
  right: Valued,
  tree: Formula,
  others: readonly Valued[],
  example: EvaluatedExample,
): ReadonlyMap<string, string> {
  const found: { code: string; text: string; value: Amount }[] = [];
  const add = (code: string, text: string, value: Amount) => {
    const taken = [right.value.amount, ...found.map((one) => one.value)];
    if (found.length < MOST_OPTIONS && !found.some((one) => one.code === code) && taken.every((one) => isApart(one, value)))
      found.push({ code, text, value });
  };
  const unit = unitText(right.value);
  for (const { code, value } of wrongTurns(right, tree, example)) add(code, value.toSignificantDigits(12).toFixed() + unit, value);
  for (const { line, value } of others) if (value.unit.key === right.value.unit.key) add('K3', `${FLYER}.${line.key}`, value.amount);
  add('K10', `10 * ${FLYER}.${right.line.key}`, right.value.amount.times(TEN));
  add('K1', `${FLYER}.${right.line.key} / 10`, right.value.amount.dividedBy(TEN));
  return new Map(found.map(({ code, text }) => [code, text]));
}

/** Figures that nobody takes for each other after rounding. */
function isApart(one: Amount, other: Amount): boolean {
  const larger = one.abs().greaterThan(other.abs()) ? one.abs() : other.abs();
  return (
    one.isPositive() &&
    one
      .minus(other)
      .abs()
      .greaterThan(larger.times(amount('0.05')))
  );
}
