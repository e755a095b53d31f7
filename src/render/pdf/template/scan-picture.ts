import { bytesOf, concatenated } from '../file/bytes.js';
import { withValues } from '../file/dictionary.js';
import type { PdfObjects } from '../file/pdf-objects.js';
import { type ScanCode, scanCode } from '../layout/scan-code.js';
import { STAND_IN_SCAN } from './marks.js';

/** The QR code as an object of a file, which all of its pages draw. */
export interface ScanPicture {
  readonly number: number;
  /** What its object says but for the squares. */
  readonly head: string;
}

/** The picture of the code that stands in for others; undefined where none, or more than one, is as large. */
export function scanPicture(source: PdfObjects): ScanPicture | undefined {
  const { side } = scanCode(STAND_IN_SCAN);
  const size = new RegExp(`/Width ${side}\\s+/Height ${side}\\s`);
  const isCode = (head: string) => head.includes('/Subtype /Image') && size.test(head);
  const [number, ...others] = source.numbers.filter((one) => isCode(source.head(one)));
  return number === undefined || others.length > 0 ? undefined : { number, head: source.head(number) };
}

/** The object with other squares, each a bit: 0 is black. */
export function scanObject({ number, head }: ScanPicture, { side, squares }: ScanCode): Uint8Array {
  const rowBytes = Math.ceil(side / 8);
  const bits = new Uint8Array(rowBytes * side);
  for (const [index, square] of squares.entries()) {
    const [row, column] = [Math.floor(index / side), index % side];
    const at = row * rowBytes + (column >> 3);
    if (square > 0) bits[at] = (bits[at] ?? 0) | (0x80 >> (column & 7));
  }
  const values = { Length: String(bits.length), Width: String(side), Height: String(side), BitsPerComponent: '1', Filter: undefined };
  return concatenated([bytesOf(`${number} 0 obj${withValues(head, values)}\nstream\n`), bits, bytesOf('\nendstream\nendobj\n')]);
}
