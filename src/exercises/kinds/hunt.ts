import type { ExerciseTask } from '../../chapter/index.js';
import type { EvaluatedExample, Value } from '../../evaluate/index.js';
import { type Formula, numberNode, referenceKey, referencesIn } from '../../formula/index.js';
import { contains, formatAmount, isPureNumber, type Quantity, roundHalfUp } from '../../number/index.js';
import { defaultPlaces } from '../answer/default-places.js';
import { type Making, makeAnswer } from '../answer/numeric-answer.js';
import type { ExerciseForm, HuntLine, NumericAnswer } from '../model/exercise.js';
import { quantityFormula } from './dotted.js';
import { checkName, findExample, impossible } from './rounds-kinds.js';

type Task = ExerciseTask & { readonly kind: 'hunt' };
type Slip = Task['slips'][number];

/**
 * A working in which some lines are wrong and the later ones go on with the wrong figure. A slip's figure takes the unit of its line:
 * who multiplies in place of dividing writes the unit that was asked for all the same.
 */
export function makeHunt(task: Task, making: Making): ExerciseForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined || !checkLines(task, example, making)) return undefined;
  const changes = new Map<string, Formula>();
  const lines: HuntLine[] = [];
  for (const { value: name } of task.lines) {
    const slip = task.slips.find(({ line }) => line.value === name);
    const answer = slip && rightFigure(String(lines.filter((line) => line.slip !== undefined).length + 1), name, example, making);
    if (slip !== undefined) {
      const wrong = answer && slipFigure(slip, answer, example, changes, making);
      if (wrong === undefined) return undefined;
      changes.set(name, numberNode(wrong.amount, wrong.unit, slip.formula.span));
    }
    const line = printedLine(name, slip, example, changes);
    if (line === undefined) return undefined;
    lines.push(slip === undefined || answer === undefined ? line : { ...line, slip: { code: slip.code.value, answer } });
  }
  const end = task.lines.at(-1)?.value;
  if (end === undefined || lines.at(-1)?.slip !== undefined) return { kind: 'hunt', example: task.example.value, lines };
  const last = rightFigure('last', end, example, making);
  return last === undefined ? undefined : { kind: 'hunt', example: task.example.value, lines, last };
}

function checkLines({ lines, slips }: Task, { example }: EvaluatedExample, making: Making): boolean {
  const steps = [...example.steps.map(({ name }) => name), ...(example.failed ?? [])];
  if (!lines.every((line) => checkName(line, `a step of ${example.name}`, steps, making))) return false;
  const names = lines.map(({ value }) => value);
  if (!slips.every(({ line }) => checkName(line, 'a line of this working', names, making))) return false;
  if (lines.length > 1) return true;
  return impossible(making, 'prints one line; a wrong one among several is hunted', 'Name at least two steps under `lines:`.') ?? false;
}

/** A share keeps its own digits: the places of an exercise are meant for money and counts. */
function rightFigure(id: string, name: string, example: EvaluatedExample, making: Making): NumericAnswer | undefined {
  const { spec } = making;
  const value = example.quantities.get(name)?.value;
  const share = typeof value === 'object' && isPureNumber(value.unit) ? { places: defaultPlaces(value) } : {};
  const formula = quantityFormula(example.example.name, name, undefined, spec.span);
  return makeAnswer({ id: `${spec.name}.${id}`, formula, ...share }, making);
}

/** The wrong figure as the lines above leave it. Where they are wrong too, it is also told from the right one without them. */
function slipFigure(
  { line, code, formula }: Slip,
  right: NumericAnswer,
  example: EvaluatedExample,
  changes: ReadonlyMap<string, Formula>,
  making: Making,
): Quantity | undefined {
  const values = [example, example.withChanges(changes)].map((one) => one.valueOf(formula));
  const [alone, wrong] = values;
  if (typeof alone !== 'object' || typeof wrong !== 'object') return reportNoFigure(line.value, formula, example, making);
  const same = [alone, wrong].find(
    ({ amount }) => contains(right.accepted, amount) || roundHalfUp(amount, right.places).equals(right.shown),
  );
  if (same === undefined) return { amount: wrong.amount, unit: right.exact.unit };
  making.report({
    code: 'distinct-options',
    severity: 'error',
    message: `In exercise \`${making.spec.name}\`, slip ${code.value} gives ${formatAmount(same.amount)} for \`${line.value}\`, which cannot be told from the right figure ${formatAmount(right.shown, right.places)}.`,
    span: code.span,
    hint: 'Write a formula whose figure is wrong beyond rounding.',
  });
  return undefined;
}

/** A formula that failed was reported when it was evaluated; an unknown or a condition was not. */
function reportNoFigure(line: string, formula: Formula, example: EvaluatedExample, { spec, report }: Making): undefined {
  const value = example.valueOf(formula);
  const missing = example.missingFor(formula);
  if (value === undefined && missing.length === 0) return undefined;
  report({
    code: 'answer-is-figure',
    severity: 'error',
    message: `The slip of \`${line}\` in exercise \`${spec.name}\` ${value === undefined ? `has no value: ${missing.map((name) => `\`${name}\``).join(', ')} unknown` : 'is a condition'}.`,
    span: formula.span,
    hint: 'Give a formula that yields the wrong figure.',
  });
  return undefined;
}

/** A bare wrong figure, or one made from the line's right figure, stands behind the step's own formula; another slip shows what was worked out instead. */
function printedLine(
  name: string,
  slip: Slip | undefined,
  example: EvaluatedExample,
  changes: ReadonlyMap<string, Formula>,
): HuntLine | undefined {
  const own = example.quantities.get(name)?.formula;
  const changed = example.withChanges(changes);
  const value = changed.quantities.get(name)?.value;
  if (own === undefined || typeof value !== 'object') return undefined;
  const bare = slip?.formula.kind === 'number' ? slip.formula : undefined;
  const formula = slip === undefined || bare !== undefined || namesLine(slip.formula, name) ? own : slip.formula;
  return { name, formula, values: valuesIn(formula, changed), value, ...(bare === undefined ? {} : { written: bare.text }) };
}

/** `10 * people` as a slip of `people`: the working cannot show how a line comes from itself. */
function namesLine(formula: Formula, line: string): boolean {
  return referencesIn(formula).some((node) => node.kind === 'name' && node.example === undefined && node.name === line);
}

function valuesIn(formula: Formula, example: EvaluatedExample): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const node of referencesIn(formula)) {
    const value = node.kind === 'before' ? undefined : example.valueOf(node);
    if (node.kind !== 'before' && value !== undefined) values.set(referenceKey(node), value);
  }
  return values;
}
