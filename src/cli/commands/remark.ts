import path from 'node:path';
import {
  addRemarks,
  type ChangedRemarks,
  CLASS_FORMAT,
  LONGEST_REASON,
  type Remark,
  type RemarkFile,
  undoRemarks,
  writeRemarks,
} from '../../classroom/index.js';
import { openFinished } from '../class/finished-set.js';
import { type FolderLock, lockFolder } from '../class/lock.js';
import { openStorage } from '../class/storage.js';
import { changeText, readRemarkFlags } from '../options/remark-flags.js';
import { counted } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

export interface RemarkFlags {
  readonly void?: readonly string[];
  readonly accept?: readonly string[];
  readonly give?: readonly string[];
  readonly student?: string;
  readonly reason?: string;
  readonly undo?: string;
  readonly list?: boolean;
}

/** Records what was decided about answers after the lesson, or takes it back; nothing is marked yet. Returns the exit code. */
export async function runRemark(name: string, flags: RemarkFlags, terminal: Terminal): Promise<number> {
  const folder = path.resolve(terminal.folder, name);
  const { manifest, rows, remarks } = openFinished(openStorage(folder), folder, terminal);
  const changes = readRemarkFlags(flags, manifest.exercises, rows);
  if (flags.undo === undefined && changes.length === 0) {
    if (!flags.list) throw nothingAsked();
    terminal.out(remarks.length === 0 ? 'No remarks.\n' : listed(remarks));
    return 0;
  }
  if (flags.undo !== undefined && changes.length > 0) throw new UsageError('`--undo` takes back; give it by itself.');
  const date = terminal.today();
  const lock = await lockFolder(folder, { set: manifest.fingerprint });
  try {
    const now = openFinished(openStorage(folder), folder, terminal).remarks;
    const next = remarksOf(
      flags.undo === undefined ? addRemarks(now, changes, flags.reason ?? '', date) : undoRemarks(now, numbersIn(flags.undo), date),
    );
    save(next, manifest.fingerprint, folder, lock);
    terminal.out(listed(next));
    terminal.out(`Mark again for it to count: reckoner mark ${name} ${path.join(name, 'answers.csv')}\n`);
  } finally {
    lock.release();
  }
  return 0;
}

function save(remarks: readonly Remark[], set: string, folder: string, lock: FolderLock): void {
  const file: RemarkFile = { reckoner: CLASS_FORMAT, set, remarks };
  writeRemarks(openStorage(folder, lock), file);
}

/** The remarks as they stand after a change; a UsageError says why it cannot be made. */
function remarksOf(changed: ChangedRemarks): readonly Remark[] {
  switch (changed.kind) {
    case 'changed':
      return changed.remarks;
    case 'said':
      throw new UsageError(`Remark ${changed.remark.number} says so already: ${changeText(changed.remark.change)}.`);
    case 'no-reason':
      throw new UsageError('A remark needs a reason.', REASON_HINT);
    case 'long-reason':
      throw new UsageError(`A reason has at most ${LONGEST_REASON} characters.`, REASON_HINT);
    case 'unknown':
      throw new UsageError(`There is no remark ${changed.number}.`, LIST_HINT);
    case 'undone':
      throw new UsageError(`Remark ${changed.remark.number} was undone on ${changed.remark.undone}.`);
  }
}

const LIST_HINT = '`--list` shows the remarks with their numbers.';
const REASON_HINT =
  'Say why in a few words, such as `--reason "the question can be read in two ways"`: it stands beside every mark that changes.';

function numbersIn(text: string): readonly number[] {
  const numbers = text.split(',').map((one) => Number(one.trim()));
  if (numbers.every(Number.isInteger)) return numbers;
  throw new UsageError(`There is no remark ${text}.`, LIST_HINT);
}

function nothingAsked(): UsageError {
  return new UsageError(
    'Nothing is asked for.',
    'Give `--void 2.1`, `--accept 3.1=5.33..5.4` or `--give 5`, each with `--reason`; `--undo 1`; or `--list`.',
  );
}

function listed(remarks: readonly Remark[]): string {
  const lines = remarks.map(({ number, date, change, reason, undone }) => {
    const back = undone === undefined ? '' : ` [undone ${undone}]`;
    return `${number}. ${changeText(change)} (${reason}; ${date})${back}\n`;
  });
  const standing = remarks.filter(({ undone }) => undone === undefined).length;
  return `${lines.join('')}${counted(standing, 'remark')} in force.\n`;
}
