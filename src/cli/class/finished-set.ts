import { changedFiles, type FinishedSet, filesOf, KEY, type Remark, readRemarks, type SetStorage } from '../../classroom/index.js';
import { counted } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { needKey, needManifest, REMARKS_HINT, soundOr } from './storage.js';

const MOST_NAMED = 5;

/**
 * A finished set that is as it was made, to be marked. A changed key is a UsageError, since it would mark wrongly; other files that
 * are missing or changed are named on the error channel.
 */
export function openFinished(storage: SetStorage, folder: string, terminal: Terminal): FinishedSet {
  const manifest = needManifest(storage, folder);
  const key = needKey(storage, folder);
  const changed = changedFiles(storage, filesOf(manifest));
  const wrong = changed.find((line) => line.startsWith(`${KEY} `));
  const isWhole = manifest.files.some(({ path }) => path === KEY) && JSON.stringify(key.exercises) === JSON.stringify(manifest.exercises);
  if (wrong !== undefined || !isWhole) {
    throw new UsageError(
      `${wrong ?? `${KEY} is not that of this set`}: nothing is marked by it.`,
      'Make the set again with the same `reckoner class`; to void a question or accept another answer, use `reckoner remark`.',
    );
  }
  if (changed.length > 0) {
    const named = changed.slice(0, MOST_NAMED).map((line) => `  ${line}\n`);
    const more = changed.length > MOST_NAMED ? `  and ${counted(changed.length - MOST_NAMED, 'more file')}\n` : '';
    terminal.error(`Not all of the set is as it was made; the key is:\n${named.join('')}${more}`);
  }
  return { manifest, rows: key.students, remarks: remarksOf(storage, folder, manifest.fingerprint, terminal) };
}

/** Remarks on another set, which a copied file brings along, do not count. */
function remarksOf(storage: SetStorage, folder: string, set: string, terminal: Terminal): readonly Remark[] {
  const found = soundOr(readRemarks(storage), folder, REMARKS_HINT);
  if (found === undefined || found.set === set) return found?.remarks ?? [];
  terminal.error('remarks.json belongs to another set and is not counted.\n');
  return [];
}
