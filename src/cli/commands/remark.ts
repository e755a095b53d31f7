import path from 'node:path';
import { CLASS_FORMAT, type Remark, type RemarkChange, type RemarkFile, writeRemarks } from '../../classroom/index.js';
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

const LONGEST_REASON = 300;

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
    const next = flags.undo === undefined ? withChanges(now, changes, readReason(flags.reason), date) : without(now, flags.undo, date);
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

function withChanges(now: readonly Remark[], changes: readonly RemarkChange[], reason: string, date: string): readonly Remark[] {
  const last = now.at(-1)?.number ?? 0;
  for (const change of changes) {
    const same = now.find((one) => one.undone === undefined && changeText(one.change) === changeText(change));
    if (same !== undefined) throw new UsageError(`Remark ${same.number} says so already: ${changeText(change)}.`);
  }
  return [...now, ...changes.map((change, index): Remark => ({ number: last + 1 + index, date, reason, change }))];
}

function without(now: readonly Remark[], text: string, date: string): readonly Remark[] {
  const numbers = text.split(',').map((one) => Number(one.trim()));
  for (const number of numbers) {
    const found = now.find((one) => one.number === number);
    if (found === undefined) throw new UsageError(`There is no remark ${text}.`, '`--list` shows the remarks with their numbers.');
    if (found.undone !== undefined) throw new UsageError(`Remark ${number} was undone on ${found.undone}.`);
  }
  return now.map((one) => (numbers.includes(one.number) ? { ...one, undone: date } : one));
}

function readReason(text: string | undefined): string {
  const reason = text?.replace(/\s+/g, ' ').trim() ?? '';
  if (reason !== '' && reason.length <= LONGEST_REASON) return reason;
  throw new UsageError(
    reason === '' ? 'A remark needs a reason.' : `A reason has at most ${LONGEST_REASON} characters.`,
    'Say why in a few words, such as `--reason "the question can be read in two ways"`: it stands beside every mark that changes.',
  );
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
