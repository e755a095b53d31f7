import type { Task as TaskOf } from '../../chapter/index.js';
import type { EvaluatedExample, Value } from '../../evaluate/index.js';
import { type Formula, numberNode, referenceKey, referencesIn } from '../../formula/index.js';
import { contains, formatAmount, isPureNumber, type Quantity, roundHalfUp, shuffledOrder } from '../../number/index.js';
import { defaultPlaces } from '../answer/default-places.js';
import { impossible, type Making } from '../answer/making.js';
import { makeAnswer } from '../answer/numeric-answer.js';
import { figures, type NumericAnswer, type WrittenPart } from '../model/answer.js';
import type { ExerciseKind } from './kind.js';
import { letterOf } from './letter.js';
import { checkName, findExample } from './named.js';
import { quantityFormula } from './quantity-formula.js';

type Task = TaskOf<'hunt'>;
type Slip = Task['slips'][number];

export interface HuntForm {
  readonly kind: 'hunt';
  readonly example: string;
  readonly lines: readonly HuntLine[];
  /** The figure at the end once the wrong lines are redone; absent when the last line is itself a wrong one. */
  readonly last?: NumericAnswer;
}

/** A line of a working as it is printed; with a slip, its figure is wrong, and later lines go on with it. */
export interface HuntLine {
  readonly name: string;
  /** In the scope of the example. */
  readonly formula: Formula;
  /** Values of the names in `formula` as the lines above leave them, found by `referenceKey`. */
  readonly values: ReadonlyMap<string, Value>;
  readonly value: Quantity;
  /** The wrong figure as the author wrote it (`0.05%`), where it is a bare figure. */
  readonly written?: string;
  readonly slip?: { readonly code: string; readonly answer: NumericAnswer };
}

export type WrongLine = HuntLine & { readonly slip: NonNullable<HuntLine['slip']> };

/**
 * A working in which some lines are wrong and the later ones go on with the wrong figure. A slip's figure takes the unit of its line:
 * who multiplies in place of dividing writes the unit that was asked for all the same.
 */
export const hunt = {
  make: makeHunt,
  written: huntedParts,
  choices: ({ lines }) => lines.map(({ slip }) => slip?.code ?? '').join(),
} satisfies ExerciseKind<Task, HuntForm>;

/** The wrong lines, each with its place in the working (0-based) and the ids under which its number and its code are written. */
export function wrongLines({ lines }: HuntForm, exercise: string) {
  const wrong = lines.flatMap((line, place) => (isWrong(line) ? [{ line, place }] : []));
  return wrong.map((one, index) => ({ ...one, numberId: `${exercise}.line.${index + 1}`, codeId: `${exercise}.code.${index + 1}` }));
}

/** Slips in the list that belong to no line. */
export const SLIP_DECOYS = 2;

/** The codes of the slips, each once, and the places of all entries of the list from which the student chooses, decoys last. */
export function slipList({ lines }: HuntForm, exercise: string): { readonly codes: readonly string[]; readonly places: readonly number[] } {
  const codes = [...new Set(lines.flatMap(({ slip }) => slip?.code ?? []))].sort();
  const order = shuffledOrder(codes.length + SLIP_DECOYS, `${exercise} slips`);
  return { codes, places: codes.concat(Array(SLIP_DECOYS).fill('')).map((_, index) => order.indexOf(index)) };
}

/** a, b, c, …: by this letter a student names the slip. */
export function slipLetter(form: HuntForm, exercise: string, code: string): string {
  const { codes, places } = slipList(form, exercise);
  return letterOf(places[codes.indexOf(code)] ?? 0).toLowerCase();
}

/** `b` as a language letters its list of slips: 乙 where `letters` are 甲乙丙…. */
export function slipInLanguage(letter: string, letters: string): string {
  return [...letters][letter.charCodeAt(0) - 'a'.charCodeAt(0)] ?? letter;
}

function isWrong(line: HuntLine): line is WrongLine {
  return line.slip !== undefined;
}

/** For each wrong line its number, the letter of its slip and the right figure; then the figure at the end. */
function huntedParts(form: HuntForm, exercise: string): readonly WrittenPart[] {
  const parts = wrongLines(form, exercise).flatMap(({ line: { slip }, place, numberId, codeId }): readonly WrittenPart[] => [
    { kind: 'line-number', id: numberId, text: String(place + 1) },
    { kind: 'word', id: codeId, text: slipLetter(form, exercise, slip.code) },
    { kind: 'figure', answer: slip.answer },
  ]);
  return [...parts, ...figures(form.last === undefined ? [] : [form.last])];
}

function makeHunt(task: Task, making: Making): HuntForm | undefined {
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
  return making.report(
    'distinct-options',
    code.span,
    `In exercise \`${making.spec.name}\`, slip ${code.value} gives ${formatAmount(same.amount)} for \`${line.value}\`, which cannot be told from the right figure ${formatAmount(right.shown, right.places)}.`,
    'Write a formula whose figure is wrong beyond rounding.',
  );
}

/** A formula that failed was reported when it was evaluated; an unknown or a condition was not. */
function reportNoFigure(line: string, formula: Formula, example: EvaluatedExample, { spec, report }: Making): undefined {
  const value = example.valueOf(formula);
  const missing = example.missingFor(formula);
  if (value === undefined && missing.length === 0) return undefined;
  return report(
    'answer-is-figure',
    formula.span,
    `The slip of \`${line}\` in exercise \`${spec.name}\` ${value === undefined ? `has no value: ${missing.map((name) => `\`${name}\``).join(', ')} unknown` : 'is a condition'}.`,
    'Give a formula that yields the wrong figure.',
  );
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
