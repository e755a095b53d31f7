import { lossesOf } from '../model/losses.js';
import type { ExportFormat } from '../output/format.js';
import { giftFile } from './questions.js';

/** GIFT, the plain text that Moodle and others read; Moodle XML carries more. */
export const GIFT: ExportFormat = {
  title: 'GIFT, plain text for Moodle and others; Moodle XML carries more',
  make: (order) =>
    Array.from(order.banks(), (bank) => {
      const { text, items } = giftFile(bank);
      return {
        path: `${bank.folder}.${bank.language}.gift.txt`,
        content: text,
        items,
        losses: bank.exercises.flatMap((exercise) => lossesOf(exercise, ['picture', 'math-in-line', 'split-into-blanks', 'no-key'])),
      };
    }),
};
