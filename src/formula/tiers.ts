import type { Amount } from '../number/index.js';
import type { Span } from '../source/index.js';
import { fail } from './failure.js';
import type { BinaryOperator, FigureCall, Formula, NumberNode } from './nodes.js';

/** `marginal`: each rate is for what lies in its tier. `whole`: the rate of the tier that is reached is for all of it. */
export const TIER_FUNCTIONS = ['marginal', 'whole'] as const;

export type TierFunction = (typeof TIER_FUNCTIONS)[number];

/** A call, with the name of its table where it has one. */
export interface TierCall {
  readonly name: TierFunction;
  readonly table?: string;
}

/** By the name of a table of tiers its rates with a border between each two; none where the table could not be read. */
export type TierTables = ReadonlyMap<string, readonly Formula[]>;

/** Makes a node of the tree; the parser keeps count of how deep it is. */
type Make = (formula: Formula, parts: readonly Formula[]) => Formula;

/** A tier: its rate, and the border at which it ends; the last has none. */
interface Tier {
  readonly rate: Formula;
  readonly end?: NumberNode;
}

/**
 * `marginal(spent, 0.8%, 500 yuan, 0.5%)` as the formula that it stands for: what lies below each border by the rate before it, the rest
 * by the last rate. `whole(…)` takes all of it by the rate of the tier that it reaches; who stands on a border has reached the next tier.
 */
export function tierFormula({ name, table }: TierCall, written: readonly Formula[], span: Span, make: Make): Formula {
  const [figure, ...rest] = written;
  if (figure === undefined || rest.length < MIN_PARTS || rest.length % 2 === 0) {
    return fail('formula-syntax', span, `\`${name}\` takes a figure, then rates with a border between each two.`, usage(name));
  }
  const tiers = rest.flatMap((rate, index): readonly Tier[] =>
    index % 2 === 1 ? [] : [index + 1 < rest.length ? { rate, end: borderOf(rest[index + 1] as Formula, name) } : { rate }],
  );
  refuseUnsorted(tiers);
  const join = (operator: BinaryOperator, left: Formula, right: Formula) =>
    make({ kind: 'binary', operator, left, right, span }, [left, right]);
  const pay = (index: number) => (name === 'whole' ? join('*', figure, rateAt(tiers, index)) : sumUpTo(figure, tiers, index, join));
  return chosen(figure, tiers, 0, pay, { join, make, span, ...(table === undefined ? {} : { label: { function: name, table } }) });
}

/** A rate, a border and a rate. */
const MIN_PARTS = 3;

type Join = (operator: BinaryOperator, left: Formula, right: Formula) => Formula;

/** The first tier whose end lies above the figure, or the last one. */
function chosen(
  figure: Formula,
  tiers: readonly Tier[],
  index: number,
  pay: (index: number) => Formula,
  making: { readonly join: Join; readonly make: Make; readonly span: Span; readonly label?: NonNullable<FigureCall['tiers']> },
): Formula {
  const end = tiers[index]?.end;
  if (end === undefined) return pay(index);
  const parts = [making.join('<', figure, end), pay(index), chosen(figure, tiers, index + 1, pay, making)];
  const label = index === 0 && making.label !== undefined ? { tiers: making.label } : {};
  return making.make({ kind: 'call', function: 'if', arguments: parts, ...label, span: making.span }, parts);
}

/** All tiers below tier `index` in full, and what of the figure lies in it. */
function sumUpTo(figure: Formula, tiers: readonly Tier[], index: number, join: Join): Formula {
  const slices = tiers.slice(0, index + 1).map(({ rate, end }, at) => {
    const [top, bottom] = [at === index ? figure : end, tiers[at - 1]?.end];
    const inside = bottom === undefined ? top : join('-', top as Formula, bottom);
    return join('*', inside as Formula, rate);
  });
  return slices.reduce((sum, slice) => join('+', sum, slice));
}

function rateAt(tiers: readonly Tier[], index: number): Formula {
  return (tiers[index] as Tier).rate;
}

function borderOf(formula: Formula, name: TierFunction): NumberNode {
  if (formula.kind === 'number') return formula;
  return fail('formula-syntax', formula.span, 'The border between two tiers is written as a number.', usage(name));
}

function refuseUnsorted(tiers: readonly Tier[]): void {
  let above: Amount | undefined;
  for (const { end } of tiers) {
    if (end === undefined) return;
    if (above?.greaterThanOrEqualTo(end.amount)) {
      fail('formula-syntax', end.span, 'The borders between tiers do not rise.', 'Name the tiers from the lowest to the highest.');
    }
    above = end.amount;
  }
}

function usage(name: TierFunction): string {
  return `Write \`${name}(spent, 0.8%, 500 yuan, 0.5%)\`: 0.8% below 500 yuan, 0.5% from there on; or name a given with \`tiers:\`.`;
}
