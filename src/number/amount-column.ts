import { type Amount, amount } from './amount.js';

/** decimal.js keeps seven digits in each word; 40 significant digits lie in at most seven words. */
const MOST_WORDS = 7;
/** A head with exponent, number of words and sign, then the words. */
const SLOTS = MOST_WORDS + 1;
/** Small, for most tables have few rows. */
const ROWS_IN_CHUNK = 256;

/**
 * Amounts by row number for columns of a million rows: 32 bytes a row instead of some two hundred for an amount of its own.
 * `get` gives an equal amount, undefined for a row that was never set.
 */
export interface AmountColumn {
  get(row: number): Amount | undefined;
  set(row: number, value: Amount): void;
}

export function createAmountColumn(): AmountColumn {
  const chunks: Int32Array[] = [];
  // What does not fit, such as a product of two long figures kept whole: as it is.
  const whole = new Map<number, Amount>();
  // A queue reads the row at its head again and again.
  let lastRow: number | undefined;
  let lastValue: Amount | undefined;
  const read = (row: number): Amount | undefined => {
    const chunk = chunks[Math.floor(row / ROWS_IN_CHUNK)];
    const at = (row % ROWS_IN_CHUNK) * SLOTS;
    const head = chunk?.[at] ?? 0;
    return chunk === undefined || head === 0 ? whole.get(row) : unpack(head, chunk, at + 1);
  };
  return {
    get: (row) => {
      if (lastRow !== row) {
        lastValue = read(row);
        lastRow = row;
      }
      return lastValue;
    },
    set: (row, value) => {
      if (lastRow === row) lastRow = undefined;
      const place = Math.floor(row / ROWS_IN_CHUNK);
      chunks[place] ??= new Int32Array(ROWS_IN_CHUNK * SLOTS);
      const chunk = chunks[place];
      const at = (row % ROWS_IN_CHUNK) * SLOTS;
      const { d: words, e: exponent, s: sign } = value;
      if (words === null || words.length > MOST_WORDS || Math.abs(exponent) > 1_000_000) {
        chunk[at] = 0;
        whole.set(row, value);
        return;
      }
      chunk[at] = exponent * 16 + words.length * 2 + (sign < 0 ? 1 : 0);
      for (let word = 0; word < words.length; word += 1) chunk[at + 1 + word] = words[word] as number;
    },
  };
}

/** The head holds exponent × 16 + number of words × 2 + 1 for a negative amount; it is never 0, since there is at least one word. */
function unpack(head: number, chunk: Int32Array, from: number): Amount {
  const words: number[] = [];
  for (let at = from, end = from + ((head >> 1) & 7); at < end; at += 1) words.push(chunk[at] as number);
  // One by one, for this runs for each row of a table.
  const value = amount(0);
  const parts = value as { -readonly [K in 's' | 'e' | 'd']: Amount[K] };
  parts.s = (head & 1) === 1 ? -1 : 1;
  parts.e = head >> 4;
  parts.d = words;
  return value;
}
