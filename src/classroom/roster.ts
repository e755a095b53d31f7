import { type Diagnosed, type Diagnostic, suggest } from '../diagnostics/index.js';
import type { PageSize } from '../document/index.js';
import { type StudentNumber, studentNumber } from '../exercises/index.js';
import type { Language } from '../parse/index.js';
import type { Located, Source, Span } from '../source/index.js';
import { type CsvRow, readCsv } from './csv.js';

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
}

export interface RosterDefaults {
  readonly languages: readonly Language[];
  /** For students whose row names none. */
  readonly language: Language;
}

type Column = 'id' | 'name' | 'group' | 'lang' | 'size' | 'number';

/** Column heads as schools write them, in small letters. */
const COLUMNS: ReadonlyMap<string, Column> = new Map([
  ...(['id', 'name', 'group', 'lang', 'size', 'number'] as const).map((name) => [name, name] as const),
  ['学号', 'id'],
  ['姓名', 'name'],
  ['班级', 'group'],
  ['语言', 'lang'],
  ['字号', 'size'],
  ['座号', 'number'],
]);
const SIZES: ReadonlyMap<string, PageSize> = new Map([
  ['', 'standard'],
  ['standard', 'standard'],
  ['large', 'large'],
  ['大', 'large'],
]);

/** Names that some systems keep for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST_ID = 60;
const LONGEST_NAME = 80;

/** The students of a CSV class list, in its order. A row with a mistake is reported at its place and left out. */
export function readRoster(source: Source, defaults: RosterDefaults): Diagnosed<readonly Student[]> {
  const diagnostics: Diagnostic[] = [];
  const [head = [], ...rows] = readCsv(source);
  const columns = head.map(({ value }) => COLUMNS.get(value.toLowerCase()));
  const missing = (['id', 'name'] as const).filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    diagnostics.push({
      code: 'roster-columns',
      severity: 'error',
      message: `The class list has no column ${missing.map((name) => `\`${name}\``).join(' and no ')}.`,
      span: { source, start: 0, end: head.at(-1)?.span.end ?? 0 },
      hint: 'The first line names the columns: id,name and, as far as wanted, group, lang, size, number.',
    });
    return { value: [], diagnostics };
  }
  const reading: Reading = { source, columns, defaults, report: (one) => diagnostics.push(one), ids: new Map() };
  return { value: rows.flatMap((row) => readStudent(row, reading) ?? []), diagnostics };
}

interface Reading {
  readonly source: Source;
  readonly columns: readonly (Column | undefined)[];
  readonly defaults: RosterDefaults;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Where each id stands, in small letters. */
  readonly ids: Map<string, Span>;
}

function readStudent(row: CsvRow, reading: Reading): Student | undefined {
  const { columns, defaults } = reading;
  const nowhere: Located<string> = { value: '', span: row[0]?.span ?? { source: reading.source, start: 0, end: 0 } };
  const cell = (name: Column): Located<string> => row[columns.indexOf(name)] ?? nowhere;
  const checked = [
    ...row.map((one) => checkCell(one, reading)),
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
  };
}

/** A cell that a spreadsheet would run, or that holds characters nobody sees, is no part of a class list. */
function checkCell({ value, span }: Located<string>, { report }: Reading): boolean {
  const formula = /^[=+@\t\r-]/.test(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!formula && !/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(value)) return true;
  report({
    code: 'roster-cell',
    severity: 'error',
    message: formula ? `The cell \`${value}\` begins like a formula.` : 'This cell holds a character that does not show.',
    span,
    hint: 'Type the text of the cell anew.',
  });
  return false;
}

function checkId({ value, span }: Located<string>, { report, ids }: Reading): boolean {
  const wrong = (message: string, hint: string, related?: Span) => {
    const first = related === undefined ? {} : { related: [{ span: related, message: 'The first is here.' }] };
    report({ code: 'roster-id', severity: 'error', message, span, ...first, hint });
    return false;
  };
  if (value === '') return wrong('This student has no id.', 'Give each student an id, such as the number in the school register.');
  if (!/^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_. -]*[\p{L}\p{M}\p{N}_-])?$/u.test(value) || value.length > LONGEST_ID || DEVICE.test(value)) {
    return wrong(
      `The id \`${value}\` cannot name a file.`,
      `Use letters, digits, \`-\`, \`_\` and \`.\`, at most ${LONGEST_ID} of them, beginning with a letter or digit.`,
    );
  }
  const key = value.normalize('NFKC').toLowerCase();
  const first = ids.get(key);
  ids.set(key, first ?? span);
  if (first === undefined) return true;
  return wrong(`The id \`${value}\` stands twice in the class list.`, 'Give each student an id of their own.', first);
}

function checkName({ value, span }: Located<string>, { report }: Reading): boolean {
  if (value !== '' && value.length <= LONGEST_NAME) return true;
  const message =
    value === '' ? 'This student has no name.' : `This name has ${value.length} characters; a handout has room for ${LONGEST_NAME}.`;
  report({ code: 'roster-cell', severity: 'error', message, span, hint: 'Write the name as it should stand on the handout.' });
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
  });
  return false;
}

function choose<T>({ value, span }: Located<string>, known: ReadonlyMap<string, T>, { report }: Reading): T | undefined {
  const found = known.get(value.toLowerCase());
  if (found !== undefined) return found;
  const words = [...known.keys()].filter((word) => word !== '');
  const nearest = suggest(value, words);
  report({
    code: 'roster-cell',
    severity: 'error',
    message: `\`${value}\` is not one of ${words.join(', ')}.`,
    span,
    hint: nearest === undefined ? 'Leave the cell empty for the usual.' : `Did you mean \`${nearest}\`?`,
  });
  return undefined;
}
