import encodeQR from 'qr';

/** The squares of a QR code, row by row. */
export interface ScanCode {
  /** Squares to a side. */
  readonly side: number;
  /** 0 for black and 255 for white, as a picture has them. */
  readonly squares: readonly number[];
}

/** A QR code of a text in UTF-8, of which 15 % may be lost; without the white around it, which the page leaves. */
export function scanCode(text: string): ScanCode {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER }).slice(BORDER, -BORDER);
  return { side: rows.length, squares: rows.flatMap((row) => row.slice(BORDER, -BORDER).map((isBlack) => (isBlack ? 0 : 255))) };
}

/** The package draws no code without one. */
const BORDER = 1;
