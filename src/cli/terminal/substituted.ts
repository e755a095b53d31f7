import type { DerivationStep, Value } from '../../evaluate/index.js';
import { type Formula, numberNode, referenceKey, replaceParts } from '../../formula/index.js';
import { amountText } from './figure-text.js';

/** The step's formula with the figures that its names stand for; a name without a value, and what `first(…)`, `count(…)` or `solve(…)` looks for, stay as they are. */
export function substituted({ formula, values }: Pick<DerivationStep, 'formula' | 'values'>): Formula {
  return replaceParts(formula, (part) => {
    if (part.kind === 'first' || part.kind === 'count' || part.kind === 'solve') return part;
    if (part.kind !== 'name' && part.kind !== 'before' && part.kind !== 'cell') return undefined;
    const value = values.get(referenceKey(part));
    return value === undefined ? part : literal(value, part);
  });
}

function literal(value: Value, { span }: Formula): Formula {
  if (typeof value === 'boolean') return { kind: 'name', name: String(value), span };
  return numberNode(value.amount, value.unit, span, amountText(value.amount));
}
