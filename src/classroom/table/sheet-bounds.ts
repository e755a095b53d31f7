/** A sheet without what holds nothing, or why it cannot be laid out. */
export type BoundedSheet = { readonly sheet: string } | { readonly tooMuch: string };

const MOST_ROWS = 100_000;
const MOST_COLUMNS = 1000;
const MOST_PLACES = 2_000_000;
const LONGEST_PLACE = 20;

/**
 * Cells and rows without content: spreadsheets write them to the last row where a column is coloured. Those without a place of their own
 * stay, since others are counted from them.
 */
const EMPTY_CELL = /<((?:\w+:)?)c(?=\s(?:[^<>]*\s)?r=)\s[^<>]*(?:\/>|(?<!\/)><\/\1c>)/g;
const EMPTY_ROW = /<((?:\w+:)?)row(?=\s(?:[^<>]*\s)?r=)\s[^<>]*(?:\/>|(?<!\/)>\s*<\/\1row>)/g;
const PLACE = /<(?:\w+:)?c\s(?:[^<>]*\s)?r=["']([A-Za-z]+)(\d+)["']/g;
const ROW = /<(?:\w+:)?row\s(?:[^<>]*\s)?r=["']([^"'<>]*)["']/g;
const CELL = /<(?:\w+:)?c[\s>]/g;

/**
 * The text of a sheet when all its cells lie as a class list lies; a cell far out, such as a stray value in the last row, would be laid
 * out with all the room before it.
 */
export function boundSheet(text: string): BoundedSheet {
  const sheet = text.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '');
  let [rows, columns, farthest] = [0, 0, ''];
  for (const [, letters = '', digits = ''] of sheet.matchAll(PLACE)) {
    const [row, column] = [Number(digits), columnNumber(letters)];
    if (farthest === '' && (row > MOST_ROWS || column > MOST_COLUMNS)) farthest = `${letters}${digits}`.slice(0, LONGEST_PLACE);
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  }
  // Written as 2e9, it would be as far out.
  for (const [, written = ''] of sheet.matchAll(ROW)) rows = Math.max(rows, Number(written) || 0);
  const cells = [...sheet.matchAll(CELL)].length;
  if (rows <= MOST_ROWS && columns <= MOST_COLUMNS && rows * Math.max(1, columns) <= MOST_PLACES && cells <= MOST_PLACES) return { sheet };
  const far = farthest === '' ? `has ${rows} rows, ${columns} columns and ${cells} cells` : `has a cell in ${farthest}`;
  return { tooMuch: `${far}; a table has at most ${MOST_ROWS} rows, ${MOST_COLUMNS} columns and ${MOST_PLACES} cells` };
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
