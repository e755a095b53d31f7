/** A, B, C, … for 0, 1, 2, …: options, partners and items are lettered. */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
