import { amount } from '../../number/index.js';
import { boundSheet } from './sheet-bounds.js';
import type { UnpackedSheets } from './unpack.js';

/**
 * The parts of a spreadsheet with the errors of its formulas (`#N/A`) as texts, because the reader takes such a cell for an empty one, and
 * with cells that show per cent as the text that they show: what shows `3%` holds 0.03. Or what is too much to be laid out.
 */
export function cellsAsShown(files: ReadonlyMap<string, Uint8Array>): UnpackedSheets {
  const percent = percentStyles(files.get('xl/styles.xml'));
  const told = new Map(files);
  for (const [name, content] of files) {
    if (!SHEET.test(name)) continue;
    const bounded = boundSheet(textOf(content));
    if ('tooMuch' in bounded) return bounded;
    const errors = bounded.sheet.replace(ERROR_CELL, '$1"str"');
    const shown = percent.size === 0 ? errors : errors.replace(NUMBER_CELL, (...parts) => percentCell(parts, percent));
    told.set(name, new TextEncoder().encode(shown));
  }
  return { files: told };
}

function textOf(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** The beginning of a cell whose kind is `e`, up to that. */
const ERROR_CELL = /(<(?:\w+:)?c\s(?:[^<>]*\s)?t=)["']e["']/g;
/** A cell up to its value, perhaps with a formula before it. */
const NUMBER_CELL = /(<(?:\w+:)?c\s)([^<>]*)(>(?:<(?:\w+:)?f[^<>]*>[^<]*<\/(?:\w+:)?f>)?<(?:\w+:)?v>)([^<]*)/g;
/** What a number's format is, by its number: 9 and 10 are `0%` and `0.00%` in every spreadsheet. */
const FORMAT = /<(?:\w+:)?numFmt\s[^<>]*>/g;
const PERCENT_FORMATS = ['9', '10'];
/** Numbers of a spreadsheet are binary; the digits that were typed are the first 15. */
const KEPT_DIGITS = 15;

/** The numbers of the styles of cells that show per cent. */
function percentStyles(styles: Uint8Array | undefined): ReadonlySet<string> {
  if (styles === undefined) return new Set();
  const text = textOf(styles);
  const own = (text.match(FORMAT) ?? []).filter((tag) => showsPercent(attribute(tag, 'formatCode')));
  const formats = new Set([...PERCENT_FORMATS, ...own.map((tag) => attribute(tag, 'numFmtId'))]);
  const cells = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(text)?.[1] ?? '';
  const list = cells.match(/<(?:\w+:)?xf\s[^<>]*>/g) ?? [];
  return new Set(list.flatMap((tag, index) => (formats.has(attribute(tag, 'numFmtId')) ? [String(index)] : [])));
}

/** A sign in quotes, or behind a backslash, is only printed. */
function showsPercent(format: string): boolean {
  return format
    .replaceAll('&quot;', '"')
    .replace(/"[^"]*"|\\./g, '')
    .includes('%');
}

function attribute(tag: string, name: string): string {
  return (
    new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`)
      .exec(` ${tag}`)
      ?.slice(1)
      .find((one) => one !== undefined) ?? ''
  );
}

function percentCell([whole, opening, attributes, between, value]: readonly string[], percent: ReadonlySet<string>): string {
  const number = Number(value);
  const isNumber = ['', 'n'].includes(attribute(attributes ?? '', 't')) && value?.trim() !== '' && Number.isFinite(number);
  if (!isNumber || !percent.has(attribute(attributes ?? '', 's'))) return whole ?? '';
  const shown = `${amount(number.toPrecision(KEPT_DIGITS)).times(100).toFixed()}%`;
  return `${opening}t="str" ${attributes?.replace(/\bt=(?:"n"|'n')/, '')}${between}${shown}`;
}
