/** True for what can be a seed: it is printed on every handout, so it is short and plain. */
export function isSeed(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(text);
}
