import type { Table, TableCell, TableRow } from '../../../classroom/index.js';
import type { Source } from '../../../source/index.js';

/** What sets the parts of a line apart: a tab, a comma, or blanks where an id stands before a name. */
const PART = /[\t,，;；]+/;
/** Names that are typed one behind the other, as Chinese enumerates them. */
const LISTED = /[、\n]/;
/** An id has a digit: a school number, a number of a seat. */
const ID = /^[\p{L}\p{N}_.-]*\p{N}[\p{L}\p{N}_.-]*$/u;

/**
 * A class list out of what a teacher types or pastes without names of columns: a name on each line (or several with `、` between them), or
 * an id, a name and perhaps a class. Names alone get the ids 01, 02 and so on. Places point into what was typed.
 */
export function typedTable(source: Source): Table {
  const lines = linesOf(source);
  const withIds = lines.filter(({ parts }) => parts.length > 1 && ID.test(parts[0]?.value ?? '')).length * 2 > lines.length;
  const top = { source, start: 0, end: 0 };
  const head: TableRow = ['id', 'name', 'group'].map((value): TableCell => ({ value, span: top }));
  const width = Math.max(2, String(lines.length).length);
  const rows = lines.map(({ whole, parts }, index): TableRow => {
    if (!withIds) return [{ value: String(index + 1).padStart(width, '0'), span: whole.span }, whole];
    const [first = whole, second, ...rest] = parts;
    return ID.test(first.value) ? [first, second ?? emptyAfter(first), ...rest.slice(0, 1)] : [emptyBefore(whole), whole];
  });
  return { source, rows: [head, ...rows] };
}

interface TypedLine {
  readonly whole: TableCell;
  readonly parts: readonly TableCell[];
}

function linesOf(source: Source): readonly TypedLine[] {
  const lines: TypedLine[] = [];
  let start = 0;
  for (const piece of source.text.split(LISTED)) {
    const whole = cellAt(source, start, piece);
    if (whole.value !== '') lines.push({ whole, parts: partsOf(source, start, piece) });
    start += piece.length + 1;
  }
  return lines;
}

function partsOf(source: Source, start: number, piece: string): readonly TableCell[] {
  if (PART.test(piece.trim())) {
    let at = start;
    return piece.split(/([\t,，;；]+)/).flatMap((part, index) => {
      const cell = cellAt(source, at, part);
      at += part.length;
      return index % 2 === 0 && cell.value !== '' ? [cell] : [];
    });
  }
  const [, before = '', id = '', name = ''] = /^(\s*)(\S+)(\s+\S.*)$/u.exec(piece) ?? [];
  if (!ID.test(id)) return [cellAt(source, start, piece)];
  return [cellAt(source, start + before.length, id), cellAt(source, start + before.length + id.length, name)];
}

/** A piece without the blanks around it. */
function cellAt(source: Source, start: number, piece: string): TableCell {
  const value = piece.trim();
  const from = start + piece.length - piece.trimStart().length;
  return { value, span: { source, start: from, end: from + value.length } };
}

function emptyAfter({ span }: TableCell): TableCell {
  return { value: '', span: { ...span, start: span.end } };
}

function emptyBefore({ span }: TableCell): TableCell {
  return { value: '', span: { ...span, end: span.start } };
}
