/** What stands in a words file where the author has something to say yet. */
export const UNSAID = '?';

/** Whether there is no wording, or only the sign for one. */
export function isUnsaid(text: unknown): boolean {
  return text === undefined || text === UNSAID;
}

/** `?`, or `? (explain)`. */
export function isUnsaidPrompt(text: string): boolean {
  return /^\s*\?(?:\s*\([a-z-]+\))?\s*$/.test(text);
}
