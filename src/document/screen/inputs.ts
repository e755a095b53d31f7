import type { Given } from '../../chapter/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import { visitFormula } from '../../formula/index.js';
import { type Amount, amount, isDate, maximum, ONE } from '../../number/index.js';
import type { WhatIfInput } from '../tree/what-if-plan.js';
import { hasPercentSign } from '../wording/figures.js';

/** The givens and unstated inputs that a reader may change, with the positions of their sliders. Those worked out from others are steps. */
export function whatIfInputs(evaluated: EvaluatedExample): readonly WhatIfInput[] {
  const { givens, unstated } = evaluated.example;
  return [...givens, ...unstated].filter(isFree).map((given) => whatIfInput(given, evaluated));
}

/** A slider of dates would be one of days since a day that nobody knows. */
function isFree({ formula }: Given): boolean {
  let free = formula?.kind !== 'number' || !isDate(formula.unit);
  if (formula !== undefined) {
    visitFormula(formula, (node) => {
      if (node.kind === 'name' || node.kind === 'cell' || node.kind === 'before' || node.kind === 'first' || node.kind === 'count')
        free = false;
    });
  }
  return free;
}

function whatIfInput(given: Given, evaluated: EvaluatedExample): WhatIfInput {
  const { name } = given;
  const percent = hasPercentSign(given);
  const value = evaluated.quantities.get(name)?.value;
  if (typeof value !== 'object') return { name, percent };
  const start = value.amount;
  // A share moves freely on a screen; the few shares that a practice sheet may draw are chosen for its numbers.
  const varied = percent ? undefined : evaluated.example.vary.find((one) => one.name === name)?.choices;
  if (varied?.kind === 'list') {
    const values = [start, ...varied.values.map((one) => one.amount)].sort((a, b) => a.comparedTo(b));
    return { name, percent, start: start.toFixed(), slider: { values: [...new Set(values.map((one) => one.toFixed()))] } };
  }
  const range = varied ?? sensibleRange(start, percent, () => largestAlike(name, evaluated));
  return { name, percent, start: start.toFixed(), slider: positions(range, start) };
}

interface Range {
  readonly from: Amount;
  readonly to: Amount;
  readonly step: Amount;
}

/**
 * Shares run from 0 to 1; another figure from about a tenth of itself to three times itself, in steps of its leading digit's tenth:
 * 1000 in steps of 100, 10.71 in steps of 1. Nothing to start from: up to the largest figure in the same unit.
 */
function sensibleRange(start: Amount, percent: boolean, alike: () => Amount): Range {
  if (percent && start.abs().lessThanOrEqualTo(ONE)) {
    const step = amount('0.01');
    return { from: amount(0), to: ONE, step: start.dividedBy(step).isInteger() ? step : amount(10).pow(-start.decimalPlaces()) };
  }
  if (start.isZero()) {
    const most = alike();
    const step = amount(10).pow(most.e - 1);
    return { from: amount(0), to: most, step };
  }
  const size = start.abs();
  const step = amount(10).pow(size.e - 1);
  const down = size.dividedBy(step).ceil().minus(1).times(step);
  const up = size.dividedBy(step).ceil().times(2).times(step);
  return start.isNegative() ? { from: start.minus(up), to: start.plus(down), step } : { from: start.minus(down), to: start.plus(up), step };
}

function largestAlike(name: string, evaluated: EvaluatedExample): Amount {
  const unit = evaluated.quantities.get(name)?.unit.key;
  const alike = [...evaluated.quantities.values()].flatMap(({ value }) =>
    typeof value === 'object' && value.unit.key === unit ? [value.amount.abs()] : [],
  );
  const most = maximum([amount(0), ...alike]);
  return most.isZero() ? amount(10) : most;
}

/** More positions than a slider can tell apart are thinned to whole multiples of the step. */
const MOST_POSITIONS = 400;

function positions({ from, to, step }: Range, start: Amount): NonNullable<WhatIfInput['slider']> {
  const count = to.minus(from).dividedBy(step).floor().toNumber();
  const every = Math.max(1, Math.ceil(count / MOST_POSITIONS));
  const wide = step.times(every);
  const offset = start.minus(from).modulo(wide);
  const isPosition = offset.isZero() && start.greaterThanOrEqualTo(from) && start.lessThanOrEqualTo(to);
  if (every === 1 && !isPosition) {
    // Practice sheets may vary beside the page's own figure, which has its place among their steps here.
    const values = [start, ...Array.from({ length: count + 1 }, (_, position) => from.plus(step.times(position)))];
    return { values: values.sort((a, b) => a.comparedTo(b)).map((one) => one.toFixed()) };
  }
  const first = from.plus(offset);
  return { from: first.toFixed(), step: wide.toFixed(), count: to.minus(first).dividedBy(wide).floor().toNumber() };
}
