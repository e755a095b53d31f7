import type { Claim, Verdict } from '../chapter/index.js';
import type { EvaluatedExample, Value } from '../evaluate/index.js';
import type { Formula } from '../formula/index.js';
import { type Amount, roundHalfUp } from '../number/index.js';

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
  if (computed.equals(printed)) return { verdict: 'exact', computed };
  if (roundHalfUp(computed, content.places).equals(printed)) return { verdict: 'rounds-to', computed };
  const off = computed.minus(printed).abs();
  if (content.about !== undefined && off.lessThanOrEqualTo(content.about.times(printed.abs()))) return { verdict: 'about', computed };
  return { verdict: 'contradicts', computed };
}

function judgeStatement(value: Value | undefined): Judgement {
  if (typeof value !== 'boolean') return { verdict: 'cannot-be-derived' };
  return { verdict: value ? 'holds' : 'fails' };
}

/** The first row in which the statement does not hold, looked for up to the limit of the rounds. */
function judgeEveryRow(says: Formula, example: EvaluatedExample): Judgement {
  if (example.missingFor(says).length > 0) return { verdict: 'cannot-be-derived' };
  const broken = example.valueOf({ kind: 'first', condition: { kind: 'not', operand: says, span: says.span }, span: says.span });
  return typeof broken === 'object' ? { verdict: 'fails', failsAtRow: broken.amount.toNumber() } : { verdict: 'holds' };
}
