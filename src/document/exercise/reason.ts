import type { ClaimVerdict } from '../../audit/index.js';
import { comesOut } from '../../chapter/index.js';
import { type Derivation, formulaInRow } from '../../evaluate/index.js';
import { text } from '../tree/inlines.js';
import type { Inline } from '../tree/nodes.js';
import { figureText, sentenceFigure } from '../wording/figures.js';
import { substitutedMath } from '../wording/math.js';
import { printedText } from '../wording/printed.js';
import { proseInlines } from '../wording/prose.js';
import { spokenMath } from '../wording/spoken.js';
import type { Voice } from '../wording/voice.js';

/** Why a claim has its verdict, in one line: the author's words, or both figures, what is missing, or the comparison in figures. */
export function verdictReason(audited: ClaimVerdict, voice: Voice): readonly Inline[] {
  const own = voice.words.reasons.get(`${audited.example}.${audited.claim.name}`);
  if (own !== undefined) return proseInlines(own.prose, voice);
  if (audited.verdict === 'cannot-be-derived') {
    const missing = audited.missing.map((name) => voice.quantityName(audited.example, name));
    return missing.length === 0 ? [] : [text(voice.say('reason-missing', { missing: voice.list(missing) }))];
  }
  return audited.claim.content.kind === 'figure' ? [text(figureReason(audited, voice))] : statementReason(audited, voice);
}

function figureReason({ claim, verdict, computed, difference }: ClaimVerdict, voice: Voice): string {
  if (computed === undefined || claim.content.kind !== 'figure') return '';
  const percent = /[%％]$/.test(claim.content.text);
  const slots = { computed: sentenceFigure(computed, voice, { percent }), printed: printedText(claim, voice) };
  switch (verdict) {
    case 'exact':
      return voice.say('reason-exact', slots);
    case 'rounds-to':
      return voice.say('reason-rounds-to', slots);
    case 'about':
      return voice.say('reason-about', slots);
    default: {
      const off = difference === undefined ? '' : figureText({ amount: difference.abs(), unit: computed.unit }, voice, { percent });
      return voice.say('reason-differs', { ...slots, difference: off });
    }
  }
}

function statementReason(audited: ClaimVerdict, voice: Voice): readonly Inline[] {
  const { verdict, failsAtRow, testedRows } = audited;
  if (testedRows !== undefined && failsAtRow === undefined) return [text(voice.say('reason-every-row', { row: String(testedRows) }))];
  const worked = statementWorking(audited, voice);
  const last = worked?.steps.at(-1);
  if (last === undefined) return [];
  const math = substitutedMath(last.formula, { voice, example: audited.example }, { values: last.values, hidden: new Set() });
  const sum: Inline = { kind: 'math', math, alt: spokenMath(math, voice) };
  const row = failsAtRow === undefined ? [] : [text(voice.say('reason-in-row', { row: String(failsAtRow) }))];
  return [...row, ...voice.sayInlines(comesOut(verdict) ? 'reason-holds' : 'reason-fails', { sum: [sum] })];
}

/** The working of a statement, of one about all rows in the first row where it fails; the comparison itself is the last step. */
export function statementWorking({ example: name, claim, failsAtRow }: ClaimVerdict, voice: Voice): Derivation | undefined {
  const example = voice.content.evaluated.examples.get(name);
  if (example === undefined || claim.content.kind !== 'statement') return undefined;
  const { says, every } = claim.content;
  if (every && failsAtRow === undefined) return undefined;
  return example.derive(failsAtRow === undefined ? says : formulaInRow(says, failsAtRow, example));
}
