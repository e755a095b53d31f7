import type { Language } from '../../chapter/index.js';
import { type Diagnosed, type Diagnostic, didYouMean, type Sentence } from '../../diagnostics/index.js';
import type { PageSize } from '../../document/index.js';
import { type StudentNumber, studentNumber } from '../../exercises/index.js';
import type { Located, Source, Span } from '../../source/index.js';
import { faultMessage, findHead, type Table, type TableCell, type TableRow } from '../table/table.js';

/** One row of a class list. */
export interface Student {
  /** Unique in the roster, also where file names do not tell capitals from small letters; names the student's files. */
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly language: Language;
  readonly size: PageSize;
  /** What the student's draws depend on: the column `number`, else the id. */
  readonly number: StudentNumber;
  /** Where the class list names the student. */
  readonly span: Span;
}

export interface RosterDefaults {
  readonly languages: readonly Language[];
  /** For students whose row names none. */
  readonly language: Language;
}

type Column = 'id' | 'name' | 'group' | 'lang' | 'size' | 'number';

/** What the columns are called in schools, in small letters and without spaces, the surest name first. */
const COLUMNS: ReadonlyMap<Column, readonly string[]> = new Map([
  ['id', ['id', '学号', 'studentid', '学籍号', '考号', '编号']],
  ['name', ['name', '姓名', 'studentname', '学生姓名', '名字']],
  ['group', ['group', '班级', 'class', '班别', '班', '小组']],
  ['lang', ['lang', '语言', 'language', '语种']],
  ['size', ['size', '字号']],
  ['number', ['number', '座号', '座位号']],
]);
const SIZES: ReadonlyMap<string, PageSize> = new Map([
  ['', 'standard'],
  ['standard', 'standard'],
  ['large', 'large'],
  ['大', 'large'],
]);

/** Names that some systems keep for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i;
const LONGEST_ID = 60;
const LONGEST_NAME = 80;

/** The students of a class list, in its order. A row with a mistake is reported at its place and left out; columns without a use are not read. */
export function readRoster(table: Table, defaults: RosterDefaults): Diagnosed<readonly Student[]> {
  const { source } = table;
  const found = findHead(table, COLUMNS, ['id', 'name']);
  if (found === undefined) return { value: [], diagnostics: [missingColumns(table)] };
  const diagnostics: Diagnostic[] = [];
  const { columns, rows } = found;
  const reading: Reading = { source, columns, defaults, report: (one) => diagnostics.push(one), ids: new Map() };
  return { value: rows.flatMap((row) => readStudent(row, reading) ?? []), diagnostics };
}

function missingColumns(table: Table): Diagnostic {
  const [first = []] = table.rows;
  const missing = (['id', 'name'] as const).filter((name) => findHead(table, COLUMNS, [name]) === undefined);
  return {
    code: 'roster-columns',
    severity: 'error',
    message:
      missing.length > 0
        ? `The class list has no column ${missing.map((name) => `\`${name}\``).join(' and no ')}.`
        : 'The columns `id` and `name` are not named in one line.',
    span: { source: table.source, start: first[0]?.span.start ?? 0, end: first.at(-1)?.span.end ?? 0 },
    hint: 'The first line names the columns: id,name (学号,姓名) and, as far as wanted, group, lang, size, number.',
    sentence: missing.length > 0 ? { name: `no-${missing.join('-')}-column`, slots: {} } : { name: 'columns-apart', slots: {} },
  };
}

interface Reading {
  readonly source: Source;
  readonly columns: ReadonlyMap<Column, number>;
  readonly defaults: RosterDefaults;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Where each id stands, in small letters. */
  readonly ids: Map<string, Span>;
}

function readStudent(row: TableRow, reading: Reading): Student | undefined {
  const { columns, defaults } = reading;
  const nowhere: TableCell = { value: '', span: row[0]?.span ?? { source: reading.source, start: 0, end: 0 } };
  const cell = (name: Column): TableCell => row[columns.get(name) ?? -1] ?? nowhere;
  const checked = [
    ...[...columns.keys()].map((name) => checkCell(cell(name), reading)),
    checkId(cell('id'), reading),
    checkName(cell('name'), reading),
    checkNumber(cell('number'), reading),
  ];
  const language = choose(
    cell('lang'),
    new Map([['', defaults.language], ...defaults.languages.map((one) => [one, one] as const)]),
    reading,
  );
  const size = choose(cell('size'), SIZES, reading);
  if (checked.includes(false) || language === undefined || size === undefined) return undefined;
  const id = cell('id').value;
  const number = cell('number').value;
  return {
    id,
    name: cell('name').value,
    group: cell('group').value,
    language,
    size,
    number: number === '' ? studentNumber(id) : { stem: '', number: Number(number) },
    span: cell('name').span,
  };
}

/** A cell that a spreadsheet would run, or that holds characters nobody sees, is no part of a class list. */
function checkCell(cell: TableCell, { report }: Reading): boolean {
  const { value, span } = cell;
  const fault = faultMessage(cell);
  if (fault !== undefined) {
    report({ code: 'roster-cell', severity: 'error', span, ...fault });
    return false;
  }
  const formula = /^[=+@\t\r-]/.test(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!formula && !/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(value)) return true;
  report({
    code: 'roster-cell',
    severity: 'error',
    message: formula ? `The cell \`${value}\` begins like a formula.` : 'This cell holds a character that does not show.',
    span,
    hint: 'Type the text of the cell anew.',
    sentence: { name: formula ? 'formula-cell' : 'hidden-character', slots: { cell: value } },
  });
  return false;
}

function checkId({ value, span }: Located<string>, { report, ids }: Reading): boolean {
  const wrong = (message: string, hint: string, sentence: Sentence, related?: Span) => {
    const first = related === undefined ? {} : { related: [{ span: related, message: 'The first is here.' }] };
    report({ code: 'roster-id', severity: 'error', message, span, ...first, hint, sentence });
    return false;
  };
  if (value === '')
    return wrong('This student has no id.', 'Give each student an id, such as the number in the school register.', said('no-id'));
  if (
    !/^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_. -]*[\p{L}\p{M}\p{N}_-])?$/u.test(value) ||
    value.length > LONGEST_ID ||
    DEVICE.test(value.normalize('NFKC'))
  ) {
    return wrong(
      `The id \`${value}\` cannot name a file.`,
      `Use letters, digits, \`-\`, \`_\` and \`.\`, at most ${LONGEST_ID} of them, beginning with a letter or digit.`,
      said('id-no-file', { id: value, most: String(LONGEST_ID) }),
    );
  }
  const key = value.normalize('NFKC').toLowerCase();
  const first = ids.get(key);
  ids.set(key, first ?? span);
  if (first === undefined) return true;
  return wrong(
    `The id \`${value}\` stands twice in the class list.`,
    'Give each student an id of their own.',
    said('id-twice', { id: value }),
    first,
  );
}

function checkName({ value, span }: Located<string>, { report }: Reading): boolean {
  if (value !== '' && value.length <= LONGEST_NAME) return true;
  const message =
    value === '' ? 'This student has no name.' : `This name has ${value.length} characters; a handout has room for ${LONGEST_NAME}.`;
  const sentence = value === '' ? said('no-name') : said('long-name', { count: String(value.length), most: String(LONGEST_NAME) });
  const formula = span.source.isSheet && value === '' ? ' A formula counts only with a value that was saved with it.' : '';
  report({
    code: 'roster-cell',
    severity: 'error',
    message,
    span,
    hint: `Write the name as it should stand on the handout.${formula}`,
    sentence,
  });
  return false;
}

function checkNumber({ value, span }: Located<string>, { report }: Reading): boolean {
  if (/^\d{0,9}$/.test(value)) return true;
  report({
    code: 'roster-cell',
    severity: 'error',
    message: `\`${value}\` is no number of a student.`,
    span,
    hint: 'Write a whole number with at most nine digits, or leave the column out.',
    sentence: said('no-number', { cell: value }),
  });
  return false;
}

function choose<T>({ value, span }: Located<string>, known: ReadonlyMap<string, T>, { report }: Reading): T | undefined {
  const found = known.get(value.toLowerCase());
  if (found !== undefined) return found;
  const words = [...known.keys()].filter((word) => word !== '');
  report({
    code: 'roster-cell',
    severity: 'error',
    message: `\`${value}\` is not one of ${words.join(', ')}.`,
    span,
    hint: didYouMean(value, words, 'Leave the cell empty for the usual.'),
    sentence: said('unknown-word', { cell: value, words: words.join(', ') }),
  });
  return undefined;
}

function said(name: string, slots: Sentence['slots'] = {}): Sentence {
  return { name, slots };
}
