import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * The same spreadsheet with the errors of its formulas (`#N/A`) as texts, because the reader takes such a cell for an empty one.
 * Throws when the bytes are no packed file.
 */
export function errorsAsTexts(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const changed = Object.entries(files).flatMap(([name, content]): readonly (readonly [string, Uint8Array])[] => {
    if (!SHEET.test(name)) return [];
    const sheet = strFromU8(content);
    const told = sheet.replace(ERROR_CELL, '$1"str"');
    return told === sheet ? [] : [[name, strToU8(told)]];
  });
  return changed.length === 0 ? bytes : zipSync({ ...files, ...Object.fromEntries(changed) }, { level: 0 });
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** The beginning of a cell whose kind is `e`, up to that. */
const ERROR_CELL = /(<(?:\w+:)?c\s(?:[^<>]*\s)?t=)["']e["']/g;
