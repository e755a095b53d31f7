import readQR from 'jsqr';
import type { RenderedFile } from '../../../src/render/output/rendered-file.js';
import { pdfPictures } from './pdf-pictures.js';

/** As dense as a photograph of a page. */
const DOTS_AN_INCH = 200;

/** The corner at the end of the foot of either paper, right and left pages: decoders take long over whole pages. */
const CORNER = ['-x', '1300', '-y', '1900', '-W', '354', '-H', '439'];

/** What a decoder of another author reads from a picture of each page; undefined where it finds no code. */
export function readCodes(file: Pick<RenderedFile, 'content'>): readonly (string | undefined)[] {
  return pdfPictures(file, DOTS_AN_INCH, CORNER).map(({ width, height, grey }) => {
    const colours = new Uint8ClampedArray(4 * grey.length).fill(255);
    for (const [at, dot] of grey.entries()) colours.fill(dot, 4 * at, 4 * at + 3);
    return readQR.default(colours, width, height)?.data;
  });
}
