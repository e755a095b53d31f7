import type { Claim, Verdict } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { EvaluatedExample, Value } from '../evaluate/index.js';
import type { Formula } from '../formula/index.js';
import { type Amount, type Fraction, fractionOf, order, roundedHalfUp, roundHalfUp } from '../number/index.js';

/** What becomes of a claim under one reading, with the recomputed figure. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly computed?: Amount;
  readonly failsAtRow?: number;
}

/** Works a claim out as `example` has it: plain, under a reading, or with other figures. */
export function judge(claim: Claim, example: EvaluatedExample): Judgement {
  const { content } = claim;
  if (content.kind === 'statement')
    return content.every ? judgeEveryRow(content.says, example) : judgeStatement(example.valueOf(content.says));
  const value = example.valueOf(content.of);
  if (value === undefined || typeof value === 'boolean') return { verdict: 'cannot-be-derived' };
  const computed = value.amount;
  const printed = content.printed.amount;
  const exact = example.exactOf(content.of);
  if (exact === undefined ? computed.equals(printed) : amountIs(exact, printed)) return { verdict: 'exact', computed };
  const rounded = exact === undefined ? roundHalfUp(computed, content.places) : roundedHalfUp(exact, content.places);
  if (rounded.equals(printed)) return { verdict: 'rounds-to', computed };
  const off = computed.minus(printed).abs();
  if (content.about !== undefined && off.lessThanOrEqualTo(content.about.times(printed.abs()))) return { verdict: 'about', computed };
  return { verdict: 'contradicts', computed };
}

function amountIs(exact: Fraction, printed: Amount): boolean {
  const other = fractionOf(printed);
  return other !== undefined && order(exact, other) === 0;
}

/** Claims about every row that neither digits nor fractions can decide: their word is no guess, so it is reported. */
export function undecidedClaims(example: EvaluatedExample): readonly Diagnostic[] {
  return example.example.claims.flatMap(({ content }) => {
    if (content.kind !== 'statement' || !content.every) return [];
    const mistake = example.mistakeOf(brokenRow(content.says));
    return mistake?.code === 'undecided' ? [mistake] : [];
  });
}

function brokenRow(says: Formula): Formula {
  return { kind: 'first', condition: { kind: 'not', operand: says, span: says.span }, span: says.span };
}

function judgeStatement(value: Value | undefined): Judgement {
  if (typeof value !== 'boolean') return { verdict: 'cannot-be-derived' };
  return { verdict: value ? 'holds' : 'fails' };
}

/** The first row in which the statement does not hold, looked for up to the limit of the rounds. */
function judgeEveryRow(says: Formula, example: EvaluatedExample): Judgement {
  if (example.missingFor(says).length > 0) return { verdict: 'cannot-be-derived' };
  const broken = example.valueOf(brokenRow(says));
  if (typeof broken === 'object') return { verdict: 'fails', failsAtRow: broken.amount.toNumber() };
  return { verdict: example.mistakeOf(brokenRow(says))?.code === 'undecided' ? 'cannot-be-derived' : 'holds' };
}
