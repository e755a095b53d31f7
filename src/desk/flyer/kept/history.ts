import type { Flyer } from '../model/flyer.js';

/** The flyer as it is, and as it was before each step. */
export interface History {
  readonly past: readonly Flyer[];
  readonly present: Flyer;
  readonly future: readonly Flyer[];
  /** The cell that was changed last: typing on in it is one step with it. */
  readonly cell?: string;
}

const MOST_STEPS = 200;

export function begin(present: Flyer): History {
  return { past: [], present, future: [] };
}

/** A step; steps in one `cell` one after the other are one. */
export function step({ past, present, cell: before }: History, next: Flyer, cell?: string): History {
  if (next === present) return { past, present, future: [], ...(before === undefined ? {} : { cell: before }) };
  const isSame = cell !== undefined && cell === before;
  return {
    past: isSame ? past : [...past.slice(1 - MOST_STEPS), present],
    present: next,
    future: [],
    ...(cell === undefined ? {} : { cell }),
  };
}

export function undo(history: History): History {
  const { past, present, future } = history;
  const before = past.at(-1);
  return before === undefined ? history : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo(history: History): History {
  const { past, present, future } = history;
  const [next, ...later] = future;
  return next === undefined ? history : { past: [...past, present], present: next, future: later };
}
