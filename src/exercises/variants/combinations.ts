import type { Vary } from '../../chapter/index.js';
import { type Formula, numberNode } from '../../formula/index.js';
import type { Quantity } from '../../number/index.js';
import { amount } from '../../number/index.js';
import type { VariantGroup } from './groups.js';

/** One figure of a variant: `exit_plan.gift` is 90 yuan. */
export interface VariantFigure {
  readonly example: string;
  readonly name: string;
  readonly value: Quantity;
}

/** What the student's numbers are, in the order of sums.yaml. */
export type Variant = readonly VariantFigure[];

/** Every way to choose one value for each thing that varies, numbered from 0; far more than a class needs are cut off at a billion. */
export interface Combinations {
  readonly count: number;
  at(index: number): Variant;
}

const MOST = 1_000_000_000;

export function combinations({ examples }: VariantGroup): Combinations {
  const dials = examples.flatMap(({ name, vary }) => vary.map((one) => ({ example: name, name: one.name, ...dial(one) })));
  const count = dials.reduce((product, one) => Math.min(MOST, product * one.count), 1);
  return {
    count,
    at: (index) => {
      let rest = index;
      return dials.map(({ example, name, count: values, at }) => {
        const value = at(rest % values);
        rest = Math.floor(rest / values);
        return { example, name, value };
      });
    },
  };
}

/** The values of one figure, numbered from 0. */
function dial({ choices }: Vary): { readonly count: number; readonly at: (index: number) => Quantity } {
  if (choices.kind === 'list') {
    return { count: choices.values.length, at: (index) => choices.values[index] as Quantity };
  }
  const { from, to, step, unit } = choices;
  const count = to.minus(from).dividedBy(step).floor().plus(1).toNumber();
  return { count, at: (index) => ({ amount: from.plus(step.times(amount(index))), unit }) };
}

/** A variant as the definitions that it puts in the place of the chapter's own. */
export function variantChanges(variant: Variant, group: VariantGroup): ReadonlyMap<string, ReadonlyMap<string, Formula>> {
  return new Map(
    group.examples.map(({ name, span }) => {
      const figures = variant.filter((one) => one.example === name);
      return [name, new Map(figures.map((one) => [one.name, numberNode(one.value.amount, one.value.unit, span)]))];
    }),
  );
}
