import type { OutputFormat } from '../output/format.js';

/** A file for Word and WPS, one for each chapter: there is none of the whole workbook, which nobody could edit. */
export const DOCX: OutputFormat = {
  byDefault: false,
  needs: { screen: false },
  loses: 'Word files have no spoken names for blanks, none grades itself, and there is none of the whole workbook: see docs/word.md.',
  // The library takes a tenth of a second to load, which only those pay who ask for Word files.
  open: () => ({ render: async (document, setting) => (await import('./render.js')).renderDocx(document, setting) }),
};
