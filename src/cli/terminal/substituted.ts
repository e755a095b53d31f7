import type { DerivationStep, Value } from '../../evaluate/index.js';
import { type Formula, referenceKey } from '../../formula/index.js';
import { amountText } from './figure-text.js';

/** The step's formula with the figures that its names stand for; a name without a value stays as it is. */
export function substituted({ formula, values }: Pick<DerivationStep, 'formula' | 'values'>): Formula {
  const replace = (node: Formula): Formula => {
    switch (node.kind) {
      case 'number':
        return node;
      case 'name':
      case 'before':
      case 'cell': {
        const value = values.get(referenceKey(node));
        return value === undefined ? node : literal(value, node);
      }
      case 'negate':
      case 'not':
        return { ...node, operand: replace(node.operand) };
      case 'binary':
        return { ...node, left: replace(node.left), right: replace(node.right) };
      case 'call':
        return { ...node, arguments: node.arguments.map(replace) };
      case 'first':
        return node;
    }
  };
  return replace(formula);
}

function literal(value: Value, { span }: Formula): Formula {
  if (typeof value === 'boolean') return { kind: 'name', name: String(value), span };
  return { kind: 'number', text: amountText(value.amount), amount: value.amount, unit: value.unit, span };
}
