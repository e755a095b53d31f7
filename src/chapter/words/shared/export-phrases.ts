/** Phrases of exercises that are asked in another program, with their slots. */
export const EXPORT_PHRASES = {
  'export-digits': [],
  'export-fits-not': [],
  'export-hunt-line': ['line', 'code', 'figure'],
  'export-numbered': ['chapter', 'number', 'kind'],
  'export-variant': ['title', 'number'],
  'export-blank': ['number', 'label'],
  'export-table-kind': [],
  'export-table-question': [],
  'export-table-options': [],
  'export-table-answer': [],
  'export-table-reason': [],
  'export-single-choice': [],
  'export-fill-in': [],
  'export-open': [],
} as const satisfies Record<string, readonly string[]>;
