import { writeCsv } from '../../classroom/index.js';
import { lossesOf } from '../model/losses.js';
import type { ExportFormat } from '../output/format.js';
import { tableRows } from './rows.js';
import { textSpreadsheet } from './spreadsheet.js';

/** The neutral question table: kind, question, options, answer, explanation; a row for each blank. */
export const TABLE: ExportFormat = {
  title: 'a table of questions (题型, 题干, 选项, 答案, 解析) as XLSX and CSV',
  make: (order) =>
    Array.from(order.banks(), (bank) => {
      const rows = tableRows(bank);
      const path = `${bank.folder}.${bank.language}.questions`;
      const losses = bank.exercises.flatMap((exercise) =>
        lossesOf(exercise, ['picture', 'math-in-line', 'split-into-blanks', 'no-misconceptions', 'exact-match']),
      );
      return [
        { path: `${path}.xlsx`, content: textSpreadsheet(rows), items: rows.length - 1, losses },
        { path: `${path}.csv`, content: writeCsv(rows), items: rows.length - 1, losses },
      ];
    }).flat(),
};
