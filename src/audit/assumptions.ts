import type { Assumption } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { EvaluatedExample } from '../evaluate/index.js';
import { sameUnit } from '../number/index.js';

/** Assumptions that own up to a conversion which occurs nowhere in the example. */
export function checkAssumptions(example: EvaluatedExample): readonly Diagnostic[] {
  return example.example.assumptions.flatMap((assumption) => checkConversionOccurs(assumption, example));
}

function checkConversionOccurs({ name, converts }: Assumption, { example, conversions }: EvaluatedExample): readonly Diagnostic[] {
  // Where a definition has failed, the conversion may be in it.
  if (converts === undefined || (example.failed?.size ?? 0) > 0) return [];
  if (conversions.some(({ from, to }) => sameUnit(from, converts.from) && sameUnit(to, converts.to))) return [];
  const message = `Assumption \`${name}\` names a conversion of ${converts.from.key} into ${converts.to.key}, but ${example.name} has none.`;
  const found = conversions.map(({ from, to }) => `${from.key} -> ${to.key}`);
  const hint = found.length === 0 ? 'Leave `converts:` out.' : `Found: ${[...new Set(found)].join(', ')}.`;
  return [{ code: 'conversion-exists', severity: 'error', message, span: converts.span, hint }];
}
