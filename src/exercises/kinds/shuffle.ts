/**
 * The numbers from 0 to `count - 1` in an order that depends on `seed` alone, so that it is the same in every language and edition;
 * never 0, 1, 2, … where there is another order.
 */
export function shuffledOrder(count: number, seed: string): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  let state = hash(seed);
  for (let last = count - 1; last > 0; last -= 1) {
    state = next(state);
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  const asTheyWere = count > 1 && order.every((place, index) => place === index);
  return asTheyWere ? [...order.slice(1), 0] : order;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** One step of a mixing generator (SplitMix with 32 bits): small seeds lead far apart. */
function next(state: number): number {
  const stepped = (state + 0x9e3779b9) >>> 0;
  const mixed = Math.imul(stepped ^ (stepped >>> 16), 0x21f0aaad);
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (again ^ (again >>> 15)) >>> 0;
}
