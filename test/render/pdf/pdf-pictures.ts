import { execFileSync } from 'node:child_process';
import type { RenderedFile } from '../../../src/render/output/rendered-file.js';

/** A page in grey, 0 = black. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Each page as a picture with so many dots per inch, by poppler. `options` as `pdftoppm` knows them, such as the pages wanted. */
export function pdfPictures({ content }: Pick<RenderedFile, 'content'>, dots: number, options: readonly string[] = []): readonly Picture[] {
  const maps = execFileSync('pdftoppm', ['-gray', '-r', String(dots), ...options, '-'], {
    input: content,
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const found: Picture[] = [];
  for (let at = 0; at < maps.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(maps.toString('latin1', at, at + 40));
    if (head === null) throw new Error('pdftoppm gave no grey map');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const begin = at + head[0].length;
    at = begin + width * height;
    found.push({ width, height, grey: new Uint8Array(maps.subarray(begin, at)) });
  }
  return found;
}
