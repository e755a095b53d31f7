import { changedText, type FinishedSet, openSet, REMARKS, type SetStorage } from '../../classroom/index.js';
import { counted } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { failAbsent, failDamaged, REMARKS_HINT } from './storage.js';

const MOST_NAMED = 5;

/**
 * A finished set that is as it was made, to be marked. A changed key is a UsageError, since it would mark wrongly; other files that
 * are missing or changed are named on the error channel.
 */
export function openFinished(storage: SetStorage, folder: string, terminal: Terminal): FinishedSet {
  const opened = openSet(storage);
  switch (opened.kind) {
    case 'absent':
      return failAbsent(opened.file, folder);
    case 'damaged':
      return failDamaged(opened, folder, opened.file === REMARKS ? REMARKS_HINT : undefined);
    case 'other-key':
      throw new UsageError(
        `${opened.line}: nothing is marked by it.`,
        'Make the set again with the same `reckoner class`; to void a question or accept another answer, use `reckoner remark`.',
      );
    case 'open': {
      const { set, changed, hasForeignRemarks } = opened;
      if (changed.length > 0) {
        const named = changed.slice(0, MOST_NAMED).map((file) => `  ${changedText(file)}\n`);
        const more = changed.length > MOST_NAMED ? `  and ${counted(changed.length - MOST_NAMED, 'more file')}\n` : '';
        terminal.error(`Not all of the set is as it was made; the key is:\n${named.join('')}${more}`);
      }
      if (hasForeignRemarks) terminal.error('remarks.json belongs to another set and is not counted.\n');
      return set;
    }
  }
}
