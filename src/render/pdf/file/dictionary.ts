import { invariant } from '../../../diagnostics/index.js';

/**
 * Dictionaries, arrays and references of PDF (ISO 32000-1, 7.3) as text. They are changed as text too, so that everything else in them keeps
 * its bytes. A value is the text between its key and the next one, such as `12 0 R`, `[0 0 595 842]` or `(a string)`.
 */
interface Entry {
  readonly key: string;
  /** Where the slash of the key stands, where its value begins, and what follows the value. */
  readonly at: number;
  readonly valueAt: number;
  readonly end: number;
}

/** The value of a key of the outermost dictionary, or of one within the values of the keys before it; undefined where it is not there. */
export function valueIn(dictionary: string, ...keys: readonly string[]): string | undefined {
  return keys.reduce<string | undefined>((text, key) => {
    const found = text === undefined ? undefined : entryOf(text, key);
    return found && text?.slice(found.valueAt, found.end);
  }, dictionary);
}

/** The number of the object that a key refers to. */
export function referenceIn(dictionary: string, key: string): number {
  const number = /^(\d+) \d+ R$/.exec(valueIn(dictionary, key) ?? '')?.[1];
  invariant(number !== undefined, `a PDF of the compiler has no reference under /${key}`);
  return Number(number);
}

/** Keys and values in their order. */
export function entriesOf(dictionary: string): readonly (readonly [key: string, value: string])[] {
  return [...entries(dictionary)].map(({ key, valueAt, end }) => [key, dictionary.slice(valueAt, end)]);
}

/** The values in an array. */
export function itemsOf(array: string): readonly string[] {
  const items: string[] = [];
  for (let at = afterSpace(array, 1); at < array.length && array[at] !== ']'; at = afterSpace(array, at)) {
    const end = valueEnd(array, at);
    items.push(array.slice(at, end));
    at = end;
  }
  return items;
}

/** The numbers of all objects that a value refers to. */
export function referencesIn(value: string): readonly number[] {
  return [...value.matchAll(STRING_OR_REFERENCE)].flatMap(([, number]) => (number === undefined ? [] : [Number(number)]));
}

/** A list of references as PDF writes it: `[3 0 R 5 0 R]`. */
export function references(numbers: readonly number[]): string {
  return `[${numbers.map(reference).join(' ')}]`;
}

export function reference(number: number): string {
  return `${number} 0 R`;
}

/** The dictionary with other values of some keys that it has, or with what a function makes of them; undefined takes a key away. */
export function withValues(dictionary: string, values: Readonly<Record<string, string | ((old: string) => string) | undefined>>): string {
  let text = '';
  let done = 0;
  for (const { key, at, valueAt, end } of entries(dictionary)) {
    if (!(key in values)) continue;
    const value = values[key];
    const written = typeof value === 'function' ? value(dictionary.slice(valueAt, end)) : value;
    text += written === undefined ? dictionary.slice(done, at) : dictionary.slice(done, valueAt) + written;
    done = end;
  }
  return text + dictionary.slice(done);
}

/** The dictionary with one more key, before another that it has. */
export function withKeyBefore(dictionary: string, before: string, key: string, value: string): string {
  const at = entryOf(dictionary, before)?.at;
  invariant(at !== undefined, `a PDF of the compiler has no /${before}`);
  return `${dictionary.slice(0, at)}/${key} ${value}\n  ${dictionary.slice(at)}`;
}

/** The dictionary with another key and value in the place of one that it has. */
export function withOtherKey(dictionary: string, old: string, key: string, value: string): string {
  const entry = entryOf(dictionary, old);
  invariant(entry !== undefined, `a PDF of the compiler has no /${old}`);
  return `${dictionary.slice(0, entry.at)}/${key} ${value}${dictionary.slice(entry.end)}`;
}

/** The dictionary with one more key at its end. */
export function withLastKey(dictionary: string, key: string, value: string): string {
  return `${dictionary.slice(0, dictionary.lastIndexOf('>>'))}  /${key} ${value}\n>>\n`;
}

/** The value with each reference to an object, and each string, as these functions give them; a string keeps its brackets. */
export function mapped(
  value: string,
  changes: { readonly reference: (number: number) => number; readonly string?: (text: string) => string },
): string {
  return value.replace(STRING_OR_REFERENCE, (whole, number: string | undefined) =>
    number === undefined ? (changes.string?.(whole) ?? whole) : reference(changes.reference(Number(number))),
  );
}

/** A string in round brackets, which may hold pairs of them; or a reference. */
const STRING_OR_REFERENCE = /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|(\d+) 0 R\b/g;

function entryOf(dictionary: string, key: string): Entry | undefined {
  for (const entry of entries(dictionary)) if (entry.key === key) return entry;
  return undefined;
}

function* entries(text: string, start = text.indexOf('<<')): Generator<Entry, number> {
  let at = afterSpace(text, start + 2);
  while (text[at] === '/') {
    const keyEnd = matchEnd(NAME, text, at);
    const valueAt = afterSpace(text, keyEnd);
    const end = valueEnd(text, valueAt);
    yield { key: text.slice(at + 1, keyEnd), at, valueAt, end };
    at = afterSpace(text, end);
  }
  return at + 2;
}

/** What follows the value that begins at `at`. */
function valueEnd(text: string, at: number): number {
  switch (text[at]) {
    case '<':
      return text[at + 1] === '<' ? dictionaryEnd(text, at) : text.indexOf('>', at) + 1;
    case '[':
      return arrayEnd(text, at);
    case '(':
      return stringEnd(text, at);
    case '/':
      return matchEnd(NAME, text, at);
    default:
      return matchEnd(REFERENCE_OR_WORD, text, at);
  }
}

function dictionaryEnd(text: string, start: number): number {
  const inner = entries(text, start);
  let step = inner.next();
  while (step.done !== true) step = inner.next();
  return step.value;
}

function arrayEnd(text: string, start: number): number {
  let at = afterSpace(text, start + 1);
  while (at < text.length && text[at] !== ']') at = afterSpace(text, valueEnd(text, at));
  return at + 1;
}

function stringEnd(text: string, start: number): number {
  let open = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') open += 1;
    else if (text[at] === ')') {
      open -= 1;
      if (open === 0) return at + 1;
    }
  }
  return text.length;
}

const SPACE = /\s*/y;
const NAME = /\/[^\s/<>[\]()]*/y;
const REFERENCE_OR_WORD = /\d+ \d+ R\b|[^\s/<>[\]()]+/y;

function afterSpace(text: string, at: number): number {
  return matchEnd(SPACE, text, at);
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  invariant(pattern.test(text), 'a PDF of the compiler cannot be read');
  return pattern.lastIndex;
}
