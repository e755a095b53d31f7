import type { Book, Cell } from '../../src/export/xlsx/file/book.js';

/** Texts that a program might take for something else. */
export const HOSTILE_TEXTS: readonly string[] = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+SUM(1,2)',
  '-1',
  '@SUM(1)',
  '"quoted" & <tagged> ]]> \'single\'',
  '_x0041_ is no A',
  'a bell \u0007 and an escape \u001b',
  'two\nlines',
  ' spaces around ',
  '😀 👩‍🏫 𠮷',
  'עברית 123 العربية',
  '<script>alert(1)</script>',
  '#N/A',
  'TRUE',
  '1,000',
];

/** A workbook with each of the texts as a cell, as a choice and as part of a formula. */
export function hostileBook(): Book {
  const style = { font: 'text' } as const;
  const rows = HOSTILE_TEXTS.map((text, index): { cells: readonly Cell[] } => ({
    cells: [
      { style, content: { kind: 'text', text } },
      { style, content: { kind: 'formula', formula: `A${index + 1}`, value: text } },
    ],
  }));
  return {
    title: HOSTILE_TEXTS[5] ?? '',
    language: 'en',
    fonts: { text: 'Arial', head: 'Arial', figures: 'Arial' },
    names: [],
    sheets: [
      {
        name: 'Hostile <&> "texts"',
        widths: [40, 40],
        rows,
        merges: [],
        frozenRows: 0,
        landscape: false,
        isProtected: true,
        lists: [{ range: 'C1', from: `$A$1:$A$${rows.length}` }],
        highlights: [],
        links: [],
        charts: [],
      },
    ],
  };
}
