/** `A`, `B`, … `Z`, `AA` of a column, from 0 on. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** `B3` of column 1 and row 3: columns from 0 on, rows from 1 on as spreadsheets number them. */
export function address(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** `$B$3`. */
export function fixedAddress(column: number, row: number): string {
  return `$${columnLetters(column)}$${row}`;
}

/** `'例 1'!$B$3`, with the sheet before it. */
export function onSheet(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range}`;
}

/** True for a name that spreadsheets take for a cell (`AB12`, `r1c1`, `R`), which no defined name may be. */
export function looksLikeCell(name: string): boolean {
  return /^[A-Za-z]{1,3}[0-9]+$/.test(name) || /^[Rr][0-9]*([Cc][0-9]*)?$/.test(name) || /^[Cc][0-9]*$/.test(name);
}

/** A name of a sheet that programs take: without the signs of addresses, at most 31 characters, unlike all `taken` ones. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const plain = cut(
    wanted
      .replace(/[[\]:*?/\\]|\p{Cc}/gu, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet',
    31,
  );
  const isTaken = (name: string) => [...taken].some((other) => other.toLowerCase() === name.toLowerCase());
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const name = cut(plain, 31 - suffix.length) + suffix;
    if (!isTaken(name)) return name;
  }
}

/** The first characters of a text; none is cut in half. */
function cut(text: string, length: number): string {
  let found = '';
  for (const character of text) {
    if (found.length + character.length > length) break;
    found += character;
  }
  return found;
}
