import { type Diagnosed, type Diagnostic, type Sentence, suggest } from '../../diagnostics/index.js';
import type { Located, Span } from '../../source/index.js';
import type { KeyExercise, KeyRow } from '../key/key.js';
import { faultMessage, findHead, plainHead, type Table, type TableCell, type TableRow } from '../table/table.js';

/** What students wrote, by id and label, as it was typed in. */
export type TypedAnswers = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Column = 'id' | 'code';

const COLUMNS: ReadonlyMap<Column, readonly string[]> = new Map([
  ['id', ['id', '学号']],
  ['code', ['code', '校验码']],
]);
/** Columns of the table that hold no answer. */
const OTHER_COLUMNS = ['name', 'group', '姓名', '班级', ''];

/**
 * Reads typed answers. A row of an unknown id, of another set (by its code), or of an id whose rows differ is reported and not counted;
 * so is a column that is no answer of the set. A cell of which a spreadsheet has made something else is an error.
 */
export function readAnswers(table: Table, exercises: readonly KeyExercise[], students: readonly KeyRow[]): Diagnosed<TypedAnswers> {
  const found = findHead(table, COLUMNS, ['id']);
  if (found === undefined) return { value: new Map(), diagnostics: [noId(table)] };
  const labels = exercises.flatMap(({ columns }) => columns.map(({ label }) => label));
  const heads = readHeads(found.head, labels, [...found.columns.values()]);
  const diagnostics: Diagnostic[] = [...heads.diagnostics];
  const rows = new Map<string, CountedRow>();
  const place = { idAt: found.columns.get('id') ?? 0, codeAt: found.columns.get('code') };
  const known = knownStudents(students);
  for (const row of found.rows) {
    const owner = findOwner(row, place, known);
    if (owner.student === undefined) {
      diagnostics.push(...owner.diagnostics);
      continue;
    }
    const { id } = owner.student;
    const cells = [...heads.value].flatMap(([label, at]) => (row[at] === undefined ? [] : [[label, row[at]] as const]));
    diagnostics.push(...cells.flatMap(([, cell]) => faulty(cell)));
    const typed = new Map(cells.map(([label, { value }]) => [label, value]));
    const span = row[place.idAt]?.span;
    const first = rows.get(id);
    if (first === undefined) rows.set(id, { span, typed, counts: true });
    else {
      const isSame = labels.every((label) => (first.typed.get(label) ?? '') === (typed.get(label) ?? ''));
      if (!isSame) rows.set(id, { ...first, counts: false });
      diagnostics.push(secondRow(id, isSame, span, first.span));
    }
  }
  const counted = [...rows].filter(([, { counts }]) => counts).map(([id, { typed }]) => [id, typed] as const);
  return { value: new Map(counted), diagnostics };
}

interface CountedRow {
  readonly span: Span | undefined;
  readonly typed: ReadonlyMap<string, string>;
  readonly counts: boolean;
}

/** Where each label stands in a row. A label may have become a number on its way through a spreadsheet: `3.10` comes back as `3.1`. */
function readHeads(head: TableRow, labels: readonly string[], other: readonly number[]): Diagnosed<ReadonlyMap<string, number>> {
  const diagnostics: Diagnostic[] = [];
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [at, cell] of head.entries()) {
    const text = plainHead(cell.value);
    const label = labels.includes(text) ? text : labels.find((one) => text !== '' && Number(one) === Number(text));
    if (label === undefined) {
      if (!other.includes(at) && !OTHER_COLUMNS.includes(text)) diagnostics.push(unknownColumn(cell, labels));
      continue;
    }
    if (places.has(label)) {
      twice.add(label);
      diagnostics.push({
        code: 'answers-columns',
        severity: 'warning',
        message: `The column \`${cell.value}\` stands twice; neither is counted.`,
        span: cell.span,
        hint: 'Leave one of them out.',
        sentence: { name: 'column-twice', slots: { column: cell.value } },
      });
    }
    places.set(label, at);
  }
  return { value: new Map([...places].filter(([label]) => !twice.has(label))), diagnostics };
}

/** In a longer list the nearest id is not looked for: a file of other ids would take for ever. */
const MOST_COMPARED = 1000;

interface KnownStudents {
  readonly byId: ReadonlyMap<string, KeyRow>;
  readonly byPlainId: ReadonlyMap<string, readonly KeyRow[]>;
}

function knownStudents(students: readonly KeyRow[]): KnownStudents {
  const byPlainId = new Map<string, KeyRow[]>();
  for (const one of students) {
    const alike = byPlainId.get(withoutZeros(one.id));
    if (alike === undefined) byPlainId.set(withoutZeros(one.id), [one]);
    else alike.push(one);
  }
  return { byId: new Map(students.map((one) => [one.id, one])), byPlainId };
}

interface Owner {
  readonly student?: KeyRow;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Whose row it is. Spreadsheets take the zeros from `007`; an id that is a student's but for them counts when the row has this student's
 * code too, for then nothing is guessed.
 */
function findOwner(
  row: TableRow,
  { idAt, codeAt }: { readonly idAt: number; readonly codeAt: number | undefined },
  { byId, byPlainId }: KnownStudents,
): Owner {
  const id = row[idAt];
  if (id === undefined) return { diagnostics: [] };
  const code = codeAt === undefined ? undefined : row[codeAt];
  const written = code?.value.normalize('NFKC').toUpperCase() ?? '';
  const refuse = (message: string, span: Span, hint: string, sentence: Sentence): Owner => ({
    diagnostics: [{ code: 'answers-student', severity: 'warning', message, span, hint, sentence }],
  });
  const alike = byPlainId.get(withoutZeros(id.value)) ?? [];
  const student = byId.get(id.value) ?? alike.find((one) => one.code === written);
  if (student === undefined) {
    const nearest = alike[0]?.id ?? suggest(id.value, byId.size > MOST_COMPARED ? [] : byId.keys());
    return refuse(
      `No student of this set has the id \`${id.value}\`; the row is not counted.`,
      id.span,
      nearest === undefined ? 'Compare the id with the class list.' : `Did you mean \`${nearest}\`?`,
      nearest === undefined
        ? { name: 'unknown-student', slots: { id: id.value } }
        : { name: 'unknown-student-near', slots: { id: id.value, nearest } },
    );
  }
  if (code === undefined || written === '' || written === student.code) return { student, diagnostics: [] };
  return refuse(
    `The code \`${code.value}\` is not that of ${student.id}, which is ${student.code}; the row is not counted.`,
    code.span,
    'These answers belong to another set, or to another student.',
    { name: 'other-code', slots: { code: code.value, id: student.id, own: student.code } },
  );
}

function withoutZeros(id: string): string {
  return id
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
}

function secondRow(id: string, isSame: boolean, span: Span | undefined, first: Span | undefined): Diagnostic {
  return {
    code: 'answers-student',
    severity: 'warning',
    message: isSame
      ? `The student ${id} has two rows with the same answers; they are counted once.`
      : `The student ${id} has two rows with different answers; neither is counted.`,
    ...(span === undefined ? {} : { span }),
    ...(first === undefined ? {} : { related: [{ span: first, message: 'The first row is here.' }] }),
    hint: isSame ? 'Leave out one of them.' : 'Leave out the row that is not theirs.',
    sentence: { name: isSame ? 'same-rows' : 'different-rows', slots: { id } },
  };
}

function faulty(cell: TableCell): readonly Diagnostic[] {
  const fault = faultMessage(cell);
  return fault === undefined ? [] : [{ code: 'answers-cell', severity: 'error', span: cell.span, ...fault }];
}

function noId({ source, rows }: Table): Diagnostic {
  return {
    code: 'answers-columns',
    severity: 'error',
    message: 'The answers have no column `id`.',
    span: { source, start: rows[0]?.[0]?.span.start ?? 0, end: rows[0]?.at(-1)?.span.end ?? 0 },
    hint: 'Type the answers into the `answers.csv` of the set.',
    sentence: { name: 'answers-without-id', slots: {} },
  };
}

function unknownColumn({ value, span }: Located<string>, labels: readonly string[]): Diagnostic {
  return {
    code: 'answers-columns',
    severity: 'warning',
    message: `The column \`${value}\` is no answer of this set and is not counted.`,
    span,
    hint: `Answers: ${labels.join(', ')}.`,
    sentence: { name: 'unknown-column', slots: { column: value, labels: labels.join(', ') } },
  };
}
