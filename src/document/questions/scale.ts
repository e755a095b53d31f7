import type { ScaleResult } from '../../audit/index.js';
import type { Quantity } from '../../number/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { figureText, sentenceFigure } from '../wording/figures.js';
import { quoted, trimmedSentence } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';

/** Question 5 for the teacher: how far the sum has to be carried, plain and under each reading, and where a promise first breaks. */
export function scaleSentences(results: readonly ScaleResult[], voice: Voice): readonly string[] {
  if (results.length === 0) return [voice.say('scale-none')];
  return results.map((result) => [plainSentence(result, voice), ...readingSentences(result, voice)].join(voice.shared.spaced ? ' ' : ''));
}

function plainSentence(result: ScaleResult, voice: Voice): string {
  if (result.kind === 'quantity')
    return voice.say('scale-quantity', {
      name: voice.quantityName(result.example, result.name),
      figure: figureOr(result.value, voice, sentenceFigure),
    });
  const claim = quoted(voice.claimText(result.example, result.name), voice);
  if (result.failsAtRow !== undefined) return voice.say('scale-fails', { claim, row: String(result.failsAtRow) });
  return voice.say('scale-holds', { claim, row: result.testedRows === undefined ? '' : String(result.testedRows) });
}

/** Only readings that lead elsewhere are worth a sentence. */
function readingSentences(result: ScaleResult, voice: Voice): readonly string[] {
  return differingReadings(result, voice).map(({ reading, value, failsAtRow }) => {
    const name = quoted(voice.readingName(result.example, reading), voice);
    if (result.kind === 'quantity')
      return voice.say('scale-quantity-reading', { reading: name, figure: figureOr(value, voice, sentenceFigure) });
    return failsAtRow === undefined
      ? voice.say('scale-reading-holds', { reading: name })
      : voice.say('scale-reading-fails', { reading: name, row: String(failsAtRow) });
  });
}

function differingReadings(result: ScaleResult, voice: Voice): ScaleResult['readings'] {
  return result.readings.filter(({ value, failsAtRow }) =>
    result.kind === 'quantity'
      ? figureOr(value, voice, figureText) !== figureOr(result.value, voice, figureText)
      : failsAtRow !== result.failsAtRow,
  );
}

function figureOr(value: Quantity | undefined, voice: Voice, write: typeof figureText): string {
  return value === undefined ? voice.say('not-derivable') : write(value, voice);
}

export function scaleTable(results: readonly ScaleResult[], voice: Voice): readonly Block[] {
  const quantities = results.filter(({ kind }) => kind === 'quantity');
  if (quantities.length === 0) return [];
  const rows = quantities.flatMap((result): readonly (readonly Cell[])[] => [
    [
      voice.quantityName(result.example, result.name),
      trimmedSentence(voice.say('reading-plain')),
      figureOr(result.value, voice, figureText),
    ],
    ...differingReadings(result, voice).map(({ reading, value }): readonly Cell[] => [
      '',
      trimmedSentence(voice.readingName(result.example, reading)),
      figureOr(value, voice, figureText),
    ]),
  ]);
  const head = [voice.say('quantity'), voice.say('reading'), voice.say('figure')];
  return [table(['start 3', 'start 4', 'end 2'], head, rows, { caption: voice.say('table-scale') })];
}
