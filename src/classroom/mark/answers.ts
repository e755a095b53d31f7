import { type Diagnosed, type Diagnostic, suggest } from '../../diagnostics/index.js';
import type { Located, Source, Span } from '../../source/index.js';
import { type CsvRow, readCsv } from '../csv.js';
import type { KeyExercise, KeyRow } from '../key.js';

/** What students wrote, by id and label, as it was typed in. */
export type TypedAnswers = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Columns of the table that hold no answer. */
const OTHER_COLUMNS = ['id', 'name', 'group', 'code', '学号', '姓名', '班级'];

/**
 * Reads typed answers. A row of an unknown id, of another set (by its code), or of an id whose rows differ is reported and not counted;
 * so is a column that is no answer of the set. Students without a row are named too.
 */
export function readAnswers(source: Source, exercises: readonly KeyExercise[], students: readonly KeyRow[]): Diagnosed<TypedAnswers> {
  const diagnostics: Diagnostic[] = [];
  const [head = [], ...rows] = readCsv(source);
  const labels = exercises.flatMap(({ columns }) => columns.map(({ label }) => label));
  const column = (...names: readonly string[]) => head.findIndex(({ value }) => names.includes(value.toLowerCase()));
  const [idAt, codeAt] = [column('id', '学号'), column('code')];
  if (idAt < 0) {
    const span = { source, start: 0, end: head.at(-1)?.span.end ?? 0 };
    const hint = 'Type the answers into the `answers.csv` of the set.';
    return {
      value: new Map(),
      diagnostics: [{ code: 'answers-columns', severity: 'error', message: 'The answers have no column `id`.', span, hint }],
    };
  }
  for (const cell of head)
    if (!labels.includes(cell.value) && !OTHER_COLUMNS.includes(cell.value.toLowerCase())) diagnostics.push(unknownColumn(cell, labels));
  const known = new Map(students.map((student) => [student.id, student]));
  const found = new Map<string, { readonly row: CsvRow; readonly typed: ReadonlyMap<string, string>; refused: boolean }>();
  const refuse = (message: string, span: Span, hint: string, related?: Span) =>
    diagnostics.push({
      code: 'answers-student',
      severity: 'warning',
      message,
      span,
      hint,
      ...(related === undefined ? {} : { related: [{ span: related, message: 'The first row is here.' }] }),
    });
  for (const row of rows) {
    const id = row[idAt] ?? { value: '', span: row[0]?.span ?? { source, start: 0, end: 0 } };
    const student = known.get(id.value);
    if (student === undefined) {
      const nearest = suggest(id.value, [...known.keys()]);
      refuse(
        `No student of this set has the id \`${id.value}\`; the row is not counted.`,
        id.span,
        nearest === undefined ? 'Compare the id with the class list.' : `Did you mean \`${nearest}\`?`,
      );
      continue;
    }
    const code = row[codeAt];
    if (code !== undefined && code.value !== '' && code.value.toUpperCase() !== student.code) {
      refuse(
        `The code \`${code.value}\` is not that of ${id.value}, which is ${student.code}; the row is not counted.`,
        code.span,
        'These answers belong to another set, or to another student.',
      );
      continue;
    }
    const typed = new Map(labels.map((label) => [label, row[head.findIndex(({ value }) => value === label)]?.value ?? '']));
    const first = found.get(id.value);
    if (first === undefined) found.set(id.value, { row, typed, refused: false });
    else if (labels.some((label) => first.typed.get(label) !== typed.get(label))) {
      first.refused = true;
      refuse(
        `The student ${id.value} has two rows with different answers; neither is counted.`,
        id.span,
        'Leave out the row that is not theirs.',
        first.row[idAt]?.span,
      );
    }
  }
  const counted = [...found].filter(([, { refused }]) => !refused).map(([id, { typed }]) => [id, typed] as const);
  return { value: new Map(counted), diagnostics };
}

function unknownColumn({ value, span }: Located<string>, labels: readonly string[]): Diagnostic {
  return {
    code: 'answers-columns',
    severity: 'warning',
    message: `The column \`${value}\` is no answer of this set and is not counted.`,
    span,
    hint: `Answers: ${labels.join(', ')}.`,
  };
}
