import type { ClaimVerdict } from '../../audit/index.js';
import { VERDICT_WORDS } from '../../chapter/index.js';
import type { Quantity } from '../../number/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { assumedInputs, fittingReadings, missingNames } from '../wording/conditions.js';
import { documentPlace } from '../wording/document-place.js';
import { figureText } from '../wording/figures.js';
import { printedText } from '../wording/printed.js';
import { trimmedSentence } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';

/** How many claims there are, and how many of each verdict. */
export function figureTally(figures: readonly ClaimVerdict[], voice: Voice): string {
  const tally = ([...VERDICT_WORDS, 'stated'] as const).flatMap((word) => {
    const count = figures.filter((one) => one.word === word).length;
    return count === 0 ? [] : [voice.say('tally-part', { count: String(count), word: voice.say(`word-${word}`) })];
  });
  return voice.say('figures-tally', { claims: claimCount(figures.length, voice), tally: voice.list(tally) });
}

function claimCount(count: number, voice: Voice): string {
  return count === 1 ? voice.say('claim-count-one') : voice.say('claim-count-many', { count: String(count) });
}

/** The computed figure in the style of the printed one: per cent beside per cent. */
function computedText({ claim }: ClaimVerdict, computed: Quantity, voice: Voice): string {
  const percent = claim.content.kind === 'figure' && /[%％]$/.test(claim.content.text);
  return figureText(computed, voice, { percent });
}

/** Every claim with its place, both figures and the verdict: the first table of the appendix. */
export function claimTable(figures: readonly ClaimVerdict[], voice: Voice): Block {
  const head = [voice.say('claim'), voice.say('where'), voice.say('printed'), voice.say('computed'), voice.say('verdict')];
  const rows = figures.map((one): readonly Cell[] => [
    voice.claimText(one.example, one.claim.name),
    documentPlace(one.claim.line, voice),
    printedText(one.claim, voice),
    one.computed === undefined ? '' : computedText(one, one.computed, voice),
    verdictText(one, voice),
  ]);
  return table(['start 4', 'start 1.4', 'end 2', 'end 2', 'start 4'], head, rows, { caption: voice.say('table-claims') });
}

/** `holds under a condition: readings that yield it`, `contradicts what is given: fails in row 3`. */
function verdictText(one: ClaimVerdict, voice: Voice): string {
  const word = voice.say(`word-${one.word}`);
  const note = verdictNote(one, voice);
  return note === '' ? word : voice.say('label-and-text', { label: word, text: note });
}

function verdictNote(one: ClaimVerdict, voice: Voice): string {
  if (one.condition !== undefined) return one.condition.readings.length > 0 ? fittingReadings(one, voice) : assumedInputs(one, voice);
  if (one.failsAtRow !== undefined) return trimmedSentence(voice.say('key-fails-at', { row: String(one.failsAtRow) }));
  if (one.missing.length > 0) return missingNames(one, voice);
  return one.claim.content.kind === 'statement' ? '' : voice.say(`verdict-${one.verdict}`);
}
