import type { CellNode, Formula, NameNode } from './nodes.js';

/** The formula with each name and each cell in it replaced, those inside `first(…)` and the rows of cells too. */
export function mapReferences(formula: Formula, replace: (reference: NameNode | CellNode) => Formula): Formula {
  const inside = (part: Formula) => mapReferences(part, replace);
  switch (formula.kind) {
    case 'number':
    case 'before':
      return formula;
    case 'name':
      return replace(formula);
    case 'cell':
      return replace(formula.row === 'last' ? formula : { ...formula, row: inside(formula.row) });
    case 'negate':
    case 'not':
      return { ...formula, operand: inside(formula.operand) };
    case 'binary':
      return { ...formula, left: inside(formula.left), right: inside(formula.right) };
    case 'call':
      return { ...formula, arguments: formula.arguments.map(inside) };
    case 'first':
      return { ...formula, condition: inside(formula.condition) };
  }
}
