import type { Exercise, Form, NumericAnswer, TableCell } from '../../exercises/index.js';
import { type Cell, panel, paragraph, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { cellText, figureText, isWrittenAsPercent } from '../wording/figures.js';
import { printedText } from '../wording/printed.js';
import { answerName, formulaName, nameWithUnit, rowsHead } from '../wording/quantity-name.js';
import { quoted, trimmedSentence } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';
import { type AnswerGrid, alsoRight, filledInPanel, misconceptionTable } from './key.js';
import { type Blanks, type ExerciseParts, forTeacher, makeBlanks, roundingAsPrinted, roundingNote, workingSpace } from './parts.js';

/** Rows of the rounds with blank cells. */
export function tableParts(form: Form<'table'>, voice: Voice): ExerciseParts {
  const blanks = makeBlanks(voice);
  const cells = form.rows.flatMap((row) => row.cells);
  const answers = cells.flatMap((cell) => (cell.kind === 'blank' ? [cell.answer] : []));
  const head = [
    rowsHead(form.example, voice),
    ...form.columns.map(({ name, unit }) => nameWithUnit(voice.quantityName(form.example, name), unit, voice)),
  ];
  const rows = form.rows.map(({ row, cells: figures }): readonly Cell[] => [
    String(row),
    ...figures.map((cell) => tableCell(cell, blanks, voice)),
  ]);
  return {
    response: [...roundingNote(answers, voice), table(['center 1', ...form.columns.map(() => 'end 2')], head, rows)],
    key: forTeacher(voice, () => [filledInPanel(tableGrid(form, head), voice)]),
  };
}

function tableGrid(form: Form<'table'>, head: readonly string[]): AnswerGrid {
  const rows = form.rows.map(({ row, cells }) => ({
    label: String(row),
    answers: cells.map((cell) => (cell.kind === 'blank' ? cell.answer : undefined)),
  }));
  return { example: form.example, head, rows };
}

function tableCell(cell: TableCell, blanks: Blanks, voice: Voice): Cell {
  if (cell.kind === 'none') return '–';
  if (cell.kind === 'blank') return [blanks.figure(cell.answer)];
  return cellText(cell.value, cell.places, voice);
}

/** A row for each change, a column for each figure to watch. */
export function whatIfParts(form: Form<'what-if'>, voice: Voice, exercise: Exercise): ExerciseParts {
  const blanks = makeBlanks(voice);
  const answers = form.cases.flatMap(({ cells }) => cells);
  const unitOf = (index: number) => form.cases[0]?.cells[index]?.exact.unit;
  const watched = form.watch.map((formula, index) => {
    const unit = unitOf(index);
    const name = formulaName(formula, voice);
    return unit === undefined ? name : nameWithUnit(name, unit, voice);
  });
  const rows = form.cases.map(({ changes, cells }) => ({
    label:
      changes.length === 0 ? voice.say('changed-nothing') : voice.list(changes.map((change) => changeText(form.example, change, voice))),
    answers: cells,
  }));
  const grid = { example: form.example, head: [voice.say('changed'), ...watched], rows };
  const filled = rows.map(({ label, answers: figures }): readonly Cell[] => [label, ...figures.map((answer) => [blanks.figure(answer)])]);
  return {
    response: [
      ...roundingNote(answers, voice),
      workingSpace(exercise.lines ?? 3, voice),
      table(['start 2', ...watched.map(() => 'end 1')], grid.head, filled),
    ],
    key: forTeacher(voice, () => [filledInPanel(grid, voice)]),
  };
}

function changeText(example: string, { name, value }: Form<'what-if'>['cases'][number]['changes'][number], voice: Voice): string {
  const percent = isWrittenAsPercent(voice.content.evaluated, example, name);
  return voice.say('changed-to', { name: voice.quantityName(example, name), figure: figureText(value, voice, { percent }) });
}

/** A row for each printed figure, a column for each reading, and a box for the readings that give them all. */
export function chooseReadingParts(form: Form<'choose-reading'>, voice: Voice): ExerciseParts {
  const blanks = makeBlanks(voice);
  const names = form.readings.map((reading) => trimmedSentence(voice.readingName(form.example, reading)));
  const printedFigure = (claim: string) => {
    const declared = voice.content.evaluated.examples.get(form.example)?.example.claims.find(({ name }) => name === claim);
    return declared === undefined ? '' : printedText(declared, voice);
  };
  const rows = form.claims.map(({ claim, cells }): readonly Cell[] => [
    voice.claimText(form.example, claim),
    printedFigure(claim),
    ...cells.map(({ answer }): Cell => (answer === undefined ? [blanks.words('medium')] : [blanks.figure(answer)])),
  ]);
  const boxes: readonly Cell[] = [
    voice.say('every-figure-fits'),
    '',
    ...names.map((name, index) => [
      blanks.box(form.fitting.includes(index), voice.say('label-and-text', { label: voice.say('fits'), text: name })),
    ]),
  ];
  const head = [voice.say('claim'), voice.say('printed'), ...names];
  const answers = form.claims.flatMap(({ cells }) => cells.flatMap(({ answer }) => (answer === undefined ? [] : [answer])));
  return {
    response: [...roundingAsPrinted(answers, voice), table(['start 3', 'end 1.6', ...names.map(() => 'center 2')], head, [...rows, boxes])],
    key: forTeacher(voice, () => [fittingReadings(form, names, answers, voice)]),
  };
}

function fittingReadings(
  { fitting }: Form<'choose-reading'>,
  names: readonly string[],
  answers: readonly NumericAnswer[],
  voice: Voice,
): Block {
  const quotes = fitting.flatMap((index) => names[index] ?? []).map((name) => quoted(name, voice));
  const said = quotes.length === 0 ? voice.say('key-no-reading') : voice.say('key-every-figure', { readings: voice.list(quotes) });
  const sentence = [paragraph(said)];
  if (answers.length === 0) return panel('answer', voice.say('answer'), sentence);
  const labelled = answers.map((answer) => [answerName(answer, voice), answer] as const);
  const blocks = [paragraph(voice.say('key-filled-in')), ...sentence, ...alsoRight(labelled, voice), ...misconceptionTable(answers, voice)];
  return panel('answer', voice.say('answer'), blocks);
}
