/** Scaled integers with 60 decimals, another method than the engine's 40 significant digits. */
export const SCALE = 10n ** 60n;
export const nearest = (over: bigint, under: bigint) => (2n * over + under) / (2n * under);

/**
 * Equal orders with forced exits, oldest first: each order brings 160 yuan and points worth 112 yuan at the price before it. When the
 * oldest customer's points are worth 1200 yuan, the pool pays 80 % of their worth and they are destroyed.
 * `exits` holds the order of each exit, `fell` the first order after which the price was not above the one before.
 */
export function exactQueue(last: number) {
  const minted: bigint[] = [];
  const exits: number[] = [];
  let [pool, points, price, fell] = [0n, 0n, SCALE, undefined as number | undefined];
  for (let order = 1; order <= last; order += 1) {
    minted.push(nearest(112n * SCALE * SCALE, price));
    pool += 160n * SCALE;
    points += minted[order - 1] as bigint;
    const own = minted[exits.length] as bigint;
    const worth = nearest(own * pool, points);
    if (worth >= 1200n * SCALE) {
      exits.push(order);
      pool -= nearest(4n * worth, 5n);
      points -= own;
    }
    const next = nearest(pool * SCALE, points);
    if (next <= price) fell ??= order;
    price = next;
  }
  return { exits, price, fell };
}
