/** A text and the name under which errors quote it (a path relative to the working folder, forward slashes). */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** True where the lines are the rows of a sheet, with tabs between their cells; places then read `B3`. */
  readonly isSheet?: boolean;
}

/** A half-open range of UTF-16 offsets in one source. Line and column are worked out only when printed. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A value together with the place where the author wrote it. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** 1-based line and column (in UTF-16 units) of an offset. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

/** The line and column of `offset`; an offset past the end counts as the end. */
export function locate(source: Source, offset: number): Location {
  const before = source.text.slice(0, Math.max(0, offset));
  const lines = before.split(/\r\n|[\n\r]/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** `list.csv:3:4`, or `list.xlsx:B3` where the text is a sheet. */
export function placeText({ source, start }: Span): string {
  const { line, column } = locate(source, start);
  if (!source.isSheet) return `${source.name}:${line}:${column}`;
  const before = lineText(source, line).slice(0, column - 1);
  return `${source.name}:${columnLetters(before.split('\t').length)}${line}`;
}

/** 1 is A, 26 is Z, 27 is AA. */
function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest === 0 ? '' : columnLetters(rest)}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** The text of one 1-based line without its line break; empty when there is no such line. */
export function lineText(source: Source, line: number): string {
  return source.text.split(/\r\n|[\n\r]/)[line - 1] ?? '';
}
