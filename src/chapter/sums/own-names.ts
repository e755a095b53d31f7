import { type Formula, replaceParts } from '../../formula/index.js';
import type { Example } from '../model/chapter.js';
import type { Step } from '../model/step.js';

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
  return replaceParts(formula, (part) => {
    if ((part.kind !== 'name' && part.kind !== 'cell') || part.example !== example) return undefined;
    const { example: _model, ...own } = part;
    return withoutExample(own, example);
  });
}
