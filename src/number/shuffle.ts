import { mixed, nameHash, textHash } from './hash.js';
import { smallStream } from './random.js';

/**
 * The numbers from 0 to `count - 1` in an order that depends on `seed` alone, so that it is the same in every language and edition;
 * never 0, 1, 2, … where there is another order.
 */
export function shuffledOrder(count: number, seed: string): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  const chance = smallStream(Number(textHash(seed, 32)));
  for (let last = count - 1; last > 0; last -= 1) {
    const other = chance.next() % (last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  const asTheyWere = count > 1 && order.every((place, index) => place === index);
  return asTheyWere ? [...order.slice(1), 0] : order;
}

/** Passes over both halves; four already make neighbours unrelated. */
const PASSES = 6;

/**
 * A shuffle of 0 … count − 1 that depends on its name alone and is worked out one place at a time: a Feistel network over the next
 * square of a power of two, walked on while it leads past the end. Different places have different images. `count` is at most 2^30.
 */
export function permutation(name: readonly string[], count: number): (place: number) => number {
  const bits = Math.max(1, Math.ceil(Math.log2(Math.max(2, count)) / 2));
  const mask = 2 ** bits - 1;
  const keys = Array.from({ length: PASSES }, (_, pass) => nameHash(name, pass + 1));
  const shuffled = (place: number) => {
    let left = place >>> bits;
    let right = place & mask;
    for (const key of keys) [left, right] = [right, left ^ (mixed(right ^ key) & mask)];
    return ((left << bits) | right) >>> 0;
  };
  return (place) => {
    let image = shuffled(place);
    while (image >= count) image = shuffled(image);
    return image;
  };
}
