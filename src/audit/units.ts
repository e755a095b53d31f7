import type { Diagnostic } from '../diagnostics/index.js';
import type { EvaluatedExample } from '../evaluate/index.js';
import { CURRENCIES, sameUnit } from '../number/index.js';
import type { AuditedConversion } from './results.js';

/** Question 2, what are the units? Every silent conversion of an example with the assumption that owns up to it. */
export function auditUnits(example: EvaluatedExample): readonly AuditedConversion[] {
  return example.conversions.map((conversion) => {
    const named = example.example.assumptions.find(
      ({ converts }) => converts !== undefined && sameUnit(converts.from, conversion.from) && sameUnit(converts.to, conversion.to),
    );
    return { ...conversion, example: example.example.name, ...(named === undefined ? {} : { assumption: named.name }) };
  });
}

/** A conversion that no assumption names is hidden from the reader: an error. */
export function checkConversions(conversions: readonly AuditedConversion[]): readonly Diagnostic[] {
  return conversions
    .filter(({ assumption }) => assumption === undefined)
    .map(({ from, to, where, span, example }) => ({
      code: 'conversion-is-named',
      severity: 'error',
      message: `\`${where}\` balances only if 1 ${from.key} is taken as 1 ${to.key}, and no assumption of ${example} says so.`,
      span,
      hint:
        timeHint(from.key, to.key) ??
        currencyHint(from.key, to.key) ??
        `Add \`converts: ${from.key} -> ${to.key}\` under \`assumptions:\`, or make the formula balance.`,
    }));
}

/** How many of the first make one of the second. */
const TIMES: Readonly<Record<string, number>> = {
  'month/year': 12,
  'week/year': 52,
  'day/year': 365,
  'day/week': 7,
  'day/month': 30,
  'night/year': 365,
};

/** A month is never a year: what turns one into the other is a figure of its own. */
function timeHint(from: string, to: string): string | undefined {
  const unit = Object.keys(TIMES).find((one) => one === `${from}/${to}` || one === `${to}/${from}`);
  if (unit === undefined) return undefined;
  const usual = `\`${TIMES[unit]} ${unit}\``;
  return `Divide or multiply by how many there are, such as ${usual}, and write it under \`conventions:\` where nobody prints it.`;
}

/** One currency becomes another through a rate alone, whatever is owned up to. */
function currencyHint(from: string, to: string): string | undefined {
  if (![from, to].every((unit) => CURRENCIES.includes(unit))) return undefined;
  return `Multiply by a rate of exchange with its unit, such as \`rate: 7.5 ${to}/${from}\`.`;
}
