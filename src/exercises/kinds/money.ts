import type { MoneyFlow, Task } from '../../chapter/index.js';
import { dotted, type Formula, numberNode } from '../../formula/index.js';
import { type Unit, ZERO } from '../../number/index.js';
import type { Span } from '../../source/index.js';
import { commonPlaces } from '../answer/default-places.js';
import { impossible, type Making } from '../answer/making.js';
import { makeAnswer } from '../answer/numeric-answer.js';
import { figures, type NumericAnswer } from '../model/answer.js';
import type { ExerciseKind } from './kind.js';
import { findExample } from './named.js';

export interface MoneyForm {
  readonly kind: 'money';
  readonly example: string;
  readonly parties: readonly string[];
  readonly flows: readonly { readonly from: string; readonly to: string; readonly answer: NumericAnswer }[];
  readonly nets: readonly { readonly party: string; readonly answer: NumericAnswer }[];
}

/** The who-pays-whom table: the amount of each payment, and what each party has more (or less) in the end. */
export const money = {
  make: makeMoney,
  written: ({ flows, nets }) => figures([...flows, ...nets].map(({ answer }) => answer)),
} satisfies ExerciseKind<Task<'money'>, MoneyForm>;

function makeMoney(task: Task<'money'>, making: Making): MoneyForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  const owner = task.example.value;
  const table = making.audit.money.find((one) => one.example === owner);
  const payments = example.example.money;
  if (table === undefined || payments.length === 0) return impossible(making, `names example \`${owner}\`, which has no \`money:\``);
  const { spec } = making;
  const amounts = payments.map(({ amount }) => example.valueOf(amount));
  // One number of decimals for the whole table, so that it can be added up.
  const places = spec.places ?? commonPlaces(amounts);
  const flows = [];
  for (const [index, { from, to, amount }] of payments.entries()) {
    const answer = makeAnswer({ id: `${spec.name}.${index + 1}`, formula: dotted(amount, owner), example, places }, making);
    if (answer === undefined) return undefined;
    flows.push({ from: from.value, to: to.value, answer });
  }
  const nets = [];
  for (const { party } of table.nets) {
    const formula = dotted(netFormula(party, payments, table.unit, spec.span), owner);
    const answer = makeAnswer({ id: `${spec.name}.${party}`, formula, example, places }, making);
    if (answer === undefined) return undefined;
    nets.push({ party, answer });
  }
  return { kind: 'money', example: owner, parties: table.parties, flows, nets };
}

/** Everything received less everything paid, as one formula, so that a net has its working like any other figure. */
function netFormula(party: string, payments: readonly MoneyFlow[], unit: Unit, span: Span): Formula {
  const nothing = numberNode(ZERO, unit, span);
  const received = payments.filter(({ to }) => to.value === party).map(({ amount }) => amount);
  const paid = payments.filter(({ from }) => from.value === party).map(({ amount }) => amount);
  const [first = nothing, ...others] = received;
  const sum = others.reduce<Formula>((left, right) => ({ kind: 'binary', operator: '+', left, right, span }), first);
  return paid.reduce<Formula>((left, right) => ({ kind: 'binary', operator: '-', left, right, span }), sum);
}
