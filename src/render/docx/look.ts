import type { Document, Edition } from '../../document/index.js';
import type { Paper } from '../output/format.js';
import { MM_PER_PT } from '../output/measures.js';

/** Sizes and fonts of one document: type in pt, lengths in twips (twentieths of a point), the unit of Word's tables. */
export interface Look {
  readonly chinese: boolean;
  readonly large: boolean;
  readonly edition: Edition;
  readonly type: {
    readonly body: number;
    /** Plan, appendix and key booklet, which are read at a desk, and the teacher's key below an exercise. */
    readonly desk: number;
    readonly table: number;
    readonly foot: number;
  };
  readonly page: { readonly width: number; readonly height: number; readonly top: number; readonly bottom: number; readonly side: number };
  /** What a line holds: 170 mm on either paper. */
  readonly width: number;
  /** One line of handwriting. */
  readonly writing: number;
}

export const TWIPS_PER_PT = 20;

export function twips(mm: number): number {
  return Math.round((mm / MM_PER_PT) * TWIPS_PER_PT);
}

const LINE = 170;

/** Both papers show the same area of 170 x 250 mm, as in the PDF. */
const PAPERS = {
  a4: { width: 210, height: 297, top: 17, bottom: 30 },
  letter: { width: 215.9, height: 279.4, top: 10, bottom: 19.4 },
} as const;

export function lookOf({ spaced, size, edition }: Document, paper: Paper): Look {
  const large = size === 'large';
  const { width, height, top, bottom } = PAPERS[paper];
  return {
    chinese: !spaced,
    large,
    edition,
    type: large ? { body: 18, desk: 16, table: 16, foot: 12 } : { ...typeOf(spaced, edition), foot: 8.5 },
    page: { width: twips(width), height: twips(height), top: twips(top), bottom: twips(bottom), side: twips((width - LINE) / 2) },
    width: twips(LINE),
    writing: twips(large ? 12 : edition === 'student' ? 9 : 6.5),
  };
}

/** 12 pt is the size of Chinese school print (小四); Latin of 11 pt has letters as large beside it. Nobody writes in a teacher's copy. */
function typeOf(spaced: boolean, edition: Edition) {
  if (edition !== 'student') return { body: 10.5, desk: spaced ? 9.5 : 10, table: spaced ? 9.5 : 10 };
  return { body: spaced ? 11 : 12, desk: 10.5, table: spaced ? 10 : 10.5 };
}

/** Fonts by the names that they have in Word and WPS on every machine. */
export const FONTS = {
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' },
  head: { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' },
  emphasis: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '楷体' },
  code: { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New', eastAsia: '宋体' },
} as const;

export function mmOf(length: number): number {
  return (length / TWIPS_PER_PT) * MM_PER_PT;
}
