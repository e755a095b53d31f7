import { codeLetters } from '../../document/index.js';

/** What a QR code holds of a handout. */
export interface ScannedHandout {
  readonly seed: string;
  /** Id in the class list. */
  readonly student: string;
  /** Of the workbook. */
  readonly version: string;
  /** The check code. */
  readonly code: string;
}

/** Begins every text, so that it is known by programs; another number stands for other fields. */
const MARK = 'RK1';
/** A longer field would make squares too small to be read from paper. */
const LONGEST_FIELD = 24;

/**
 * `RK1/2026-spring/07/0.1/K4TQX`: seed, student, version and check code, with `%2F` for a slash and `%25` for a percent sign in a field.
 * A seed or version of more than 24 bytes is cut, and `~` and five letters stand for what it was. Ids are whole; names are not in it.
 */
export function scanText({ seed, student, version, code }: ScannedHandout): string {
  return [MARK, bounded(seed), student, bounded(version), code].map(escaped).join('/');
}

function escaped(field: string): string {
  return field.replaceAll('%', '%25').replaceAll('/', '%2F');
}

function bounded(field: string): string {
  const size = (text: string) => new TextEncoder().encode(text).length;
  if (size(field) <= LONGEST_FIELD) return field;
  const letters = `~${codeLetters(field)}`;
  const characters = [...field];
  while (size(characters.join('')) + letters.length > LONGEST_FIELD) characters.pop();
  return characters.join('') + letters;
}
