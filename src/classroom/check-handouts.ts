import type { Diagnostic } from '../diagnostics/index.js';
import type { ChapterContent, SharedWords } from '../document/index.js';
import type { Workbook } from '../parse/index.js';
import { stressChapter } from './stress.js';

export interface CheckHandoutsOptions {
  readonly workbook: Workbook;
  /** Of every language; a chapter is read in those that it has words for. */
  readonly words: readonly SharedWords[];
}

/** Enough to meet a figure of 1 or a share above the whole where a range holds any; `stress` looks at more. */
const DRAWS = { seed: 'check', students: 12, read: 2, mostCounted: 24 };

/** Draws handouts of each chapter that varies, and reports numbers that break the promise of their story and texts that read wrongly. */
export function checkHandouts(contents: readonly ChapterContent[], { workbook, words }: CheckHandoutsOptions): readonly Diagnostic[] {
  return contents.flatMap((content): readonly Diagnostic[] => {
    const { sums, words: own } = content.evaluated.source;
    const span = sums.examples.find(({ vary }) => vary.length > 0)?.span;
    if (span === undefined) return [];
    const read = words.filter(({ language }) => own.has(language));
    const { broken, faults } = stressChapter(content, { ...DRAWS, workbook, words: read });
    return [
      ...broken.map(
        ({ example, message }): Diagnostic => ({
          code: 'variant-keeps-promise',
          severity: 'error',
          message,
          span: sums.examples.find(({ name }) => name === example)?.span ?? span,
          hint: 'Narrow the range of `vary:`, or say under `such-that:` what must hold.',
        }),
      ),
      ...faults.map(
        (text): Diagnostic => ({
          code: 'variant-reads-well',
          severity: 'error',
          message: `With the numbers of some student a handout reads “${text}”.`,
          span,
          hint: 'Narrow the range of `vary:`, or word it so that it reads well with every figure.',
        }),
      ),
    ];
  });
}
