import type { ChapterAudit } from '../../audit/index.js';
import type { ExerciseTask, MoneyFlow } from '../../chapter/index.js';
import { type Formula, numberNode } from '../../formula/index.js';
import { type Unit, ZERO } from '../../number/index.js';
import type { Span } from '../../source/index.js';
import { defaultPlaces } from '../answer/default-places.js';
import { type Making, makeAnswer } from '../answer/numeric-answer.js';
import type { ExerciseForm } from '../model/exercise.js';
import { dotted } from './dotted.js';
import { findExample, impossible } from './rounds-kinds.js';

/** The who-pays-whom table: the amount of each payment, and what each party has more (or less) in the end. */
export function makeMoney(task: ExerciseTask & { readonly kind: 'money' }, making: Making, audit: ChapterAudit): ExerciseForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  const owner = task.example.value;
  const table = audit.money.find((one) => one.example === owner);
  const { money } = example.example;
  if (table === undefined || money.length === 0) return impossible(making, `names example \`${owner}\`, which has no \`money:\``);
  const { spec } = making;
  const figures = money.map(({ amount }) => example.valueOf(amount));
  // One number of decimals for the whole table, so that it can be added up.
  const places = spec.places ?? Math.max(...figures.map((value) => (typeof value === 'object' ? defaultPlaces(value) : 0)));
  const flows = [];
  for (const [index, { from, to, amount }] of money.entries()) {
    const answer = makeAnswer({ id: `${spec.name}.${index + 1}`, formula: dotted(amount, owner), example, places }, making);
    if (answer === undefined) return undefined;
    flows.push({ from: from.value, to: to.value, answer });
  }
  const nets = [];
  for (const { party } of table.nets) {
    const formula = dotted(netFormula(party, money, table.unit, spec.span), owner);
    const answer = makeAnswer({ id: `${spec.name}.${party}`, formula, example, places }, making);
    if (answer === undefined) return undefined;
    nets.push({ party, answer });
  }
  return { kind: 'money', example: owner, parties: table.parties, flows, nets };
}

/** Everything received less everything paid, as one formula, so that a net has its working like any other figure. */
function netFormula(party: string, money: readonly MoneyFlow[], unit: Unit, span: Span): Formula {
  const nothing = numberNode(ZERO, unit, span);
  const received = money.filter(({ to }) => to.value === party).map(({ amount }) => amount);
  const paid = money.filter(({ from }) => from.value === party).map(({ amount }) => amount);
  const [first = nothing, ...others] = received;
  const sum = others.reduce<Formula>((left, right) => ({ kind: 'binary', operator: '+', left, right, span }), first);
  return paid.reduce<Formula>((left, right) => ({ kind: 'binary', operator: '-', left, right, span }), sum);
}
