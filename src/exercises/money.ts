import type { ChapterAudit } from '../audit/index.js';
import { type Amount, intervalAround, roundHalfUp, type Unit } from '../number/index.js';
import type { ExerciseTask } from '../parse/index.js';
import { defaultPlaces } from './default-places.js';
import type { ExerciseForm, NumericAnswer } from './exercise.js';
import { type Making, makeAnswer } from './numeric-answer.js';
import { findExample, impossible } from './rounds-kinds.js';

/** The who-pays-whom table: the amount of each payment, and what each party is left with. */
export function makeMoney(task: ExerciseTask & { readonly kind: 'money' }, making: Making, audit: ChapterAudit): ExerciseForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  const table = audit.money.find((one) => one.example === task.example.value);
  if (table === undefined || table.flows.length === 0)
    return impossible(making, `names example \`${task.example.value}\`, which has no \`money:\``);
  const { spec } = making;
  const flows = example.example.money.map(({ from, to, amount }, index) => {
    const answer = makeAnswer({ id: `${spec.name}.${index + 1}`, formula: amount, example }, making);
    return answer === undefined ? undefined : { from: from.value, to: to.value, answer };
  });
  const made = flows.filter((flow) => flow !== undefined);
  if (made.length < flows.length) return undefined;
  const places = Math.max(...made.map(({ answer }) => answer.places));
  const nets = table.nets.map(({ party, net }) => ({ party, answer: netAnswer(`${spec.name}.${party}`, net, table.unit, places, making) }));
  return { kind: 'money', example: task.example.value, parties: table.parties, flows: made, nets };
}

/** A party's net is read off the table, so its working is the table itself. */
function netAnswer(id: string, net: Amount, unit: Unit, places: number, { spec }: Making): NumericAnswer {
  const exact = { amount: net, unit };
  const digits = Math.min(places, defaultPlaces(exact));
  const shown = roundHalfUp(net, digits);
  return {
    id,
    formula: { kind: 'number', text: net.toFixed(), amount: net, unit, span: spec.span },
    exact,
    places: digits,
    shown,
    accepted: intervalAround(shown, digits),
    otherPaths: [],
    derivation: { steps: [], value: exact },
    misconceptions: [],
  };
}
