import type { Diagnostic } from '../diagnostics/index.js';
import type { EvaluatedExample } from '../evaluate/index.js';
import { sameUnit } from '../number/index.js';
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
      hint: `Add \`converts: ${from.key} -> ${to.key}\` under \`assumptions:\`, or make the formula balance.`,
    }));
}
