import { displayWidth } from '../../diagnostics/index.js';

/** A table in plain text: columns two spaces apart, `>` columns to the right; wide characters count two columns. Ends with a line break. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], align: string): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => pad(row[column] ?? '', width, align[column] === '>'))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...rows].map((row) => `${line(row)}\n`).join('');
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(width - displayWidth(text));
  return right ? space + text : text + space;
}
