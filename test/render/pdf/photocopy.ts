import type { RenderedFile } from '../../../src/render/output/rendered-file.js';
import { type Picture, pdfPictures } from './pdf-pictures.js';

/** A page as a school's copier sees it: 200 dots per inch. */
export function scanned(file: RenderedFile, page: number): Picture {
  const [picture] = pdfPictures(file, 200, ['-f', String(page), '-l', String(page)]);
  if (picture === undefined) throw new Error(`there is no page ${page}`);
  return picture;
}

/** Between paper and ink: the copier is set as it is delivered, neither lighter nor darker. */
const THRESHOLD = 150;

/** A copy: lenses blur each dot over its neighbours, and what is darker than the threshold is printed black. */
export function copied({ width, height, grey }: Picture): Picture {
  const copy = new Uint8Array(grey.length).fill(255);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const row = (from: number) => (grey[from - 1] ?? 0) + 2 * (grey[from] ?? 0) + (grey[from + 1] ?? 0);
      const blurred = (row(at - width) + 2 * row(at) + row(at + width)) / 16;
      if (blurred < THRESHOLD) copy[at] = 0;
    }
  }
  return { width, height, grey: copy };
}

/** The part of the dots darker than `ink` in one scan that have a dark dot within `reach` in the other. */
export function kept(of: Picture, by: Picture, reach: number, ink: number): number {
  let all = 0;
  let found = 0;
  for (let y = reach; y < of.height - reach; y += 1) {
    for (let x = reach; x < of.width - reach; x += 1) {
      if ((of.grey[y * of.width + x] ?? 255) >= ink) continue;
      all += 1;
      if (hasInk(by, x, y, reach, ink)) found += 1;
    }
  }
  return all === 0 ? 1 : found / all;
}

function hasInk({ width, grey }: Picture, x: number, y: number, reach: number, ink: number): boolean {
  for (let row = y - reach; row <= y + reach; row += 1) {
    for (let at = row * width + x - reach; at <= row * width + x + reach; at += 1) if ((grey[at] ?? 255) < ink) return true;
  }
  return false;
}
