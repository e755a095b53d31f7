import type { ClaimVerdict } from '../../audit/index.js';
import { comesOut, VERDICT_WORDS } from '../../chapter/index.js';
import { PURE_NUMBER, type Quantity } from '../../number/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { assumedInputs, fittingReadings, missingNames } from '../wording/conditions.js';
import { documentPlace } from '../wording/document-place.js';
import { figureText, sentenceFigure } from '../wording/figures.js';
import { printedText } from '../wording/printed.js';
import { quoted, trimmedSentence } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';

/** Question 1 for the teacher: the tally, then a sentence for every claim that is not simply reproduced. */
export function figureSentences(figures: readonly ClaimVerdict[], voice: Voice): readonly string[] {
  const tally = ([...VERDICT_WORDS, 'stated'] as const).flatMap((word) => {
    const count = figures.filter((one) => one.word === word).length;
    return count === 0 ? [] : [voice.say('tally-part', { count: String(count), word: voice.say(`word-${word}`) })];
  });
  const claims = claimCount(figures.length, voice);
  return [voice.say('figures-tally', { claims, tally: voice.list(tally) }), ...figures.flatMap((one) => claimSentence(one, voice))];
}

export function claimCount(count: number, voice: Voice): string {
  return count === 1 ? voice.say('claim-count-one') : voice.say('claim-count-many', { count: String(count) });
}

function claimSentence(one: ClaimVerdict, voice: Voice): readonly string[] {
  const claim = quotedClaim(one, voice);
  if (one.word === 'reproduced' || one.word === 'stated') return [];
  if (one.word === 'not-derivable') {
    const missing = missingNames(one, voice);
    return [voice.say('figures-missing', { claim, missing })];
  }
  if (one.word === 'conditional') return [conditionalSentence(one, claim, voice)];
  if (comesOut(one.verdict)) return [voice.say('figures-newcomers', { claim })];
  if (one.claim.content.kind === 'statement')
    return [
      one.failsAtRow === undefined
        ? voice.say('figures-fails', { claim })
        : voice.say('figures-fails-at', { claim, row: String(one.failsAtRow) }),
    ];
  return [contradictionSentence(one, claim, voice)];
}

/** What has to be taken for granted: figures that are printed nowhere, or readings under which the printed figure comes out. */
function conditionalSentence(one: ClaimVerdict, claim: string, voice: Voice): string {
  if (comesOut(one.verdict)) return voice.say('figures-conditional-inputs', { claim, inputs: assumedInputs(one, voice) });
  const readings = fittingReadings(one, voice);
  if (one.computed === undefined) return voice.say('figures-conditional', { claim, readings });
  const computed = computedText(one, one.computed, voice, sentenceFigure);
  return voice.say('figures-conditional-figure', { claim, printed: printedText(one.claim, voice), computed, readings });
}

function contradictionSentence(one: ClaimVerdict, claim: string, voice: Voice): string {
  const computed = one.computed === undefined ? voice.say('not-derivable') : computedText(one, one.computed, voice, sentenceFigure);
  const difference =
    one.difference === undefined || one.computed === undefined
      ? ''
      : sentenceFigure({ amount: one.difference, unit: one.computed.unit }, voice);
  const ratio = one.ratio === undefined ? '' : figureText({ amount: one.ratio, unit: PURE_NUMBER }, voice);
  return voice.say('figures-contradiction', { claim, printed: printedText(one.claim, voice), computed, difference, ratio });
}

/** The computed figure in the style of the printed one: per cent beside per cent. */
function computedText({ claim }: ClaimVerdict, computed: Quantity, voice: Voice, write: typeof figureText): string {
  const percent = claim.content.kind === 'figure' && /[%％]$/.test(claim.content.text);
  return write(computed, voice, { percent });
}

export function quotedClaim(one: ClaimVerdict, voice: Voice): string {
  return quoted(voice.claimText(one.example, one.claim.name), voice);
}

/** Every claim with its place, both figures and the verdict: the first table of the appendix. */
export function claimTable(figures: readonly ClaimVerdict[], voice: Voice): Block {
  const head = [voice.say('claim'), voice.say('where'), voice.say('printed'), voice.say('computed'), voice.say('verdict')];
  const rows = figures.map((one): readonly Cell[] => [
    voice.claimText(one.example, one.claim.name),
    documentPlace(one.claim.line, voice),
    printedText(one.claim, voice),
    one.computed === undefined ? '' : computedText(one, one.computed, voice, figureText),
    verdictText(one, voice),
  ]);
  return table(['start 4', 'start 1', 'end 2', 'end 2', 'start 4'], head, rows, { caption: voice.say('table-claims') });
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
