import type { PageSize } from '../../document/index.js';

/** Type sizes of the templates in pt, and the columns of a worked example in mm, less the distances inside a cell. */
export interface TypeSizes {
  readonly body: number;
  /** Plan and appendix, which are read at a desk. */
  readonly desk: number;
  readonly key: number;
  readonly step: number;
  readonly reason: number;
}

export function typeSizes(size: PageSize, language: string): TypeSizes {
  const body = language === 'zh' ? 12 : 11;
  // In large print the reason stands below its step.
  return size === 'large'
    ? { body: 18, desk: 16, key: 16, step: PAGE_WIDTH, reason: PAGE_WIDTH }
    : { body, desk: 10.5, key: 10, ...(language === 'zh' ? { step: 70, reason: 66 } : { step: 64, reason: 80 }) };
}

/** What a line surely holds: 170 mm less the insets of a panel. */
export const PAGE_WIDTH = 150;

/** How many em a whole line of `size` pt holds. */
export function lineLength(size: number): number {
  return 170 / (size * MM_PER_PT);
}

export const MM_PER_PT = 25.4 / 72;
