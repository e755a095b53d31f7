import type { Example, Step } from './chapter.js';
import type { Formula } from './formula/index.js';

/** A copy of `model` whose formulas speak of themselves where the model's speak of it by name: `ladder.spend` inside ladder is `spend`. */
export function inOwnNames(copy: Example, model: string): Example {
  const own = (formula: Formula) => withoutExample(formula, model);
  const steps = (list: readonly Step[]) => list.map((step) => ({ ...step, formula: own(step.formula) }));
  const { rounds, promise } = copy;
  return {
    ...copy,
    steps: steps(copy.steps),
    ...(rounds === undefined ? {} : { rounds: { ...rounds, start: steps(rounds.start), row: steps(rounds.row) } }),
    money: copy.money.map((flow) => ({ ...flow, amount: own(flow.amount) })),
    ...(promise === undefined ? {} : { promise: { ...promise, promised: own(promise.promised), funded: own(promise.funded) } }),
  };
}

function withoutExample(formula: Formula, example: string): Formula {
  const inside = (part: Formula) => withoutExample(part, example);
  switch (formula.kind) {
    case 'number':
    case 'before':
      return formula;
    case 'name':
      return formula.example === example ? { kind: 'name', name: formula.name, span: formula.span } : formula;
    case 'cell': {
      const row = formula.row === 'last' ? 'last' : inside(formula.row);
      return formula.example === example ? { kind: 'cell', column: formula.column, row, span: formula.span } : { ...formula, row };
    }
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
