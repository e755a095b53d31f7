import type { Cell } from '../model/fault.js';
import type { Translated } from '../text/translate.js';

/** A stretch of a file that came from a cell of the table. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly cell: Cell;
  /** Where the stretch is a formula. */
  readonly translated?: Translated;
}

/** Puts a text together and remembers from which cell its parts come. */
export interface Writer {
  write(text: string): void;
  /** A text in quotation marks; `translated` for a formula, which holds neither quotation marks nor backslashes. */
  from(cell: Cell, text: string, translated?: Translated): void;
  /** A key or another bare word from a cell. */
  bare(cell: Cell, text: string): void;
  readonly places: readonly Place[];
  text(): string;
}

export function createWriter(): Writer {
  const parts: string[] = [];
  const places: Place[] = [];
  let length = 0;
  const write = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const placed = (cell: Cell, text: string, translated?: Translated) => {
    places.push({ start: length, end: length + text.length, cell, ...(translated === undefined ? {} : { translated }) });
    write(text);
  };
  return {
    write,
    from: (cell, text, translated) => {
      write('"');
      placed(cell, text, translated);
      write('"');
    },
    bare: (cell, text) => placed(cell, text),
    places,
    text: () => parts.join(''),
  };
}

/** The narrowest place that holds `offset`. */
export function placeAt(places: readonly Place[], offset: number): Place | undefined {
  const around = places.filter(({ start, end }) => start <= offset && offset < Math.max(end, start + 1));
  return around.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}
