import type { ScaleResult } from '../../audit/index.js';
import type { Quantity } from '../../number/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { figureText } from '../wording/figures.js';
import { trimmedSentence } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';

/** Only readings that lead elsewhere are worth a row. */
function differingReadings(result: ScaleResult, voice: Voice): ScaleResult['readings'] {
  return result.readings.filter(({ value }) => figureOr(value, voice) !== figureOr(result.value, voice));
}

function figureOr(value: Quantity | undefined, voice: Voice): string {
  return value === undefined ? voice.say('not-derivable') : figureText(value, voice);
}

export function scaleTable(results: readonly ScaleResult[], voice: Voice): readonly Block[] {
  const quantities = results.filter(({ kind }) => kind === 'quantity');
  if (quantities.length === 0) return [];
  const rows = quantities.flatMap((result): readonly (readonly Cell[])[] => [
    [voice.quantityName(result.example, result.name), trimmedSentence(voice.say('reading-plain')), figureOr(result.value, voice)],
    ...differingReadings(result, voice).map(({ reading, value }): readonly Cell[] => [
      '',
      trimmedSentence(voice.readingName(result.example, reading)),
      figureOr(value, voice),
    ]),
  ]);
  const head = [voice.say('quantity'), voice.say('reading'), voice.say('figure')];
  return [table(['start 3', 'start 4', 'end 2'], head, rows, { caption: voice.say('table-scale') })];
}
