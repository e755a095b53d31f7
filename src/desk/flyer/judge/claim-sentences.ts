import type { ClaimVerdict } from '../../../audit/index.js';
import { comesOut } from '../../../chapter/index.js';
import { figureText, type Voice } from '../../../document/index.js';
import { type EvaluatedExample, formulaInRow } from '../../../evaluate/index.js';
import type { Formula } from '../../../formula/index.js';
import { amount, formatAmount, type Quantity } from '../../../number/index.js';
import { FLYER } from '../chapter/sums.js';
import type { SayFlyer } from '../words/words.js';
import { isFoundCondition, type Study } from './study.js';

/** What a sentence about a flyer is made from. */
export interface Telling {
  readonly study: Study;
  readonly example: EvaluatedExample;
  readonly voice: Voice;
  readonly say: SayFlyer;
}

const SIGNS: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '!=': '≠' };
/** From here on “so many times as much” says more than a difference. */
const MANY_TIMES = amount('1.5');

/** What is said beside a line that is judged: why, on what it rests, and what other readings give. */
export function claimSentences(verdict: ClaimVerdict, telling: Telling): readonly string[] {
  return [mainSentence(verdict, telling), ...conditionSentences(verdict, telling), ...readingSentences(verdict, telling)];
}

function mainSentence(verdict: ClaimVerdict, telling: Telling): string {
  const { say, voice } = telling;
  if (verdict.verdict === 'cannot-be-derived') {
    const names = verdict.missing.map((name) => voice.quantityName(FLYER, name));
    return names.length === 0 ? say('no-value') : say('missing', { names: voice.list(names) });
  }
  return verdict.claim.content.kind === 'figure' ? figureSentence(verdict, telling) : statementSentence(verdict, telling);
}

function figureSentence(verdict: ClaimVerdict, { say, voice }: Telling): string {
  const { claim, computed, difference, ratio } = verdict;
  if (claim.content.kind !== 'figure' || computed === undefined) return say('no-value');
  const percent = claim.content.text.endsWith('%');
  const text = (value: Quantity) => figureText(value, voice, { percent });
  const slots = { computed: text(computed), printed: text(claim.content.printed) };
  switch (verdict.verdict) {
    case 'exact':
    case 'rounds-to':
    case 'about':
      return say(verdict.verdict, slots);
    default:
      if (ratio?.greaterThanOrEqualTo(MANY_TIMES) === true)
        return say('differs-times', { ...slots, ratio: formatAmount(ratio.toSignificantDigits(3)) });
      return say('differs', {
        ...slots,
        difference: difference === undefined ? '' : text({ amount: difference.abs(), unit: computed.unit }),
      });
  }
}

function statementSentence({ claim, verdict, failsAtRow, testedRows }: ClaimVerdict, telling: Telling): string {
  const { say, voice, example, study } = telling;
  if (claim.content.kind !== 'statement') return '';
  const { says, every } = claim.content;
  const each = voice.unitForms(study.draft.each)[0] ?? study.draft.each;
  if (every && failsAtRow === undefined) return say('every-holds', { each, row: testedRows ?? study.draft.flyer.rounds.count });
  const holds = comesOut(verdict);
  const sides = comparedSides(failsAtRow === undefined ? says : formulaInRow(says, failsAtRow, example), telling);
  const compared =
    sides === undefined ? say(holds ? 'statement-true' : 'statement-false') : say(holds ? 'statement-holds' : 'statement-fails', sides);
  return failsAtRow === undefined ? compared : joined([say('every-fails', { each, row: failsAtRow }), compared], voice);
}

/** Both sides of a comparison with their figures. */
function comparedSides(formula: Formula, { example, voice }: Telling): { left: string; sign: string; right: string } | undefined {
  if (formula.kind !== 'binary') return undefined;
  const [left, right] = [formula.left, formula.right].map((side) => example.valueOf(side));
  if (typeof left !== 'object' || typeof right !== 'object') return undefined;
  return { left: figureText(left, voice), sign: SIGNS[formula.operator] ?? formula.operator, right: figureText(right, voice) };
}

function conditionSentences({ condition, readings }: ClaimVerdict, { say, voice, study }: Telling): readonly string[] {
  const inputs = condition?.inputs ?? [];
  const named = inputs.map(({ name, value }) =>
    value === undefined
      ? voice.quantityName(FLYER, name)
      : voice.say('condition-input', { name: voice.quantityName(FLYER, name), figure: figureText(value, voice) }),
  );
  const found = readings.filter((one) => isFoundCondition(one.reading, study.findings) && comesOut(one.verdict));
  return [
    ...(named.length === 0 ? [] : [say('rests-on', { inputs: voice.list(named) })]),
    ...found.map(({ reading }) => say('would-come-out', { condition: voice.readingName(FLYER, reading) })),
  ];
}

/** Readings that somebody typed and that change the verdict. */
function readingSentences({ verdict, readings, claim }: ClaimVerdict, { say, voice, study }: Telling): readonly string[] {
  const percent = claim.content.kind === 'figure' && claim.content.text.endsWith('%');
  return readings
    .filter((one) => !isFoundCondition(one.reading, study.findings) && one.verdict !== verdict)
    .map(({ reading, verdict: other, computed, keepsStory }) => {
      const name = voice.readingName(FLYER, reading).replace(/[.。]$/, '');
      if (!keepsStory) return say('reading-breaks-story', { reading: name });
      const said = voice.say(`verdict-${other}`);
      if (computed === undefined) return say('under-reading-plain', { reading: name, verdict: said });
      return say('under-reading', { reading: name, verdict: said, figure: figureText(computed, voice, { percent }) });
    });
}

function joined(sentences: readonly string[], voice: Voice): string {
  return sentences.join(voice.shared.spaced ? ' ' : '');
}
