import { linkSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainSystemError } from '../files/system-error.js';
import { makeFolder, randomName, temporaryFor } from '../files/write-files.js';
import { UsageError } from '../terminal/usage-error.js';
import { isRunning, type RunningProcess, thisProcess } from './running-process.js';

/** The right to write into a folder, which one run has at a time. */
export interface FolderLock {
  /** Shows others that this run is alive. Throws a UsageError when the lock is no longer this run's. */
  hold(): void;
  release(): void;
  /** By which another thread of this run sees whether the lock is still held. */
  readonly ticket: LockTicket;
}

export interface LockTicket {
  readonly folder: string;
  readonly file: string;
  readonly token: string;
}

export interface LockOrder {
  /** `3-of-8` lets the other parts of the same set run beside it; absent = nobody else may write. */
  readonly part?: string;
  /** Stands for the set that is made. */
  readonly set: string;
  /** Default: the process that runs. */
  readonly self?: RunningProcess;
  /** How long a lock is watched that may be stale, in milliseconds. */
  readonly patience?: number;
}

interface Holder extends RunningProcess {
  readonly part: string;
  readonly set: string;
  /** For people to read; never compared, since clocks jump. */
  readonly since: string;
  /** Tells this run from all others. */
  readonly token: string;
}

const LOCK = '.reckoner-lock';
const PATIENCE = 30_000;
const LOOK_EVERY = 500;
const BEAT_EVERY = 2000;

/**
 * Locks a folder, and makes it where it is missing. A lock whose process is gone is taken over; one of another machine, whose processes
 * nobody can see, is watched for a while first: its holder touches it every two seconds. A UsageError names a holder that is alive.
 */
export async function lockFolder(folder: string, order: LockOrder): Promise<FolderLock> {
  const { part = '', set, self = thisProcess(), patience = PATIENCE } = order;
  const mine: Holder = { part, set, ...self, since: new Date().toISOString(), token: randomName() };
  const file = path.join(folder, part === '' ? LOCK : `${LOCK}.${part}`);
  try {
    makeFolder(folder);
    while (!createWhole(file, JSON.stringify(mine))) await passStale(file, folder, self, patience);
    try {
      for (const other of otherLocks(folder, file)) if (isInTheWay(readHolder(other), mine)) await passStale(other, folder, self, patience);
    } catch (failure) {
      rmSync(file, { force: true });
      throw failure;
    }
  } catch (failure) {
    throw explainSystemError(failure, `write ${folder}`);
  }
  const beat = setInterval(() => touch(file), BEAT_EVERY).unref();
  let lastBeat = performance.now();
  const ticket: LockTicket = { folder, file, token: mine.token };
  const { hold } = followLock(ticket);
  return {
    ticket,
    hold: () => {
      if (performance.now() - lastBeat > BEAT_EVERY) touch(file);
      lastBeat = performance.now();
      hold();
    },
    release: () => {
      clearInterval(beat);
      if (readHolder(file)?.token === mine.token) rmSync(file, { force: true });
      removeIfEmpty(folder);
    },
  };
}

/** The lock of a run for another thread of it, which the run itself keeps alive. */
export function followLock({ folder, file, token }: LockTicket): Pick<FolderLock, 'hold'> {
  // A file that has neither been touched nor replaced since it was read says what it said.
  let seen: string | undefined;
  return {
    hold: () => {
      const now = stateOf(file);
      if (now !== undefined && now === seen) return;
      if (readHolder(file)?.token !== token) throw lostLock(folder);
      seen = now;
    },
  };
}

/** Clears a lock out of the way whose holder is gone; throws when it is alive. */
async function passStale(file: string, folder: string, self: RunningProcess, patience: number): Promise<void> {
  const holder = readHolder(file);
  if (await isAlive(file, holder, self, patience)) throw heldBy(holder, folder);
  const aside = temporaryFor(file);
  try {
    renameSync(file, aside);
  } catch {
    // Another run took it away first; whoever makes the next one wins.
    return;
  }
  const taken = readHolder(aside);
  // Between the look and the renaming a third run may have made its own: that one is put back.
  if (taken?.token !== holder?.token) createAgain(aside, file);
  rmSync(aside, { force: true });
}

async function isAlive(file: string, holder: Holder | undefined, self: RunningProcess, patience: number): Promise<boolean> {
  const known = holder === undefined ? undefined : isRunning(holder, self);
  if (known !== undefined) return known;
  const before = touchedAt(file);
  for (let waited = 0; waited < patience; waited += LOOK_EVERY) {
    await sleep(Math.min(LOOK_EVERY, patience));
    const now = touchedAt(file);
    if (now === undefined) return false;
    if (now !== before || readHolder(file)?.token !== holder?.token) return true;
  }
  return false;
}

function isInTheWay(other: Holder | undefined, mine: Holder): boolean {
  return other === undefined || other.part === '' || mine.part === '' || other.set !== mine.set;
}

function otherLocks(folder: string, own: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name === LOCK || /^\.reckoner-lock\.\d+-of-\d+$/.test(name))
    .map((name) => path.join(folder, name))
    .filter((file) => file !== own);
}

/** False when a file stands there. The content is there with the name: nobody meets half a lock. */
function createWhole(file: string, content: string): boolean {
  const temporary = temporaryFor(file);
  try {
    writeFileSync(temporary, content);
    return createAgain(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function createAgain(from: string, file: string): boolean {
  try {
    linkSync(from, file);
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
  }
  // Some disks know no second name for a file.
  try {
    writeFileSync(file, readFileSync(from), { flag: 'wx' });
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw failure;
  }
}

/** Undefined when there is no lock, or nobody can read it. */
function readHolder(file: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof holder === 'object' && holder !== null && 'token' in holder ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

function touchedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** Differs once the file is touched, written or replaced; undefined where there is none. */
function stateOf(file: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join();
  } catch {
    return undefined;
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {}
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

function heldBy(holder: Holder | undefined, folder: string): UsageError {
  const who = holder === undefined ? 'another run' : `process ${holder.process} on ${holder.host}, since ${holder.since}`;
  return new UsageError(`Another run works in ${folder}: ${who}.`, 'Wait until it has ended, or choose another folder with `--out`.');
}

function lostLock(folder: string): UsageError {
  return new UsageError(
    `The lock of ${folder} has been taken away: the folder was removed, or another run has taken it over.`,
    'Look whether another run works there, and run the same command again.',
  );
}
