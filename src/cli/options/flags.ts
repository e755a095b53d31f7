import { UsageError } from '../terminal/usage-error.js';

export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** `3-of-8`. */
  readonly name: string;
}

const MOST_SHARDS = 9999;

/** `3/8` is the third of eight parts. */
export function readShard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, part, whole] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const [index, count] = [Number(part) - 1, Number(whole)];
  if (part === undefined || index < 0 || index >= count || count > MOST_SHARDS) {
    throw new UsageError(
      `\`--shard ${text}\` names no part.`,
      'Write the part and the number of parts, such as 3/8; parts are counted from 1.',
    );
  }
  return { index, count, name: `${index + 1}-of-${count}` };
}

/** A seed is printed on every handout, so it is short and plain. */
export function readSeed(text: string | undefined): string {
  if (text !== undefined && /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(text)) return text;
  throw new UsageError(
    text === undefined ? 'A class set needs a seed.' : `\`--seed ${text}\` cannot be printed on a handout.`,
    'Give letters, digits, `-`, `_` and `.`, such as `--seed 2026-spring`. The same seed gives the same numbers again.',
  );
}
