import type { Bank } from '../model/item.js';
import { lossesOf, type TargetLoss } from '../model/losses.js';
import type { ExportedFile, ExportFormat } from '../output/format.js';
import { canvasItems, canvasPackage } from './canvas.js';
import { type Dialect, QTI_3, QTI_21 } from './dialect.js';
import { qtiPackage } from './package.js';

/** QTI packages, one for each chapter and language: version 3.0, or as `--profile` says 2.1, or 1.2 for Canvas. */
export const QTI: ExportFormat = {
  title: 'QTI 3.0 packages; --profile 2.1 for older programs, --profile canvas (1.2) for Canvas',
  profiles: ['2.1', 'canvas'],
  make: (order) =>
    Array.from(order.banks(), (bank) => {
      if (order.profile === 'canvas') return canvasFile(bank);
      return order.profile === '2.1' ? packageFile(bank, QTI_21, 'qti21') : packageFile(bank, QTI_3, 'qti3');
    }),
};

const CARRIED_IN_ALL: readonly TargetLoss[] = ['picture', 'math-in-line', 'no-key'];

function packageFile(bank: Bank, dialect: Dialect, name: string): ExportedFile {
  return {
    path: `${bank.folder}.${bank.language}.${name}.zip`,
    content: qtiPackage(bank, dialect),
    items: bank.exercises.reduce((sum, { variants }) => sum + variants.length, 0),
    losses: bank.exercises.flatMap((exercise) => lossesOf(exercise, CARRIED_IN_ALL)),
  };
}

function canvasFile(bank: Bank): ExportedFile {
  return {
    path: `${bank.folder}.${bank.language}.canvas.zip`,
    content: canvasPackage(bank),
    items: bank.exercises.reduce((sum, exercise) => sum + canvasItems(exercise), 0),
    losses: bank.exercises.flatMap((exercise) => lossesOf(exercise, [...CARRIED_IN_ALL, 'split-into-blanks', 'no-advice-on-figures'])),
  };
}
