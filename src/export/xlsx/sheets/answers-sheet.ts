import type { Blank, Option } from '../../model/content.js';
import type { Bank, BankExercise } from '../../model/item.js';
import { address, fixedAddress } from '../file/address.js';
import type { ChoiceList, Highlight, Sheet } from '../file/book.js';
import { createSheetBuilder, type SheetBuilder, type SpannedCell, text } from '../file/sheet-builder.js';
import { LOOKS } from '../words/looks.js';
import { ANSWER, keyCells, mostIntervals, scoreFormula, verdictFormula } from './answer-key.js';
import { addStem, labelText, TASK_COLUMNS, TASK_WIDTHS } from './answer-stem.js';
import { cell } from './layout.js';
import { quotedText, type Setting } from './setting.js';

const CHECK_WIDTH = 30;
const KEY_WIDTH = 15;
const OPTION_WIDTH = 14;
/** Room for an answer in sentences. */
const WRITING_HEIGHT = 72;

interface AnswersSheet {
  readonly builder: SheetBuilder;
  readonly lists: ChoiceList[];
  readonly highlights: Highlight[];
  /** Columns that a reader sees, before the texts of choices. */
  readonly printed: number;
  /** Rows of exercises that have a score. */
  readonly scores: number[];
  readonly setting: Setting;
}

/** Every exercise with a row for each answer. For a teacher each row says whether what stands in it is right, and adds up the marks. */
export function answersSheet(name: string, bank: Bank, setting: Setting): Sheet {
  const { voice, edition } = setting;
  const teacher = edition === 'teacher';
  const intervals = mostIntervals(bank);
  const keyWidths = teacher ? [CHECK_WIDTH, KEY_WIDTH, ...Array.from({ length: 2 * intervals }, () => KEY_WIDTH)] : [];
  const widths = [...TASK_WIDTHS, ...keyWidths, 3, ...Array.from({ length: mostOptions(bank) }, () => OPTION_WIDTH)];
  const builder = createSheetBuilder(widths);
  const printed = TASK_COLUMNS + keyWidths.length;
  const sheet: AnswersSheet = { builder, lists: [], highlights: [], printed, scores: [], setting };
  builder.add([cell(0, LOOKS.title, name)], 30);
  builder.add([cell(0, LOOKS.note, voice.say('sheet-note-answers'), TASK_COLUMNS)]);
  const bounds = Array.from({ length: intervals }, () => [voice.say('sheet-from'), voice.say('sheet-to')]).flat();
  const heads = [
    voice.say('answer'),
    voice.say('sheet-unit'),
    ...(teacher ? [voice.say('sheet-check'), voice.say('edition-key'), ...bounds] : []),
  ];
  const headRow = builder.add([
    cell(ANSWER.label, LOOKS.section, voice.say('exercise'), ANSWER.answer),
    ...heads.map((head, index) => cell(ANSWER.answer + index, LOOKS.sectionEnd, head)),
  ]);
  for (const exercise of bank.exercises) addExercise(exercise, sheet);
  if (teacher && sheet.scores.length > 0) addTotal(bank, sheet);
  return {
    name,
    widths,
    rows: builder.rows,
    merges: builder.merges,
    frozenRows: headRow,
    landscape: teacher,
    printedColumns: printed,
    repeatedRows: [headRow, headRow],
    isProtected: true,
    lists: sheet.lists,
    highlights: sheet.highlights,
    links: [],
    charts: [],
  };
}

function mostOptions({ exercises }: Bank): number {
  const counts = exercises.flatMap(({ variants: [item] }) =>
    (item?.blanks ?? []).map((blank) => (blank.kind === 'choice' ? blank.options.length : 0)),
  );
  return Math.max(0, ...counts);
}

function addExercise(exercise: BankExercise, sheet: AnswersSheet): void {
  const { builder, setting, scores, printed } = sheet;
  const { voice, edition } = setting;
  const [item] = exercise.variants;
  if (item === undefined) return;
  builder.add([], 9);
  const marks = exercise.marks === 1 ? voice.say('marks-one') : voice.say('marks-many', { marks: String(exercise.marks) });
  const title = `${voice.say('exercise-number', { number: String(exercise.number) })}\u2002${voice.say(`kind-${exercise.kind}`)}`;
  const first = builder.next + 1 + addStem(item, createSheetBuilder(TASK_WIDTHS));
  if (edition === 'teacher') scores.push(builder.next);
  builder.add([
    cell(ANSWER.label, LOOKS.section, title, ANSWER.answer),
    cell(ANSWER.answer, LOOKS.sectionEnd, marks),
    cell(ANSWER.unit, LOOKS.sectionEnd, ''),
    ...(edition === 'teacher' ? [scoreCell(exercise.marks, item.blanks.length, first, setting), ...rest(ANSWER.check + 1, printed)] : []),
  ]);
  addStem(item, builder);
  for (const blank of item.blanks) addBlank(blank, labelText(blank, item, exercise.kind, voice), sheet);
  if (item.blanks.length === 0) builder.add([{ column: 0, span: TASK_COLUMNS, style: LOOKS.words }], WRITING_HEIGHT);
}

/** The marks of an exercise; a teacher writes those of one that is read. */
function scoreCell(marks: number, blanks: number, first: number, setting: Setting): SpannedCell {
  if (blanks === 0) return { column: ANSWER.check, style: LOOKS.answer };
  return {
    column: ANSWER.check,
    style: LOOKS.sectionEnd,
    content: { kind: 'formula', formula: scoreFormula(marks, blanks, first, setting), value: 0 },
  };
}

/** Cells of a head that hold nothing. */
function rest(from: number, to: number): readonly SpannedCell[] {
  return Array.from({ length: to - from }, (_, index) => cell(from + index, LOOKS.section, ''));
}

function addBlank(blank: Blank, label: string, sheet: AnswersSheet): void {
  const { builder, setting, lists, highlights, printed } = sheet;
  const { voice, edition } = setting;
  const row = builder.next;
  const teacher = edition === 'teacher';
  const options = blank.kind === 'choice' ? optionCells(blank.options, printed + 1, row, lists) : [];
  builder.add([
    cell(ANSWER.label, LOOKS.label, label, ANSWER.answer),
    { column: ANSWER.answer, style: blank.kind === 'number' ? LOOKS.answer : LOOKS.choice },
    cell(ANSWER.unit, LOOKS.center, blank.kind === 'number' ? blank.unit : ''),
    ...(teacher
      ? [
          {
            column: ANSWER.check,
            style: LOOKS.verdict,
            content: { kind: 'formula', formula: verdictFormula(blank, row, setting), value: '' } as const,
          },
          ...keyCells(blank, printed),
        ]
      : []),
    ...options,
  ]);
  if (!teacher) return;
  const check = address(ANSWER.check, row);
  const [fixed, right] = [fixedAddress(ANSWER.check, row), quotedText(voice.say('check-right'))];
  highlights.push(
    { range: check, formula: `${fixed}=${right}`, look: 'right' },
    { range: check, formula: `AND(${fixed}<>"",${fixed}<>${right})`, look: 'wrong' },
  );
}

/** The texts to choose from stand behind the printed columns, since a list written into the cell itself could hold no comma. */
function optionCells(options: readonly Option[], from: number, row: number, lists: ChoiceList[]): readonly SpannedCell[] {
  lists.push({ range: address(ANSWER.answer, row), from: `${fixedAddress(from, row)}:${fixedAddress(from + options.length - 1, row)}` });
  return options.map((option, index) => ({ column: from + index, style: { ...LOOKS.digits, align: 'left' }, content: text(option.text) }));
}

function addTotal({ exercises }: Bank, { builder, scores, setting, printed }: AnswersSheet): void {
  const { voice } = setting;
  const total = exercises.reduce((sum, { marks }) => sum + marks, 0);
  builder.add([], 9);
  const sum = scores.map((row) => address(ANSWER.check, row)).join('+');
  builder.add([
    cell(ANSWER.label, LOOKS.section, voice.say('sheet-sum'), ANSWER.answer),
    cell(ANSWER.answer, LOOKS.sectionEnd, voice.say('marks-many', { marks: String(total) })),
    cell(ANSWER.unit, LOOKS.sectionEnd, ''),
    { column: ANSWER.check, style: LOOKS.sectionEnd, content: { kind: 'formula', formula: sum, value: 0 } },
    ...rest(ANSWER.check + 1, printed),
  ]);
}
