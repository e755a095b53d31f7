import type { Token } from './tokens.js';

/** A place in the parts of an answer. */
export interface Cursor {
  current(): Token;
  /** The part behind the current one, or behind that. */
  peek(ahead?: number): Token;
  advance(): void;
  at(): number;
  /** What was typed from a place up to here. */
  textFrom(start: number): string;
  /** All that was typed. */
  whole(): string;
}

export function createCursor(tokens: readonly Token[]): Cursor {
  const end = tokens.at(-1) as Token;
  let position = 0;
  return {
    current: () => tokens[position] ?? end,
    peek: (ahead = 1) => tokens[position + ahead] ?? end,
    advance: () => {
      position += 1;
    },
    at: () => position,
    textFrom: (start) => textOf(tokens.slice(start, position)),
    whole: () => textOf(tokens),
  };
}

/** Parts as they were typed, with one space where there were some. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('');
}
