import { chapterBanks } from '../model/bank.js';
import type { ExportedFile, ExportFormat } from '../output/format.js';
import { chapterBook } from './chapter-book.js';
import { packBook } from './file/pack.js';

/** Spreadsheets with live formulas: for each chapter and language one for the teacher, with the key, and one for students, without. */
export const XLSX: ExportFormat = {
  title: 'a spreadsheet with live formulas for each chapter, for students and for the teacher',
  make: ({ workbook, chapters, words }) =>
    chapters.flatMap((content) =>
      // The sheets show the figures of the pages, so the exercises ask for those.
      chapterBanks(workbook, content, words, { variants: 0, seed: '' }).flatMap((bank) =>
        (['student', 'teacher'] as const).flatMap((edition): readonly ExportedFile[] => {
          const shared = words.find(({ language }) => language === bank.language);
          const made = shared && chapterBook(workbook, content, shared, bank, { edition });
          if (made === undefined) return [];
          const path = `${bank.folder}.${bank.language}.${edition}.xlsx`;
          return [{ path, content: packBook(made.book), items: made.book.sheets.length, losses: made.losses }];
        }),
      ),
    ),
};
