import type { ScaleResult } from '../../audit/index.js';
import type { Quantity } from '../../number/index.js';
import { figureText } from '../figures.js';
import { type Cell, table } from '../inlines.js';
import { trimmedSentence } from '../key.js';
import type { Block } from '../nodes.js';
import type { Voice } from '../voice.js';

/** Question 5 for the teacher: how far the sum has to be carried, plain and under each reading, and where a promise first breaks. */
export function scaleSentences(results: readonly ScaleResult[], voice: Voice): readonly string[] {
  if (results.length === 0) return [voice.say('scale-none')];
  return results.map((result) => [plainSentence(result, voice), ...readingSentences(result, voice)].join(voice.shared.spaced ? ' ' : ''));
}

function plainSentence(result: ScaleResult, voice: Voice): string {
  if (result.kind === 'quantity')
    return voice.say('scale-quantity', { name: voice.quantityName(result.example, result.name), figure: figureOr(result.value, voice) });
  const claim = voice.say('quoted', { text: trimmedSentence(voice.claimText(result.example, result.name)) });
  if (result.failsAtRow !== undefined) return voice.say('scale-fails', { claim, row: String(result.failsAtRow) });
  return voice.say('scale-holds', { claim, row: result.testedRows === undefined ? '' : String(result.testedRows) });
}

function readingSentences(result: ScaleResult, voice: Voice): readonly string[] {
  return result.readings.flatMap(({ reading, value, failsAtRow }) => {
    const name = voice.say('quoted', { text: trimmedSentence(voice.readingName(result.example, reading)) });
    if (result.kind === 'quantity') return [voice.say('scale-quantity-reading', { reading: name, figure: figureOr(value, voice) })];
    if (failsAtRow === undefined) return [];
    return [
      voice.say('scale-quantity-reading', {
        reading: name,
        figure: trimmedSentence(voice.say('key-fails-at', { row: String(failsAtRow) })),
      }),
    ];
  });
}

function figureOr(value: Quantity | undefined, voice: Voice): string {
  return value === undefined ? voice.say('not-derivable') : figureText(value, voice);
}

export function scaleTable(results: readonly ScaleResult[], voice: Voice): readonly Block[] {
  const quantities = results.filter(({ kind }) => kind === 'quantity');
  if (quantities.length === 0) return [];
  const rows = quantities.flatMap((result): readonly (readonly Cell[])[] => [
    [voice.quantityName(result.example, result.name), voice.say('reading-plain'), figureOr(result.value, voice)],
    ...result.readings.map(({ reading, value }): readonly Cell[] => [
      '',
      trimmedSentence(voice.readingName(result.example, reading)),
      figureOr(value, voice),
    ]),
  ]);
  const head = [voice.say('quantity'), voice.say('reading'), voice.say('figure')];
  return [table(['start 3', 'start 4', 'end 2'], head, rows, { caption: voice.say('table-scale') })];
}
