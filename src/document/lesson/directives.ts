import type { WordsBlock } from '../../chapter/index.js';
import type { EvaluatedExample, EvaluatedRounds } from '../../evaluate/index.js';
import { type Formula, parseFormula } from '../../formula/index.js';
import { type Amount, amount, formatAmount } from '../../number/index.js';
import type { Located } from '../../source/index.js';
import { exerciseBlock, promptAlone } from '../exercise/exercise-block.js';
import { documentPlace } from '../questions/figures.js';
import { fiveQuestions } from '../questions/five-questions.js';
import type { PhraseKey } from '../shared/phrases.js';
import { lineChart, niceRange } from '../tree/chart.js';
import { type Cell, panel, table } from '../tree/inlines.js';
import type { Block, PanelStyle } from '../tree/nodes.js';
import { columnPlaces, figureText, isWrittenAsPercent, shownPlaces } from '../wording/figures.js';
import { proseBlocks } from '../wording/prose.js';
import { namesAreKnown, unitNames } from '../wording/prose-figure.js';
import { formulaName, nameWithUnit, rowsHead } from '../wording/quantity-name.js';
import { spokenMath } from '../wording/spoken.js';
import type { Voice } from '../wording/voice.js';
import { definitionMath, workingBlock } from '../wording/working.js';

export type Directive = WordsBlock & { readonly kind: 'directive' };

/** What a directive prints in this edition; ids of headings and exercises begin with `idPrefix`. */
export function directiveBlocks(directive: Directive, voice: Voice, idPrefix: string): readonly Block[] {
  const prose = () => proseBlocks(directive.text, directive.textSpan, voice, `${idPrefix}-${directive.span.start}`);
  const simple = SIMPLE_PANELS.get(directive.directive);
  if (simple !== undefined) return [panel(simple.style, voice.say(simple.title), prose())];
  switch (directive.directive) {
    case 'exercise':
      return exerciseAt(directive, voice, idPrefix);
    case 'givens':
      return givensPanel(directive, prose(), voice);
    case 'worked':
      return workedPanel(directive, prose(), voice);
    case 'formula':
      return [...prose(), ...displayFormula(directive, voice)];
    case 'table':
      return [...prose(), ...roundsTable(directive, voice)];
    case 'chart':
      return [...prose(), ...roundsChart(directive, voice)];
    case 'five-questions':
      return [...prose(), ...fiveQuestions(voice, idPrefix)];
    // Parts of an exercise, of the lesson plan or of the keys: printed there.
    default:
      return [];
  }
}

const SIMPLE_PANELS: ReadonlyMap<
  string,
  { readonly style: PanelStyle; readonly title: PhraseKey & `${string}-title` & keyof SimpleTitles }
> = new Map([
  ['note', { style: 'note', title: 'note-title' }],
  ['card', { style: 'card', title: 'card-title' }],
  ['certificate', { style: 'certificate', title: 'certificate-title' }],
  ['exit', { style: 'exit', title: 'exit-title' }],
  ['transfer', { style: 'note', title: 'transfer-title' }],
  ['recall', { style: 'recall', title: 'recall-title' }],
] as const);

/** Titles of panels that have no slots. */
type SimpleTitles = Record<'note-title' | 'card-title' | 'certificate-title' | 'exit-title' | 'transfer-title' | 'recall-title', true>;

function exerciseAt(directive: Directive, voice: Voice, idPrefix: string): readonly Block[] {
  const exercise = voice.content.exercises.find(({ name }) => name === directive.arguments[0]?.value);
  if (exercise === undefined) return promptAlone(directive, voice, `${idPrefix}-${directive.span.start}`);
  return [{ kind: 'exercise', exercise: exerciseBlock(exercise, directive, voice, idPrefix) }];
}

/** The facts box: each printed quantity in words, its figure, and the line of the document. */
function givensPanel(directive: Directive, intro: readonly Block[], voice: Voice): readonly Block[] {
  const evaluated = exampleNamed(directive.arguments[0], directive, voice);
  if (evaluated === undefined) return intro;
  const { name, givens } = evaluated.example;
  const rows = givens.map((given): readonly Cell[] => {
    const value = evaluated.quantities.get(given.name)?.value;
    const percent = isWrittenAsPercent(voice.content.evaluated, name, given.name);
    const figure = typeof value === 'object' ? figureText(value, voice, { percent }) : voice.say('unknown');
    return [voice.quantityName(name, given.name), figure, voice.say('givens-mark', { place: documentPlace(given.line, voice) }).trim()];
  });
  const head = [voice.say('givens-quantity'), voice.say('givens-figure'), voice.say('givens-place')];
  // Facts of no document have no line to name.
  const shown = givens.some(({ line }) => documentPlace(line, voice) !== '') ? 3 : 2;
  const facts = table(
    ['start 4', 'end 3', 'start 2'].slice(0, shown),
    head.slice(0, shown),
    rows.map((row) => row.slice(0, shown)),
  );
  return [panel('givens', voice.say('givens-title'), [...intro, facts])];
}

function workedPanel(directive: Directive, intro: readonly Block[], voice: Voice): readonly Block[] {
  const formula = formulaOf(directive, voice);
  if (formula === undefined) return intro;
  const derivation = voice.content.evaluated.derive(formula);
  const title = voice.say('worked-title', { name: formulaName(formula, voice) });
  const example = voice.content.evaluated.exampleOf(formula)?.example.name;
  return [{ ...panel('worked', title, [...intro, workingBlock(derivation, voice)]), ...(example === undefined ? {} : { example }) }];
}

/** The definition of one quantity, in words. */
function displayFormula(directive: Directive, voice: Voice): readonly Block[] {
  const formula = formulaOf(directive, voice);
  const step = formula === undefined ? undefined : voice.content.evaluated.derive(formula).steps.at(-1);
  if (step === undefined) return [];
  const math = definitionMath(step, voice);
  return [{ kind: 'formula', math, alt: spokenMath(math, voice) }];
}

function roundsTable(directive: Directive, voice: Voice): readonly Block[] {
  const [example, rows, columns] = directive.arguments;
  const found = roundsNamed(example, directive, voice);
  const range = rowRange(rows, directive, voice);
  if (found === undefined || range === undefined) return [];
  const { name, rounds } = found;
  const wanted = columns === undefined ? rounds.columns.map((column) => column.name) : columns.value.split(',').map((part) => part.trim());
  const shown = wanted.flatMap((column) => columnNamed(column, columns ?? directive, found, voice) ?? []);
  const head = [rowsHead(name, voice), ...shown.map((column) => nameWithUnit(voice.quantityName(name, column.name), column.unit, voice))];
  const amounts = shown.map(({ name: column }) => range.map((row) => amountIn(rounds, column, row)));
  const places = amounts.map((column) => columnPlaces(column, MOST_PLACES));
  const body = range.map((row, at): readonly Cell[] => [
    String(row),
    ...amounts.map((column, index) => cellText(column[at], places[index] ?? 0)),
  ]);
  return [table(['center 1', ...shown.map(() => 'end 2')], head, body)];
}

function amountIn(rounds: EvaluatedRounds, column: string, row: number): Amount | undefined {
  const value = rounds.cell(column, row);
  return typeof value === 'object' ? value.amount : undefined;
}

function cellText(value: Amount | undefined, places: number): string {
  return value === undefined ? '–' : formatAmount(value, places);
}

function roundsChart(directive: Directive, voice: Voice): readonly Block[] {
  const [example, column, rows] = directive.arguments;
  const found = roundsNamed(example, directive, voice);
  const range = rowRange(rows, directive, voice);
  if (found === undefined || range === undefined || column === undefined) return [];
  const shown = columnNamed(column.value, column, found, voice);
  if (shown === undefined) return [];
  const points = range.flatMap((row) => {
    const value = found.rounds.cell(shown.name, row);
    return typeof value === 'object' ? [{ x: amount(row), y: value.amount }] : [];
  });
  const label = nameWithUnit(voice.quantityName(found.name, shown.name), shown.unit, voice);
  const x = niceRange(
    rowsHead(found.name, voice),
    points.map((point) => point.x),
  );
  const y = niceRange(
    label,
    points.map((point) => point.y),
  );
  const ends = {
    y: label,
    x: x.label,
    from: String(range[0] ?? 0),
    to: String(range.at(-1) ?? 0),
    first: endText(points.at(0)?.y),
    last: endText(points.at(-1)?.y),
  };
  return [
    {
      kind: 'figure',
      figure: { kind: 'chart', chart: lineChart(x, y, points) },
      alt: voice.say('chart-alt', ends),
      caption: [{ kind: 'text', text: voice.say('chart-caption', { y: label, x: x.label }) }],
    },
  ];
}

function endText(value: Amount | undefined): string {
  return value === undefined ? '' : formatAmount(value, Math.min(2, shownPlaces(value)));
}

function formulaOf(directive: Directive, voice: Voice): Formula | undefined {
  const first = directive.arguments[0];
  const last = directive.arguments.at(-1);
  if (first === undefined || last === undefined) return shapeError(directive, 'It names one quantity, such as `example.quantity`.', voice);
  const parsed = parseFormula(first.span.source, first.span.start, last.span.end, unitNames(voice));
  parsed.diagnostics.forEach(voice.report);
  return parsed.value !== undefined && namesAreKnown(parsed.value, voice) ? parsed.value : undefined;
}

interface NamedRounds {
  readonly name: string;
  readonly rounds: EvaluatedRounds;
}

function exampleNamed(argument: Located<string> | undefined, directive: Directive, voice: Voice): EvaluatedExample | undefined {
  if (argument === undefined) return shapeError(directive, 'It names an example.', voice);
  const { examples } = voice.content.evaluated;
  const found = examples.get(argument.value);
  if (found !== undefined) return found;
  const hint = `Examples: ${[...examples.keys()].join(', ')}.`;
  voice.report({
    code: 'known-example',
    severity: 'error',
    message: `There is no example \`${argument.value}\`.`,
    span: argument.span,
    hint,
  });
  return undefined;
}

function roundsNamed(argument: Located<string> | undefined, directive: Directive, voice: Voice): NamedRounds | undefined {
  const example = exampleNamed(argument, directive, voice);
  if (example === undefined) return undefined;
  if (example.rounds !== undefined) return { name: example.example.name, rounds: example.rounds };
  voice.report({
    code: 'rounds-present',
    severity: 'error',
    message: `The example \`${example.example.name}\` has no rounds to print.`,
    span: directive.span,
    hint: 'Name an example with `rounds:`.',
  });
  return undefined;
}

function columnNamed(column: string, place: Located<string> | Directive, { name, rounds }: NamedRounds, voice: Voice) {
  const found = rounds.columns.find((one) => one.name === column);
  if (found !== undefined) return found;
  const hint = `Columns: ${rounds.columns.map((one) => one.name).join(', ')}.`;
  voice.report({ code: 'known-name', severity: 'error', message: `There is no column \`${column}\` in ${name}.`, span: place.span, hint });
  return undefined;
}

/** `0-10` or `3`: the rows from first to last. */
function rowRange(argument: Located<string> | undefined, directive: Directive, voice: Voice): readonly number[] | undefined {
  const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(argument?.value ?? '') ?? [];
  const from = Number(first);
  const to = Number(last ?? first);
  if (first === undefined || to < from || to - from > MOST_ROWS) {
    return shapeError(directive, `It names rows such as \`0-10\`, at most ${MOST_ROWS} of them.`, voice);
  }
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const MOST_ROWS = 200;
/** Decimals in a table of rounds. */
const MOST_PLACES = 4;

function shapeError(directive: Directive, hint: string, voice: Voice): undefined {
  const message = `\`::: ${directive.directive}\` cannot be read.`;
  voice.report({ code: 'directive-shape', severity: 'error', message, span: directive.arguments[0]?.span ?? directive.span, hint });
  return undefined;
}
