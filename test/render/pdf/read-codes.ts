import { execFileSync } from 'node:child_process';
import readQR from 'jsqr';
import type { RenderedFile } from '../../../src/render/output/rendered-file.js';

/** As dense as a photograph of a page. */
const DOTS_AN_INCH = 200;

/** The corner at the end of the foot of either paper, right and left pages: decoders take long over whole pages. */
const CORNER = ['-x', '1300', '-y', '1900', '-W', '354', '-H', '439'];

/** What a decoder of another author reads from a picture of each page; undefined where it finds no code. */
export function readCodes({ content }: Pick<RenderedFile, 'content'>): readonly (string | undefined)[] {
  let rest = execFileSync('pdftoppm', ['-gray', '-r', String(DOTS_AN_INCH), ...CORNER, '-'], { input: content, maxBuffer: 1 << 28 });
  const found: (string | undefined)[] = [];
  while (rest.length > 0) {
    const [head = '', width = 0, height = 0] = pictureHead(rest);
    const dots = rest.subarray(head.length, head.length + width * height);
    const colours = new Uint8ClampedArray(4 * dots.length).fill(255);
    for (const [at, dot] of dots.entries()) colours.fill(dot, 4 * at, 4 * at + 3);
    found.push(readQR.default(colours, width, height)?.data);
    rest = rest.subarray(head.length + dots.length);
  }
  return found;
}

/** The head of a grey picture (PGM), its width and its height. */
function pictureHead(bytes: Buffer): readonly [string, number, number] {
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
  return [head, Number(width), Number(height)];
}
