import { type Claim, comesOut, formulaOf, type Verdict } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { EvaluatedChapter, EvaluatedExample } from '../evaluate/index.js';
import { dotted, type Formula, looksAtRows, partsOf, printFormula } from '../formula/index.js';
import { type Amount, formatAmount, quantity } from '../number/index.js';
import { inputsBehind } from './behind.js';
import { decide } from './decide.js';
import { judge } from './judge.js';
import { onlyStates } from './only-states.js';
import type { ClaimInput, ClaimVerdict } from './results.js';
import type { Breaches } from './stories.js';

/** Question 1, does the sum come out? Every claim of an example with its verdict, under the plain and every declared reading, and its word. */
export function judgeFigures(example: EvaluatedExample, chapter: EvaluatedChapter, breaches: Breaches): readonly ClaimVerdict[] {
  return example.example.claims.map((claim) => judgeClaim(claim, example, chapter, breaches));
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

function judgeClaim(claim: Claim, example: EvaluatedExample, chapter: EvaluatedChapter, breaches: Breaches): ClaimVerdict {
  const { content } = claim;
  const plain = judge(claim, example);
  const unit = content.kind === 'figure' ? content.printed.unit : undefined;
  const formula = formulaOf(claim);
  const readings = example.example.readings.map(({ name, newcomers = false }): ClaimVerdict['readings'][number] => {
    const read = example.underReading(name);
    const { computed, ...rest } = judge(claim, read);
    return {
      reading: name,
      ...rest,
      ...(computed === undefined || unit === undefined ? {} : { computed: quantity(computed, unit) }),
      keepsStory: !breaches.has(name),
      newcomers: newcomers || inputsBehind(formula, read, chapter).some((input) => input.newcomers === true),
    };
  });
  const { computed, verdict, failsAtRow } = plain;
  const printed = content.kind === 'figure' ? content.printed.amount : undefined;
  const inputs = inputsBehind(formula, example, chapter);
  const isStated = comesOut(verdict) && onlyStates(claim, plain, inputs, example);
  return {
    example: example.example.name,
    claim,
    verdict,
    ...decide({ verdict, readings, inputs, isStated }),
    inputs,
    readings,
    missing: verdict === 'cannot-be-derived' ? [...example.missingFor(formula), ...missingElsewhere(inputs, example, chapter)] : [],
    ...(computed === undefined || unit === undefined ? {} : { computed: quantity(computed, unit) }),
    ...(computed === undefined || printed === undefined ? {} : { difference: computed.minus(printed) }),
    ...(computed === undefined || printed === undefined || printed.isZero() ? {} : { ratio: computed.dividedBy(printed) }),
    ...(failsAtRow === undefined ? {} : { failsAtRow }),
    ...(content.kind === 'statement' && content.every ? { testedRows: failsAtRow ?? example.example.rounds?.limit ?? 0 } : {}),
  };
}

/** Unknown inputs of other examples, dotted. */
function missingElsewhere(inputs: readonly ClaimInput[], { example }: EvaluatedExample, { examples }: EvaluatedChapter): readonly string[] {
  return inputs
    .filter((input) => input.example !== example.name && examples.get(input.example)?.quantities.get(input.name)?.formula === undefined)
    .map((input) => `${input.example}.${input.name}`);
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
  return `reckoner explain ${chapter} "${printFormula(dotted(formula, example))}"`;
}

/** Whether a formula speaks of the row that it stands in, of a whole column, or of the whole example. */
function needsRows(formula: Formula): boolean {
  const { kind } = formula;
  return kind === 'before' || kind === 'solve' || looksAtRows(formula) || partsOf(formula).some(needsRows);
}
