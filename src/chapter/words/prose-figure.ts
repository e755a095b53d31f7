import { parseFormula } from '../../formula/index.js';
import type { Span } from '../../source/index.js';
import type { ProseFigure } from '../model/prose.js';
import { type ReadContext, reportError } from '../read/reader.js';

/** Reads `{{formula}}`, `{{formula | places}}`, `{{formula | 1%}}` or `{{"text"}}`; `span` covers it with its braces. */
export function readProseFigure(span: Span, context: ReadContext): ProseFigure {
  const { source } = span;
  const literal = /^\{\{\s*"([^"]*)"\s*\}\}$/.exec(source.text.slice(span.start, span.end))?.[1];
  if (literal !== undefined) return { span, literal };
  const bar = source.text.slice(span.start, span.end).lastIndexOf('|');
  const end = bar < 0 ? span.end - 2 : span.start + bar;
  const { value, diagnostics } = parseFormula(source, span.start + 2, end, context.units);
  diagnostics.forEach(context.report);
  const shown = bar < 0 ? {} : readShown({ source, start: end + 1, end: span.end - 2 }, context);
  return { span, ...(value === undefined ? {} : { formula: value }), ...shown };
}

/** `2` = with two decimals, `%` = as a percentage, `1%` = both. */
function readShown(span: Span, context: ReadContext): Pick<ProseFigure, 'places' | 'percent'> {
  const written = span.source.text.slice(span.start, span.end).trim();
  const [, digits, sign] = /^(\d|1[0-2])?\s*([%％])?$/.exec(written) ?? [];
  if (digits === undefined && sign === undefined) {
    const message = `\`${written}\` is no number of decimal places.`;
    reportError(context, 'value-range', span, message, 'Write a whole number from 0 to 12 after the bar, `%`, or both: `1%`.');
  }
  return { ...(digits === undefined ? {} : { places: Number(digits) }), ...(sign === undefined ? {} : { percent: true }) };
}
