import { type Claim, comesOut } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { breachUnder, type EvaluatedExample, isNamedShare } from '../evaluate/index.js';
import { type Formula, numberNode } from '../formula/index.js';
import { type Amount, amount, countsThings, formatAmount, isDate, isPureNumber, ONE, roundHalfUp, wholeOf, ZERO } from '../number/index.js';
import { judge } from './judge.js';
import type { ClaimInput, ClaimVerdict } from './results.js';

/** A claim that does not come out, and the value of something unstated with which it would. */
export interface OpenCondition {
  readonly claim: Claim;
  readonly input: ClaimInput;
  /** In the unit of the input. */
  readonly value: Amount;
}

/**
 * Each claim that does not come out, but would if something unstated had another value. Tried are a few multiples of the value (of a share,
 * tenths of the whole), and for a printed figure the value at which a straight line would meet it.
 */
export function openConditions(example: EvaluatedExample, verdicts: readonly ClaimVerdict[]): readonly OpenCondition[] {
  return verdicts
    .filter(({ rule }) => rule === 4)
    .flatMap(({ claim, inputs }) => {
      for (const input of inputs.filter((one) => isOpen(one, example))) {
        const value = conditionOn(input, claim, example);
        if (value !== undefined) return [{ claim, input, value }];
      }
      return [];
    });
}

/** The author declares such a value as a reading, so that the claim holds under a condition, or marks it as newcomers. */
export function checkConditions(example: EvaluatedExample, verdicts: readonly ClaimVerdict[]): readonly Diagnostic[] {
  return openConditions(example, verdicts).map(({ claim, input, value }) => undeclared(claim, input, value));
}

/** An unstated input of this example with a value, of which no reading says that it stands for newcomers. */
function isOpen({ kind, name, value, newcomers, example: owner }: ClaimInput, { example }: EvaluatedExample): boolean {
  const isNewcomers = example.readings.some((one) => one.newcomers === true && one.replaces.some((step) => step.name === name));
  const isFigure = value !== undefined && !isDate(value.unit);
  return kind === 'unstated' && owner === example.name && isFigure && newcomers !== true && !isNewcomers;
}

const FACTORS = ['0.98', '0.9', '1.1', '0.5', '2', '0', '10'].map(amount);
const TENTHS = Array.from({ length: 11 }, (_, tenth) => amount(tenth).dividedBy(10));
const SECANT_STEPS = 3;

/** A value of the input with which the claim comes out and its story is kept, near ones first; undefined when none was found. */
function conditionOn(input: ClaimInput, claim: Claim, example: EvaluatedExample): Amount | undefined {
  const start = input.value?.amount ?? ZERO;
  const most = wholeAbove(input, example);
  const fits = (value: Amount) => {
    const changed = withInput(input, value, example);
    return comesOut(judge(claim, changed).verdict) && breachUnder(changed, example) === undefined;
  };
  const found = valuesToTry(input, start, most).find(fits);
  if (found !== undefined) return found;
  const met = secant(input, claim, example);
  if (met === undefined || met.lessThanOrEqualTo(0) || (most !== undefined && met.greaterThan(most))) return undefined;
  return fits(met) ? met : undefined;
}

/** Nobody may come and no share be used; but a price or a turnover of nothing would only do away with the thing that is spoken of. */
function valuesToTry({ value }: ClaimInput, start: Amount, most: Amount | undefined): readonly Amount[] {
  const counts = value !== undefined && countsThings(value.unit);
  const base = start.isZero() ? ONE : start;
  const multiples = FACTORS.map((factor) => base.times(factor));
  const possible =
    most === undefined ? multiples : [...multiples.filter((one) => one.lessThanOrEqualTo(most)), ...TENTHS.map((one) => one.times(most))];
  return possible
    .filter((one) => !one.isZero() || counts || most !== undefined)
    .map((one) => (counts && start.isInteger() ? roundHalfUp(one, 0) : one))
    .sort((one, other) => one.minus(start).abs().comparedTo(other.minus(start).abs()));
}

/** The whole, where the input is a share of one. */
function wholeAbove({ name, value }: ClaimInput, { example }: EvaluatedExample): Amount | undefined {
  const whole = value === undefined ? undefined : wholeOf(value.unit);
  if (value === undefined || whole === undefined || value.amount.greaterThan(whole)) return undefined;
  const formula = example.unstated.find((one) => one.name === name)?.formula;
  const isPercent = formula?.kind === 'number' && /[%％]$/.test(formula.text);
  return isPercent || isNamedShare(name) || !isPureNumber(value.unit) ? amount(whole) : undefined;
}

function withInput({ name, value }: ClaimInput, to: Amount, example: EvaluatedExample): EvaluatedExample {
  const { span } = example.example;
  return example.withChanges(new Map<string, Formula>(value === undefined ? [] : [[name, numberNode(to, value.unit, span)]]));
}

/** Where the figure would be the printed one, if it followed the input in a straight line. */
function secant(input: ClaimInput, claim: Claim, example: EvaluatedExample): Amount | undefined {
  const { content } = claim;
  if (content.kind === 'statement') return undefined;
  const off = (value: Amount) => judge(claim, withInput(input, value, example)).computed?.minus(content.printed.amount);
  const start = input.value?.amount ?? ZERO;
  let [before, at] = [start, start.isZero() ? ONE : start.times('1.1')];
  let offBefore = off(before);
  for (let step = 0; step < SECANT_STEPS; step += 1) {
    const offAt = off(at);
    if (offBefore === undefined || offAt === undefined || offAt.equals(offBefore) || offAt.isZero()) return at;
    const next = at.minus(offAt.times(at.minus(before)).dividedBy(offAt.minus(offBefore)));
    [before, at, offBefore] = [at, next, offAt];
  }
  return at;
}

function undeclared({ name, span, content }: Claim, input: ClaimInput, value: Amount): Diagnostic {
  const shown = `${formatAmount(value.toSignificantDigits(8), undefined)} ${input.value?.unit.key ?? ''}`.trim();
  return {
    code: 'condition-is-declared',
    severity: 'error',
    message: `\`${name}\` contradicts, but ${content.kind === 'figure' ? 'the printed figure comes out' : 'it holds'} with \`${input.name}\` = ${shown}.`,
    span,
    hint: `Declare it under \`readings:\`, such as \`{ ${input.name}: ${shown} }\`; with \`newcomers: true\` where it means more and more newcomers.`,
  };
}
