import { formulaOf } from '../chapter/index.js';
import type { EvaluatedExample, EvaluatedQuantity } from '../evaluate/index.js';
import { type Formula, numberNode } from '../formula/index.js';
import { amount, isDate } from '../number/index.js';
import type { ExampleInputs } from './results.js';

const ONE_PER_CENT_MORE = amount('1.01');

/** Question 3, what is held still? The unstated inputs with what rests on them, and how strongly each claim follows each input. */
export function auditInputs(example: EvaluatedExample): ExampleInputs {
  const quantities = [...example.quantities.values()];
  return {
    example: example.example.name,
    unstated: quantities.filter(({ role }) => role === 'unstated').map((one) => unstatedInput(one, example, quantities)),
    sensitivities: sensitivities(example, quantities),
  };
}

function unstatedInput(
  input: EvaluatedQuantity,
  example: EvaluatedExample,
  quantities: readonly EvaluatedQuantity[],
): ExampleInputs['unstated'][number] {
  const rests = (formula: Formula | undefined) => formula !== undefined && example.inputsOf(formula).includes(input.name);
  return {
    name: input.name,
    unit: input.unit,
    ...(typeof input.value === 'object' ? { value: input.value } : {}),
    dependents: [
      ...quantities.filter(({ role, formula }) => role === 'step' && rests(formula)).map(({ name }) => name),
      ...example.example.claims.filter((claim) => rests(formulaOf(claim))).map(({ name }) => `claim:${name}`),
    ],
    assumptions: example.example.assumptions
      .filter(({ restsOn }) => restsOn.some(({ value }) => value === input.name))
      .map(({ name }) => name),
  };
}

/** The change of each figure claim in per cent when one input grows by 1 %; inputs of value 0 cannot grow and are left out, as dates are. */
function sensitivities(example: EvaluatedExample, quantities: readonly EvaluatedQuantity[]): ExampleInputs['sensitivities'] {
  const found: ExampleInputs['sensitivities'][number][] = [];
  for (const input of quantities) {
    if (input.role === 'step' || input.role === 'convention' || typeof input.value !== 'object' || input.value.amount.isZero()) continue;
    if (isDate(input.unit)) continue;
    const { span } = example.example;
    const grown = input.value.amount.times(ONE_PER_CENT_MORE);
    const changed = example.withChanges(new Map([[input.name, numberNode(grown, input.unit, span)]]));
    for (const claim of example.example.claims) {
      if (claim.content.kind !== 'figure' || !example.inputsOf(claim.content.of).includes(input.name)) continue;
      const before = example.valueOf(claim.content.of);
      const after = changed.valueOf(claim.content.of);
      if (typeof before !== 'object' || typeof after !== 'object' || before.amount.isZero() || isDate(before.unit)) continue;
      const percent = after.amount.minus(before.amount).dividedBy(before.amount.abs()).times(100);
      found.push({ claim: claim.name, input: input.name, percent });
    }
  }
  return found;
}
