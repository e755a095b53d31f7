import type { SharedWords, Workbook } from '../../chapter/index.js';
import type { KeyExercise, KeyRow, Manifest } from '../../classroom/index.js';
import { type ChapterContent, chapterVoice, hasPercentSign, nameWithUnit, type Voice } from '../../document/index.js';
import { amount } from '../../number/index.js';
import { address, columnLetters, fixedAddress, onSheet, sheetName } from './file/address.js';
import type { Book, Cell, Highlight, Sheet } from './file/book.js';
import { createSheetBuilder, type SpannedCell, text } from './file/sheet-builder.js';
import { cell } from './sheets/layout.js';
import { quotedText } from './sheets/setting.js';
import { fontsFor, LOOKS } from './words/looks.js';

/** A finished set of a class: who has which figures, and what is right for each. */
export interface ClassSheets {
  readonly manifest: Pick<Manifest, 'seed' | 'exercises' | 'students'>;
  readonly rows: readonly KeyRow[];
  readonly contents: readonly ChapterContent[];
}

/** Id, name, group and code of a student. */
const PERSON_WIDTHS = [12, 14, 9, 10] as const;
const FIGURE_WIDTH = 12;
/** Title and heads. */
const HEAD_ROWS = 2;

/**
 * A workbook for the teacher of a class: each student's figures, a table to type answers into that says what is right, and the key.
 * Students stand in the same row of each sheet.
 */
export function classBook(workbook: Workbook, set: ClassSheets, shared: SharedWords): Book {
  const say = (key: 'sheet-class' | 'sheet-answers' | 'edition-key') => shared.phrases.get(key) ?? key;
  const names = [say('sheet-class'), say('sheet-answers'), say('edition-key')].map((name) => sheetName(name, new Set()));
  const [figures = '', answers = '', key = ''] = names;
  const title = `${workbook.title.get(shared.language) ?? ''} · ${set.manifest.seed}`;
  return {
    title,
    language: shared.tag,
    fonts: fontsFor(shared.spaced),
    sheets: [figuresSheet(figures, set, shared), answersSheet(answers, key, set, shared), keySheet(key, set, shared)],
    names: [],
  };
}

interface Column {
  readonly head: string;
  readonly width: number;
  readonly cell: (row: number, student: KeyRow) => Cell;
}

/** A sheet with a row for each student. */
function studentsSheet(name: string, columns: readonly Column[], { rows }: ClassSheets, shared: SharedWords): Sheet {
  const word = (key: 'name' | 'class') => shared.phrases.get(key) ?? key;
  const widths = [...PERSON_WIDTHS, ...columns.map(({ width }) => width)];
  const builder = createSheetBuilder(widths);
  builder.add([cell(0, LOOKS.title, name)], 30);
  const heads = ['id', word('name'), word('class'), '', ...columns.map(({ head }) => head)];
  builder.add(heads.map((head, column) => cell(column, LOOKS.sectionEnd, head)));
  for (const student of rows) {
    const row = builder.next;
    const person = [student.id, student.name, student.group, student.code].map((part, column) => cell(column, LOOKS.label, part));
    builder.add([
      ...person,
      ...columns.map((one, index): SpannedCell => ({ column: PERSON_WIDTHS.length + index, ...one.cell(row, student) })),
    ]);
  }
  return {
    name,
    widths,
    rows: builder.rows,
    merges: builder.merges,
    frozenRows: HEAD_ROWS,
    landscape: true,
    repeatedRows: [1, HEAD_ROWS],
    isProtected: true,
    lists: [],
    highlights: [],
    links: [],
    charts: [],
  };
}

/** Every figure that was drawn, in the unit and in the words of its chapter. */
function figuresSheet(name: string, set: ClassSheets, shared: SharedWords): Sheet {
  const { manifest, contents } = set;
  const drawn = new Map(
    manifest.students.flatMap(({ figures }) => figures.map((one) => [`${one.chapter}.${one.example}.${one.name}`, one] as const)),
  );
  const byStudent = new Map(
    manifest.students.map(({ id, figures }) => [
      id,
      new Map(figures.map((one) => [`${one.chapter}.${one.example}.${one.name}`, one.value])),
    ]),
  );
  const columns = [...drawn].map(([key, { chapter, example, name: own }]): Column => {
    const voice = voiceOf(chapter, contents, shared);
    const percent = voice !== undefined && isPercent(voice, example, own);
    return {
      head: voice === undefined ? key : headOf(voice, example, own, percent, contents.length > 1),
      width: FIGURE_WIDTH,
      cell: (_, { id }) => {
        const value = byStudent.get(id)?.get(key);
        return {
          style: FIGURE,
          ...(value === undefined
            ? {}
            : {
                content: {
                  kind: 'number',
                  value: amount(value)
                    .times(percent ? 100 : 1)
                    .toNumber(),
                } as const,
              }),
        };
      },
    };
  });
  return studentsSheet(name, columns, set, shared);
}

const FIGURE = { font: 'figures', border: 'thin', align: 'right' } as const;

function voiceOf(chapter: string, contents: readonly ChapterContent[], shared: SharedWords): Voice | undefined {
  const content = contents.find(({ evaluated }) => evaluated.source.name === chapter);
  const words = content?.evaluated.source.words.get(shared.language);
  return content && words && chapterVoice(content, words, shared, 'teacher', () => undefined);
}

function isPercent({ content }: Voice, example: string, name: string): boolean {
  const given = content.evaluated.examples.get(example)?.example.givens.find((one) => one.name === name);
  return given !== undefined && hasPercentSign(given);
}

function headOf(voice: Voice, example: string, name: string, percent: boolean, isOneOfSeveral: boolean): string {
  const { evaluated } = voice.content;
  const unit = evaluated.examples.get(example)?.quantities.get(name)?.unit;
  const own = voice.quantityName(example, name);
  const head = percent ? voice.say('name-with-unit', { name: own, unit: '%' }) : unit === undefined ? own : nameWithUnit(own, unit, voice);
  return isOneOfSeveral ? `${voice.say('chapter-number', { number: String(evaluated.source.number) })}\n${head}` : head;
}

/** Where the key of an answer stands: what is printed, and both ends of what is right. */
function keyColumns(exercises: readonly KeyExercise[]): ReadonlyMap<string, number> {
  const labels = exercises.flatMap(({ columns }) => columns.map(({ label }) => label));
  return new Map(labels.map((label, index) => [label, PERSON_WIDTHS.length + 3 * index]));
}

function keySheet(name: string, set: ClassSheets, shared: SharedWords): Sheet {
  const [from, to] = [shared.phrases.get('sheet-from') ?? '', shared.phrases.get('sheet-to') ?? ''];
  const columns = [...keyColumns(set.manifest.exercises).keys()].flatMap((label): readonly Column[] =>
    (
      [
        ['shown', label],
        ['low', from],
        ['high', to],
      ] as const
    ).map(([part, head]) => ({
      head,
      width: FIGURE_WIDTH,
      cell: (_, { answers }) => {
        const entry = answers[label];
        const value = entry?.[part] ?? '';
        const content =
          value === ''
            ? undefined
            : entry?.word === undefined
              ? ({ kind: 'number', value: amount(value).toNumber() } as const)
              : text(value);
        return { style: FIGURE, ...(content === undefined ? {} : { content }) };
      },
    })),
  );
  return studentsSheet(name, columns, set, shared);
}

/** A cell for each answer; behind them the marks, and in grey whether each is right (1) or not (0). */
function answersSheet(name: string, key: string, set: ClassSheets, shared: SharedWords): Sheet {
  const { exercises } = set.manifest;
  const keys = keyColumns(exercises);
  const labels = [...keys.keys()];
  const typedAt = (label: string) => PERSON_WIDTHS.length + labels.indexOf(label);
  const rightAt = (label: string) => PERSON_WIDTHS.length + labels.length + 1 + labels.indexOf(label);
  const typed = labels.map((label): Column => ({ head: label, width: FIGURE_WIDTH, cell: () => ({ style: LOOKS.answer }) }));
  const total: Column = {
    head: shared.phrases.get('marks') ?? '',
    width: FIGURE_WIDTH,
    cell: (row) => ({
      style: { ...FIGURE, places: 2 },
      content: { kind: 'formula', formula: totalFormula(exercises, rightAt, row), value: 0 },
    }),
  };
  const right = labels.map(
    (label): Column => ({
      head: label,
      width: 8,
      cell: (row, { answers }) => ({
        style: LOOKS.digits,
        content: {
          kind: 'formula',
          formula: rightFormula(address(typedAt(label), row), keys.get(label) ?? 0, row, key, answers[label]),
          value: '',
        },
      }),
    }),
  );
  const sheet = studentsSheet(name, [...typed, total, ...right], set, shared);
  // As far to the right of each answer as of the first stands whether it is right.
  const [first = ''] = labels;
  const range = `${address(PERSON_WIDTHS.length, HEAD_ROWS + 1)}:${address(PERSON_WIDTHS.length + labels.length - 1, HEAD_ROWS + set.rows.length)}`;
  const mark = address(rightAt(first), HEAD_ROWS + 1);
  const highlights: readonly Highlight[] =
    labels.length === 0
      ? []
      : [
          { range, formula: `AND(ISNUMBER(${mark}),${mark}=1)`, look: 'right' },
          { range, formula: `AND(ISNUMBER(${mark}),${mark}=0)`, look: 'wrong' },
        ];
  return { ...sheet, highlights, printedColumns: PERSON_WIDTHS.length + labels.length + 1 };
}

function rightFormula(typed: string, column: number, row: number, key: string, entry: KeyRow['answers'][string] | undefined): string {
  const cellOf = (offset: number) => onSheet(key, fixedAddress(column + offset, row));
  if (entry?.word !== undefined) return `IF(ISBLANK(${typed}),"",IF(UPPER(TRIM(${typed}&""))=UPPER(TRIM(${cellOf(0)}&"")),1,0))`;
  const letter = entry?.options?.findIndex((option) => amount(option).equals(entry.shown)) ?? -1;
  const isLetter = letter < 0 ? '' : `UPPER(TRIM(${typed}&""))=${quotedText(columnLetters(letter))}`;
  const isInside = `IF(ISNUMBER(${typed}),AND(${typed}>=${cellOf(1)},${typed}<=${cellOf(2)}),FALSE())`;
  return `IF(ISBLANK(${typed}),"",IF(${isLetter === '' ? isInside : `OR(${isLetter},${isInside})`},1,0))`;
}

/** Each answer is worth an equal part of its exercise, as `mark` counts. */
function totalFormula(exercises: readonly KeyExercise[], rightAt: (label: string) => number, row: number): string {
  const parts = exercises.flatMap(({ columns, marks }) => {
    const [first] = columns;
    const last = columns.at(-1);
    if (first === undefined || last === undefined) return [];
    const range = `${address(rightAt(first.label), row)}:${address(rightAt(last.label), row)}`;
    return [`ROUND(${marks}*SUM(${range})/${columns.length},2)`];
  });
  return parts.length === 0 ? '0' : parts.join('+');
}
