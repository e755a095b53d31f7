import { type Claim, type Verdict, verdictWord } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { EvaluatedExample, Value } from '../evaluate/index.js';
import { type Formula, partsOf, printFormula, replaceParts, takesColumn } from '../formula/index.js';
import { type Amount, formatAmount, quantity, roundHalfUp } from '../number/index.js';
import type { ClaimVerdict } from './results.js';

/** Question 1, does the sum come out? Every claim of an example with its verdict, under the plain and every declared reading. */
export function judgeFigures(example: EvaluatedExample): readonly ClaimVerdict[] {
  return example.example.claims.map((claim) => judgeClaim(claim, example));
}

/** Reports each claim whose verdict is not the one that its author declared. */
export function checkExpectations(verdicts: readonly ClaimVerdict[], chapter: string): readonly Diagnostic[] {
  return verdicts.flatMap((found) => {
    const { claim } = found;
    // Neither a value nor an unknown input: what keeps it from being worked out is reported where it fails.
    if (found.verdict === 'cannot-be-derived' && found.missing.length === 0) return [];
    const differing: Diagnostic[] = [];
    if (claim.expect !== undefined && claim.expect.value !== found.verdict) {
      differing.push(mismatch(chapter, found, claim.expect.value, found.verdict, found.computed?.amount, found.failsAtRow));
    }
    for (const { reading, expect } of claim.under) {
      const read = found.readings.find((one) => one.reading === reading.value);
      if (read !== undefined && read.verdict !== expect.value) {
        differing.push(mismatch(chapter, found, expect.value, read.verdict, read.computed?.amount, read.failsAtRow, reading.value));
      }
    }
    return differing;
  });
}

interface Judgement {
  readonly verdict: Verdict;
  readonly computed?: Amount;
  readonly failsAtRow?: number;
}

function judgeClaim(claim: Claim, example: EvaluatedExample): ClaimVerdict {
  const { content } = claim;
  const plain = judge(claim, example);
  const unit = content.kind === 'figure' ? content.printed.unit : undefined;
  const readings = example.example.readings.map(({ name }) => {
    const { computed, ...rest } = judge(claim, example.underReading(name));
    return { reading: name, ...rest, ...(computed === undefined || unit === undefined ? {} : { computed: quantity(computed, unit) }) };
  });
  const formula = content.kind === 'figure' ? content.of : content.says;
  const { computed, verdict, failsAtRow } = plain;
  const printed = content.kind === 'figure' ? content.printed.amount : undefined;
  return {
    example: example.example.name,
    claim,
    verdict,
    word: verdictWord(verdict, readings),
    readings,
    missing: verdict === 'cannot-be-derived' ? example.missingFor(formula) : [],
    ...(computed === undefined || unit === undefined ? {} : { computed: quantity(computed, unit) }),
    ...(computed === undefined || printed === undefined ? {} : { difference: computed.minus(printed) }),
    ...(computed === undefined || printed === undefined || printed.isZero() ? {} : { ratio: computed.dividedBy(printed) }),
    ...(failsAtRow === undefined ? {} : { failsAtRow }),
    ...(content.kind === 'statement' && content.every ? { testedRows: failsAtRow ?? example.example.rounds?.limit ?? 0 } : {}),
  };
}

function judge(claim: Claim, example: EvaluatedExample): Judgement {
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

function mismatch(
  chapter: string,
  found: ClaimVerdict,
  expected: Verdict,
  verdict: Verdict,
  computed?: Amount,
  failsAtRow?: number,
  reading?: string,
): Diagnostic {
  const { claim, example } = found;
  const { content } = claim;
  const under = reading === undefined ? '' : ` under \`${reading}\``;
  const declared = `declared \`${reading === undefined ? 'expect' : reading}: ${expected}\``;
  const message =
    content.kind === 'statement'
      ? `The statement \`${printFormula(content.says)}\` ${verdict}${failsAtRow === undefined ? '' : ` in row ${failsAtRow}`}${under}; ${declared}.`
      : computed === undefined
        ? `The document prints ${content.text}; the formula has no value${under}; ${declared}.`
        : `The document prints ${content.text}, the formula gives ${formatAmount(computed, undefined)}${under} (difference ${formatAmount(computed.minus(content.printed.amount))}); ${declared}.`;
  const command = content.kind === 'figure' ? explainCommand(chapter, example, content.of) : undefined;
  const explain = command === undefined ? '' : `; \`${command}\` prints every step`;
  return {
    code: 'claim-matches-computation',
    severity: 'error',
    message,
    span: content.kind === 'figure' ? content.printedSpan : content.says.span,
    hint: `\`${verdict}\` is the verdict that the engine finds${explain}.`,
  };
}

/** The command that explains a formula of an example; undefined where the formula means nothing outside of its example. */
function explainCommand(chapter: string, example: string, formula: Formula): string | undefined {
  if (needsRows(formula)) return undefined;
  return `reckoner explain ${chapter} "${printFormula(inExample(formula, example))}"`;
}

function inExample(formula: Formula, example: string): Formula {
  return replaceParts(formula, (part) =>
    (part.kind === 'name' || part.kind === 'cell') && part.example === undefined ? inExample({ ...part, example }, example) : undefined,
  );
}

/** Whether a formula speaks of the row that it stands in, or of a whole column. */
function needsRows(formula: Formula): boolean {
  const isColumn = formula.kind === 'call' && takesColumn(formula.function);
  return isColumn || formula.kind === 'before' || formula.kind === 'first' || partsOf(formula).some(needsRows);
}
