import type { Edition, PageSize } from '../../../document/index.js';
import { MM_PER_PT } from '../../output/measures.js';

/** Type sizes of the templates in pt, and the columns of a worked example in mm, less the distances inside a cell. */
export interface TypeSizes {
  readonly body: number;
  /** Plan and appendix, which are read at a desk. */
  readonly desk: number;
  readonly key: number;
  readonly step: number;
  readonly reason: number;
  /** A whole line, and what of it is surely free in a panel. */
  readonly line: number;
  readonly panel: number;
}

export function typeSizes(size: PageSize, spaced: boolean, edition: Edition): TypeSizes {
  const page = { desk: 10.5, line: FULL_LINE, panel: PAGE_WIDTH };

  // In large print the reason stands below its step.
  if (size === 'large') return { ...page, body: 18, desk: 16, key: 16, step: PAGE_WIDTH, reason: PAGE_WIDTH };
  if (hasMargin(edition, size)) {
    const columns = spaced ? { body: 10, step: 42, reason: 48 } : { body: 10.5, step: 52, reason: 46 };
    return { ...page, ...columns, key: 9.5, line: MAIN_WIDTH, panel: 104 };
  }
  // On a student's page numbers hang left of the text.
  if (edition === 'student')
    return {
      ...page,
      key: 10,
      line: RAILED_LINE,
      panel: 140,
      ...(spaced ? { body: 11, step: 70, reason: 60 } : { body: 12, step: 74, reason: 56 }),
    };
  return { ...page, key: 10, ...(spaced ? { body: 10.5, step: 70, reason: 66 } : { body: 10.5, step: 70, reason: 60 }) };
}

/** In half the width of a page, for short answers of a key. */
export function columnSizes(sizes: TypeSizes): TypeSizes {
  return { ...sizes, line: COLUMN, panel: COLUMN - 6, step: COLUMN - 12, reason: COLUMN - 12 };
}

/** Pages of a teacher have the key in a margin; large print has no room for one. */
export function hasMargin(edition: Edition, size: PageSize): boolean {
  return edition === 'teacher' && size !== 'large';
}

/** The width of a page, in mm. */
export const FULL_LINE = 170;

/** Beside 10 mm in which numbers hang. */
const RAILED_LINE = 160;

/** Of 170 mm, beside a margin of 46. */
const MAIN_WIDTH = 118;

/** Two of them, and 6 mm between. */
const COLUMN = 82;

/** What a line surely holds: 170 mm less the insets of a panel. */
export const PAGE_WIDTH = 150;

/** How many em a whole line holds. */
export function lineLength({ body, line }: TypeSizes): number {
  return line / (body * MM_PER_PT);
}
