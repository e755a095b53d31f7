import type { Claim } from '../chapter/index.js';
import type { EvaluatedExample } from '../evaluate/index.js';
import { type Formula, numberNode, printFormula } from '../formula/index.js';
import { type Amount, amount } from '../number/index.js';
import { type Judgement, judge } from './judge.js';
import type { ClaimInput } from './results.js';

const MORE = amount('1.01');
/** What forty digits leave of a difference. */
const NOTHING = amount('1e-30');

/**
 * Whether a claim that comes out prints an input and no result. Of a figure: it equals one given and follows that given alone, in whatever
 * formula (`share = part / whole` where `part = whole * share`). Of a comparison: both sides are the same quantity, through names alone.
 */
export function onlyStates(claim: Claim, { computed }: Judgement, inputs: readonly ClaimInput[], example: EvaluatedExample): boolean {
  const { content } = claim;
  if (content.kind === 'statement') return comparesWithItself(content.says, example);
  if (computed === undefined) return false;
  const own = inputs.filter((input) => input.kind !== 'unstated' && input.example === example.example.name && input.value !== undefined);
  return own.some((input) => isScaled(input, computed) && followsAlone(input, computed, claim, inputs, example));
}

/** The figure is that of the input, or a hundred times it: 40 % printed as 40 percent. */
function isScaled({ value }: ClaimInput, computed: Amount): boolean {
  return value !== undefined && [value.amount, value.amount.times(100)].some((one) => isNear(one, computed)) && !computed.isZero();
}

/** One per cent more of the input is one per cent more of the figure, and more of all the others changes nothing. */
function followsAlone(
  input: ClaimInput,
  computed: Amount,
  claim: Claim,
  inputs: readonly ClaimInput[],
  example: EvaluatedExample,
): boolean {
  const after = (changed: readonly ClaimInput[]) => {
    const span = example.example.span;
    const changes = changed.flatMap(({ name, value }) =>
      value === undefined ? [] : [[name, numberNode(value.amount.times(MORE), value.unit, span)] as const],
    );
    return judge(claim, example.withChanges(new Map<string, Formula>(changes))).computed;
  };
  const others = inputs.filter((one) => one !== input);
  // Whether it follows figures of another example cannot be seen from here.
  if (others.some((one) => one.example !== example.example.name)) return false;
  const [alone, without] = [after([input]), others.length === 0 ? computed : after(others)];
  return alone !== undefined && without !== undefined && isNear(alone, computed.times(MORE)) && isNear(without, computed);
}

function isNear(one: Amount, other: Amount): boolean {
  return one.minus(other).abs().lessThanOrEqualTo(other.abs().times(NOTHING));
}

function comparesWithItself(says: Formula, example: EvaluatedExample): boolean {
  if (says.kind !== 'binary' || ['and', 'or'].includes(says.operator)) return false;
  return printFormula(throughNames(says.left, example)) === printFormula(throughNames(says.right, example));
}

/** A name that is defined as another name is that one. */
function throughNames(formula: Formula, example: EvaluatedExample): Formula {
  if (formula.kind !== 'name' || (formula.example !== undefined && formula.example !== example.example.name)) return formula;
  const quantity = example.quantities.get(formula.name);
  const next = quantity?.role === 'step' ? quantity.formula : undefined;
  const { example: _own, ...bare } = formula;
  return next?.kind === 'name' ? throughNames(next, example) : bare;
}
