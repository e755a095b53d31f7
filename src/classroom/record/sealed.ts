import type { Sha256 } from '../set/chapters.js';
import { CLASS_FORMAT } from './manifest.js';
import { readText, type SetStorage } from './storage.js';

/** A file of a set that may be read again: not there, damaged in some way (a clause such as `is cut off`), or sound. */
export type SetFile<T> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged'; readonly file: string; readonly reason: string }
  | { readonly kind: 'sound'; readonly value: T };

/** What a schema makes of a value: the value with its type, or why it has not that shape. */
export type Fit<T> = (value: unknown) => { readonly value: T } | { readonly reason: string };

/** JSON with a checksum over all the rest, so that a change by hand or by a failing disk is noticed. On one line, or indented. */
export function sealedJson(value: object, sha256: Sha256, indent?: number): string {
  return JSON.stringify({ ...value, checksum: sha256(JSON.stringify(value)) }, undefined, indent);
}

/** What stands in sealed JSON; `reason` where it is damaged. */
export function openSealed<T>(text: string, sha256: Sha256, fits: Fit<T>): { readonly value: T } | { readonly reason: string } {
  const parsed = parseObject(text);
  if (parsed === undefined) return { reason: 'is cut off or no JSON' };
  const { checksum, ...rest } = parsed;
  const found = fits(rest);
  if ('reason' in found) return found;
  return checksum === sha256(JSON.stringify(rest)) ? found : { reason: 'has been changed since it was written' };
}

/** A sealed file of the set. One that another version of the program wrote says so. */
export function readSealed<T>(storage: SetStorage, file: string, fits: Fit<T>): SetFile<T> {
  return readSetFile(storage, file, (text) => openSealed(text, storage.sha256, fits));
}

/** A JSON file of the set whose bytes are vouched for elsewhere. */
export function readPlain<T>(storage: SetStorage, file: string, fits: Fit<T>): SetFile<T> {
  return readSetFile(storage, file, (text) => {
    const parsed = parseObject(text);
    return parsed === undefined ? { reason: 'is cut off or no JSON' } : fits(parsed);
  });
}

function readSetFile<T>(storage: SetStorage, file: string, open: (text: string) => ReturnType<Fit<T>>): SetFile<T> {
  if (!storage.has(file)) return { kind: 'absent' };
  const text = readText(storage, file);
  const format = parseObject(text)?.reckoner;
  if (typeof format === 'number' && format !== CLASS_FORMAT) {
    return { kind: 'damaged', file, reason: `has the format ${format}; this version reads and writes ${CLASS_FORMAT}` };
  }
  const found = open(text);
  return 'reason' in found ? { kind: 'damaged', file, reason: found.reason } : { kind: 'sound', value: found.value };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
