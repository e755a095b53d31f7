import { type AnswerReader, saidFigure } from '../../answer/index.js';
import { unitInShort, type Voice, type WhatIfInput } from '../../document/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import { type Formula, numberNode } from '../../formula/index.js';
import { type Amount, amount, formatAmount, PURE_NUMBER, type Unit } from '../../number/index.js';

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

/** What stands in a field. */
export type TypedFigure =
  | { readonly kind: 'empty' }
  /** `note` tells how it was understood, where that does not go without saying. */
  | { readonly kind: 'figure'; readonly value: Amount; readonly note: string }
  | { readonly kind: 'problem'; readonly problem: string };

/** The figure that a reader typed, in the unit of the input; a field for per cent reads `20` and `20%` alike. */
export function readField(text: string, { percent }: WhatIfInput, unit: Unit, voice: Voice, readAnswer: AnswerReader): TypedFigure {
  const short = (shown: string) => (percent ? '%' : unitInShort(unit, shown, voice));
  const said = [short('1'), short('2')];
  const found = readAnswer(text, percent ? 'percent' : unit.key);
  switch (found.kind) {
    case 'empty':
      return found;
    case 'refused':
      return { kind: 'problem', problem: voice.say(`refused-${found.reason}`, { text: found.text }) };
    case 'other-unit':
      return { kind: 'problem', problem: voice.say('panel-other-unit', { unit: said[1] || voice.say('pure-number') }) };
    case 'figure': {
      const figure = saidFigure(found, said);
      const note = figure === undefined ? '' : voice.say('check-read-as', { figure });
      return { kind: 'figure', value: percent ? found.value.dividedBy(HUNDRED) : found.value, note };
    }
  }
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
