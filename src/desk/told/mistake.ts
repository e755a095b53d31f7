import type { Diagnostic, Sentence, Severity } from '../../diagnostics/index.js';
import { lineText, locate, placeText } from '../../source/index.js';

/** A mistake as a page shows it: plain data, which a worker can hand over. */
export interface Mistake {
  readonly code: string;
  readonly severity: Severity;
  /** In English; `sentence` is for other words. */
  readonly message: string;
  readonly hint: string;
  readonly sentence?: Sentence;
  readonly place?: MistakePlace;
}

export interface MistakePlace {
  /** `roster.xlsx:B3` or `roster.csv:3:4`. */
  readonly text: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** `B3`, in a spreadsheet. */
  readonly cell?: string;
  readonly quoted: string;
}

const LONGEST_QUOTE = 120;

export function mistakeOf({ code, severity, message, hint = '', sentence, span }: Diagnostic): Mistake {
  const told = { code, severity, message, hint, ...(sentence === undefined ? {} : { sentence }) };
  if (span === undefined) return told;
  const { source, start } = span;
  const { line, column } = locate(source, start);
  const text = placeText(span);
  const cell = source.isSheet === true ? { cell: text.slice(source.name.length + 1) } : {};
  const quoted = lineText(source, line).replaceAll('\t', '   ').slice(0, LONGEST_QUOTE);
  return { ...told, place: { text, file: source.name, line, column, ...cell, quoted } };
}
