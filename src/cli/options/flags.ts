import { type ClassPart, isSeed } from '../../classroom/index.js';
import { UsageError } from '../terminal/usage-error.js';

const MOST_SHARDS = 9999;

/** How much of a set is made: `--shard 3/8` makes the third of eight parts, `--merge` joins them all. */
export function readPart({ shard, merge = false }: { readonly shard?: string; readonly merge?: boolean }): ClassPart {
  if (shard === undefined) return { kind: merge ? 'merge' : 'whole' };
  const [, part, whole] = /^(\d{1,4})\/(\d{1,4})$/.exec(shard) ?? [];
  const [index, count] = [Number(part) - 1, Number(whole)];
  if (part === undefined || index < 0 || index >= count || count > MOST_SHARDS) {
    throw new UsageError(
      `\`--shard ${shard}\` names no part.`,
      'Write the part and the number of parts, such as 3/8; parts are counted from 1.',
    );
  }
  if (merge) throw new UsageError('`--shard` makes a part, `--merge` joins all parts.', 'Give one of the two.');
  return { kind: 'shard', index, count };
}

/** A seed is printed on every handout, so it is short and plain. */
export function readSeed(text: string | undefined): string {
  if (text !== undefined && isSeed(text)) return text;
  throw new UsageError(
    text === undefined ? 'A class set needs a seed.' : `\`--seed ${text}\` cannot be printed on a handout.`,
    'Give letters, digits, `-`, `_` and `.`, such as `--seed 2026-spring`. The same seed gives the same numbers again.',
  );
}

/** A port of this machine; 0 = any that is free. */
export function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`\`--port ${text}\` is no port.`, 'Give a number from 1024 to 65535, or leave it out.');
}
