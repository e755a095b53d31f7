import { createHash } from 'node:crypto';
import { seededRandom, shuffled } from '../mutate/random.mjs';

/** Choices that depend on these names alone. */
export function chanceOf(...names) {
  const random = seededRandom(createHash('sha256').update(names.join('\n')).digest().readUInt32LE());
  const below = (count) => Math.floor(random() * count);
  const one = (items) => items[below(items.length)];
  const chance = {
    below,
    one,
    /** True in this share of cases. */
    maybe: (share) => random() < share,
    /** A whole number from `low` to `high`, both included. */
    between: (low, high) => low + below(high - low + 1),
    /** Up to `most` of the items, in another order. */
    some: (items, most) => shuffled(items, random).slice(0, below(most + 1)),
    times: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
    /** One of the entries of `[weight, value]`. */
    weighted: (entries) => {
      let rest = random() * entries.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of entries) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return entries.at(-1)[1];
    },
  };
  return chance;
}
