/**
 * What was worked out before in the same process. A chapter that is looked at while it is written is read again after each save, and most of
 * its texts are then the very same objects.
 */
export interface EarlierWork {
  /** What `work` gave for `what` the last time, if that was from these very objects; else what it gives now. `from` is all that it depends on. */
  of<T>(what: string, from: readonly unknown[], work: () => T): T;
}

/** Everything is worked out, and nothing kept. */
export const NO_EARLIER_WORK: EarlierWork = { of: (_what, _from, work) => work() };

/** Keeps the last answer to each `what`. */
export function keepEarlierWork(): EarlierWork {
  const kept = new Map<string, { readonly from: readonly unknown[]; readonly value: unknown }>();
  return {
    of: <T>(what: string, from: readonly unknown[], work: () => T): T => {
      const before = kept.get(what);
      if (before?.from.length === from.length && from.every((one, index) => one === before.from[index])) return before.value as T;
      const value = work();
      kept.set(what, { from, value });
      return value;
    },
  };
}
