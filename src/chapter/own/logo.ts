import type { Diagnosed, Diagnostic } from '../../diagnostics/index.js';
import type { Located } from '../../source/index.js';
import type { Logo } from '../model/own-look.js';
import { readPng, startsAsPng } from './png.js';
import { readSvg } from './svg.js';

/** A page on a screen carries its logo. */
export const MAX_LOGO_BYTES = 300_000;
/** The longer side of a PNG, in pixels: 60 mm at 1200 dots to the inch. */
const MOST_PIXELS = 3000;
/** How many times as long as the other a side may be: it stands beside the line for a name. */
const LONGEST_SIDE = 6;

/** The logo that workbook.yaml names, from the bytes of its file; a file that is no plain picture is reported at the name. */
export function readLogo(file: Located<string>, bytes: Uint8Array): Diagnosed<Logo | undefined> {
  const read = looked(bytes);
  if ('fault' in read) return { value: undefined, diagnostics: [logoMistake(file, read.fault)] };
  return { value: { ...read, base64: base64(bytes) }, diagnostics: [] };
}

function logoMistake({ value, span }: Located<string>, fault: string): Diagnostic {
  const hint = 'Save the picture again as a plain SVG or as a PNG, as docs/workbook.md says.';
  return { code: 'logo-plain', severity: 'error', message: `The logo \`${value}\` is not printed. ${fault}`, span, hint };
}

function looked(bytes: Uint8Array): Omit<Logo, 'base64'> | { readonly fault: string } {
  if (bytes.length > MAX_LOGO_BYTES) return { fault: `It has more than ${MAX_LOGO_BYTES / 1000} kB.` };
  const kind = startsAsPng(bytes) ? 'png' : 'svg';
  const text = kind === 'png' ? '' : utf8(bytes);
  if (text === undefined) return { fault: 'It is neither a PNG nor an SVG in UTF-8.' };
  if (kind === 'svg' && !/<[\w.:-]*svg[\s>]/i.test(text)) return { fault: 'It is neither an SVG nor a PNG.' };
  const read = kind === 'png' ? readPng(bytes) : readSvg(text);
  if ('fault' in read) return read;
  const { width, height } = read;
  if (Math.max(width, height) > LONGEST_SIDE * Math.min(width, height))
    return { fault: `It is ${width} wide and ${height} high; one side is at most ${LONGEST_SIDE} times as long as the other.` };
  if (kind === 'png' && Math.max(width, height) > MOST_PIXELS)
    return { fault: `It is ${width} by ${height} pixels; a side has at most ${MOST_PIXELS}.` };
  return { kind, width, height };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes that are turned into letters in one call. */
const BYTES_AT_ONCE = 10_000;

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) parts.push(String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE)));
  return btoa(parts.join(''));
}
