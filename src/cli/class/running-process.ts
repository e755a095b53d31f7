import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process of some machine, so that a later one can tell whether it is still there. */
export interface RunningProcess {
  readonly process: number;
  readonly host: string;
  /** The machine since it was started, and in it the container: process numbers mean something within one of these only. */
  readonly machine: string;
  /** When the process began, as its machine counts; empty where the system does not say. Tells it from a later one with its number. */
  readonly began: string;
}

export function thisProcess(): RunningProcess {
  const machine = `${hostname()} ${textOf('/proc/sys/kernel/random/boot_id')} ${linkOf('/proc/self/ns/pid')}`.trim();
  return { process: process.pid, host: hostname(), machine, began: beganAt(process.pid) };
}

/** Whether a process still runs, as seen by `self`; undefined where that cannot be told, such as on another machine. */
export function isRunning(one: RunningProcess, self: RunningProcess): boolean | undefined {
  if (one.machine !== self.machine) return undefined;
  if (!isThere(one.process)) return false;
  const began = beganAt(one.process);
  return began === '' || one.began === '' ? undefined : began === one.began;
}

function isThere(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux keeps it in clock ticks since the machine was started: the twentieth field behind the name, which may hold spaces. */
function beganAt(process_: number): string {
  const stat = textOf(`/proc/${process_}/stat`);
  return (
    stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .at(19) ?? ''
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
