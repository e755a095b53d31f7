import { parseWorkbook } from '../../src/chapter/index.js';
import type { Bank } from '../../src/export/index.js';
import { chapterBanks } from '../../src/export/index.js';
import { read, sharedWords, shippedContents } from '../support/shipped-document.js';

const known = new Map<string, readonly Bank[]>();

/** The exercises of the chapters of this repository in one language: as printed, or with variants. Worked out once for all tests. */
export function shippedBanks(language: string, variants = 0): readonly Bank[] {
  const key = `${language} ${variants}`;
  const workbook = shippedWorkbook();
  const found =
    known.get(key) ??
    shippedContents(workbook.chapters.map(({ value }) => value)).flatMap((content) =>
      chapterBanks(workbook, content, [sharedWords(language)], { variants, seed: 'test' }),
    );
  known.set(key, found);
  return found;
}

export function shippedWorkbook() {
  const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
  if (workbook === undefined) throw new Error('workbook.yaml cannot be read');
  return workbook;
}
