import type { Formula } from './nodes.js';

/** The formula with some of its parts replaced, outermost first: what `replace` gives is not looked into; undefined = look inside. */
export function replaceParts(formula: Formula, replace: (part: Formula) => Formula | undefined): Formula {
  const inside = (part: Formula) => replaceParts(part, replace);
  const replaced = replace(formula);
  if (replaced !== undefined) return replaced;
  switch (formula.kind) {
    case 'number':
    case 'name':
    case 'before':
      return formula;
    case 'cell':
      return formula.row === 'last' ? formula : { ...formula, row: inside(formula.row) };
    case 'negate':
    case 'not':
      return { ...formula, operand: inside(formula.operand) };
    case 'binary':
      return { ...formula, left: inside(formula.left), right: inside(formula.right) };
    case 'call':
      return { ...formula, arguments: formula.arguments.map(inside) };
    case 'first':
    case 'count':
      return { ...formula, condition: inside(formula.condition) };
    case 'solve': {
      const { equation } = formula;
      const sides = { left: inside(equation.left), right: inside(equation.right) };
      return { ...formula, equation: { ...equation, ...sides }, from: inside(formula.from), to: inside(formula.to) };
    }
  }
}
