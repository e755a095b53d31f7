import type { PdfObjects } from '../file/pdf-objects.js';
import type { StreamPart } from './packed.js';

/** A figure in what a screen reader says; those with a slot differ from student to student. */
export interface SpokenFigure {
  readonly text: string;
  readonly slot?: number;
}

const ALT = /\/Alt (<[0-9A-F]*>|\((?:\\[\s\S]|[^\\)])*\))/;

/** Heads of the tags that say a figure, with room for it in hexadecimal UTF-16. Undefined where the figures are not those, in that order. */
export function spokenRooms(
  source: PdfObjects,
  figures: readonly SpokenFigure[],
): ReadonlyMap<number, readonly StreamPart<number>[]> | undefined {
  const rooms = new Map<number, readonly StreamPart<number>[]>();
  let next = 0;
  // The compiler numbers what is read aloud from the end.
  for (const number of [...source.numbers].reverse()) {
    const head = source.head(number);
    const found = head.includes('/Alt ') ? ALT.exec(head) : null;
    if (found === null) continue;
    const text = stringText(found[1] ?? '');
    const parts: StreamPart<number>[] = [];
    let fixed = '';
    for (let at = 0; at < text.length; ) {
      const figure = /[0-9]/.test(text[at] ?? '') ? figures[next] : undefined;
      if (figure === undefined) {
        if (/[0-9]/.test(text[at] ?? '')) return undefined;
        fixed += text[at];
        at += 1;
        continue;
      }
      if (!text.startsWith(figure.text, at)) return undefined;
      next += 1;
      at += figure.text.length;
      if (figure.slot === undefined) fixed += figure.text;
      else {
        parts.push(hexText(fixed), { length: 4 * (figure.text.length + SPARE), holds: figure.slot });
        fixed = '';
      }
    }
    if (parts.length === 0) continue;
    const before = head.slice(0, found.index);
    rooms.set(number, [`${before}/Alt <FEFF`, ...parts, `${hexText(fixed)}>${head.slice(found.index + found[0].length)}`]);
  }
  return next === figures.length ? rooms : undefined;
}

/** So many characters more than the longest figure of the sample has. */
const SPARE = 0;

export function hexText(text: string): string {
  let hex = '';
  for (let at = 0; at < text.length; at += 1) hex += (text.charCodeAt(at) + 0x10000).toString(16).slice(1).toUpperCase();
  return hex;
}

/** A string of the compiler: in hexadecimal UTF-16, or in brackets where it is ASCII. */
export function stringText(value: string): string {
  if (!value.startsWith('<')) return value.slice(1, -1).replace(/\\([\s\S])/g, '$1');
  const units = value.slice('<FEFF'.length, -1).match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
