import type { Formula } from './nodes.js';
import { replaceParts } from './replace-parts.js';

/** A formula of `example` as exercises write it, each name with its example. Inside `first(…)`, `count(…)` and `solve(…)` names stay bare, as they must. */
export function dotted(formula: Formula, example: string): Formula {
  return replaceParts(formula, (part) => {
    switch (part.kind) {
      case 'first':
      case 'count':
      case 'solve':
        return part;
      case 'name':
        return { ...part, example: part.example ?? example };
      case 'cell':
        return { ...part, example: part.example ?? example, row: part.row === 'last' ? 'last' : dotted(part.row, example) };
      case 'call':
        // A column that a function takes as a whole is named without an example.
        return part.ofColumn ? part : undefined;
      default:
        return undefined;
    }
  });
}
