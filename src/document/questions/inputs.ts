import type { ExampleInputs } from '../../audit/index.js';
import { amount, formatAmount, ZERO } from '../../number/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { figureText, isWrittenAsPercent } from '../wording/figures.js';
import { trimmedSentence } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';

/** How many figures the sums of the chapter are given, and how many nobody printed; copies of an example count once. */
export function inputCounts(voice: Voice): string {
  const all = [...voice.content.evaluated.examples.values()].map(({ example }) => example);
  const examples = all.filter(({ like }) => like === undefined);
  const count = (pick: (example: (typeof examples)[number]) => number) => String(examples.reduce((sum, example) => sum + pick(example), 0));
  return voice.say('inputs-counts', { given: count(({ givens }) => givens.length), unstated: count(({ unstated }) => unstated.length) });
}

function inputFigure(example: string, one: ExampleInputs['unstated'][number], voice: Voice): string {
  if (one.value === undefined) return voice.say('unknown');
  return figureText(one.value, voice, { percent: isWrittenAsPercent(voice.content.evaluated, example, one.name) });
}

export function inputTables(inputs: readonly ExampleInputs[], voice: Voice): readonly Block[] {
  const rows = inputs.flatMap(({ example, unstated }) =>
    unstated.map((one): readonly Cell[] => [
      voice.quantityName(example, one.name),
      inputFigure(example, one, voice),
      voice.list(one.assumptions.map((assumption) => trimmedSentence(voice.assumptionText(example, assumption)))),
    ]),
  );
  const head = [voice.say('input'), voice.say('assumed-value'), voice.say('assumption')];
  const once = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  const unstated = rows.length === 0 ? [] : [table(['start 3', 'end 2', 'start 4'], head, once, { caption: voice.say('table-inputs') })];
  return [...unstated, ...sensitivityTable(inputs, voice)];
}

/** Claims of one example that move alike share a row. */
function sensitivityRows({ example, sensitivities }: ExampleInputs, voice: Voice): readonly (readonly Cell[])[] {
  const moves = new Map<string, string[]>();
  for (const { claim, input, percent } of sensitivities) {
    if (percent.abs().lessThan(SMALLEST)) continue;
    const sign = percent.greaterThan(ZERO) ? '+' : '';
    const move = `${voice.quantityName(example, input)}\u00a0${sign}${formatAmount(percent, 2)}%`;
    moves.set(claim, [...(moves.get(claim) ?? []), move]);
  }
  const claimsByMove = new Map<string, string[]>();
  for (const [claim, parts] of moves) {
    const text = parts.join(voice.say('list-separator'));
    claimsByMove.set(text, [...(claimsByMove.get(text) ?? []), trimmedSentence(voice.claimText(example, claim))]);
  }
  return [...claimsByMove].map(([text, claims]): readonly Cell[] => [claims.join(voice.say('clause-separator')), text]);
}

function sensitivityTable(inputs: readonly ExampleInputs[], voice: Voice): readonly Block[] {
  const rows = inputs.flatMap((one) => sensitivityRows(one, voice));
  if (rows.length === 0) return [];
  const head = [voice.say('claim'), voice.say('change-per-percent')];
  return [table(['start 1', 'start 1'], head, rows, { caption: voice.say('table-sensitivities') })];
}

/** Changes that print as 0.00 say nothing. */
const SMALLEST = amount('0.005');
