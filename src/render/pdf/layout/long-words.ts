/** A run that a line cannot break, of this many characters or more, may be wider than its place: it is measured. */
const LONG = 40;
const UNBROKEN = new RegExp(`[!-~\u00A1-\u024F]{${LONG},}`);

/** The tree with every text that holds such a run marked `long`, so that the templates measure it; undefined when there is none. */
export function markLongWords(tree: unknown): unknown {
  return holdsLongWord(tree) ? marked(tree) : undefined;
}

function holdsLongWord(value: unknown): boolean {
  if (typeof value === 'string') return value.length >= LONG && UNBROKEN.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsLongWord);
}

function marked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, marked(child)]));
  const long = copy.kind === 'text' && typeof copy.text === 'string' && UNBROKEN.test(copy.text);
  return long ? { ...copy, long: true } : copy;
}
