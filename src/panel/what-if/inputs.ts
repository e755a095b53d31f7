import type { WhatIfInput } from '../../document/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import { type Formula, numberNode } from '../../formula/index.js';
import { type Amount, amount, formatAmount, PURE_NUMBER, readStudentNumber, type Unit } from '../../number/index.js';

const HUNDRED = amount(100);

/** The slider's figures in rising order; empty for an unknown. */
export function sliderFigures({ slider }: WhatIfInput): readonly Amount[] {
  if (slider === undefined) return [];
  if ('values' in slider) return slider.values.map((value) => amount(value));
  const from = amount(slider.from);
  return Array.from({ length: slider.count + 1 }, (_, position) => from.plus(amount(slider.step).times(position)));
}

/** The position whose figure lies nearest; the lower one of two. */
export function nearestPosition(figures: readonly Amount[], value: Amount): number {
  const distances = figures.map((figure) => figure.minus(value).abs());
  return distances.reduce((best, distance, position) => (distance.lessThan(distances[best] as Amount) ? position : best), 0);
}

/** What stands in the field: `20` where the page writes 20%, else the figure itself. */
export function fieldText(value: Amount, { percent }: WhatIfInput): string {
  return formatAmount(percent ? value.times(HUNDRED) : value);
}

/** The figure that a reader typed; a field for per cent reads `20` and `20%` alike. Undefined when it is no number. */
export function readField(text: string, { percent }: WhatIfInput): Amount | undefined {
  const value = readStudentNumber(text);
  if (value === undefined) return undefined;
  return percent && !/[%％‰]/.test(text) ? value.dividedBy(HUNDRED) : value;
}

export function unitOfInput(example: EvaluatedExample | undefined, name: string): Unit {
  return example?.quantities.get(name)?.unit ?? PURE_NUMBER;
}

/** The example with the figures that its reader chose, and whether one of them differs from the page's. */
export function changedExample(
  example: EvaluatedExample,
  inputs: readonly WhatIfInput[],
  chosen: ReadonlyMap<string, Amount>,
): { readonly example: EvaluatedExample; readonly isChanged: boolean } {
  const changes = new Map<string, Formula>();
  for (const { name, start } of inputs) {
    const value = chosen.get(name);
    if (value === undefined || (start !== undefined && value.equals(amount(start)))) continue;
    const span = example.example.span;
    changes.set(name, numberNode(value, unitOfInput(example, name), span));
  }
  return changes.size === 0 ? { example, isChanged: false } : { example: example.withChanges(changes), isChanged: true };
}
