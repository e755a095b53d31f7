import { parseFormula } from '../../formula/index.js';
import type { Span } from '../../source/index.js';
import type { ProseFigure } from '../model/prose.js';
import { type Reading, reportError } from '../read/reader.js';

/** Reads `{{formula}}`, `{{formula | places}}` or `{{"text"}}`; `span` covers it with its braces. */
export function readProseFigure(span: Span, reading: Reading): ProseFigure {
  const { source } = span;
  const literal = /^\{\{\s*"([^"]*)"\s*\}\}$/.exec(source.text.slice(span.start, span.end))?.[1];
  if (literal !== undefined) return { span, literal };
  const bar = source.text.slice(span.start, span.end).lastIndexOf('|');
  const end = bar < 0 ? span.end - 2 : span.start + bar;
  const { value, diagnostics } = parseFormula(source, span.start + 2, end, reading.units);
  diagnostics.forEach(reading.report);
  const places = bar < 0 ? undefined : readPlaces({ source, start: end + 1, end: span.end - 2 }, reading);
  return { span, ...(value === undefined ? {} : { formula: value }), ...(places === undefined ? {} : { places }) };
}

function readPlaces(span: Span, reading: Reading): number | undefined {
  const digits = span.source.text.slice(span.start, span.end).trim();
  if (/^(\d|1[0-2])$/.test(digits)) return Number(digits);
  const message = `\`${digits}\` is no number of decimal places.`;
  return reportError(reading, 'value-range', span, message, 'Write a whole number from 0 to 12 after the bar.');
}
