import type { Diagnosed, Diagnostic } from './diagnostics/index.js';
import type { Format } from './render/index.js';

/** What a run takes its time for; each format counts as a stage. */
export type Stage = 'parse' | 'evaluate' | 'audit' | 'exercises' | 'document' | Format;

/** Does the work of a stage and gives its value; what it reports goes into the log. */
export interface Run {
  <T>(stage: Stage, work: () => Diagnosed<T>): T;
  <T>(stage: Stage, work: () => Diagnosed<T> | Promise<Diagnosed<T>>): T | Promise<T>;
}

export interface StageLog {
  readonly run: Run;
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds per stage. */
  readonly timings: ReadonlyMap<Stage, number>;
}

/** Runs stages, keeping what they report and how long they take; of stages that run side by side, the time from first to last. */
export function startLog(now: () => number = () => 0): StageLog {
  const diagnostics: Diagnostic[] = [];
  const timings = new Map<Stage, number>();
  const ended = new Map<Stage, number>();
  const note = <T>(stage: Stage, start: number, { value, diagnostics: found }: Diagnosed<T>): T => {
    const since = Math.max(start, ended.get(stage) ?? 0);
    timings.set(stage, (timings.get(stage) ?? 0) + now() - since);
    ended.set(stage, now());
    diagnostics.push(...found);
    return value;
  };
  const run = <T>(stage: Stage, work: () => Diagnosed<T> | Promise<Diagnosed<T>>): T | Promise<T> => {
    const start = now();
    const result = work();
    return result instanceof Promise ? result.then((late) => note(stage, start, late)) : note(stage, start, result);
  };
  return { run: run as Run, diagnostics, timings };
}
