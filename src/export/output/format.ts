import type { SharedWords, Workbook } from '../../chapter/index.js';
import type { ChapterContent } from '../../document/index.js';
import type { PageInputs } from '../../render/index.js';
import type { Bank } from '../model/item.js';
import type { Loss } from '../model/loss.js';

/**
 * One kind of file for another program. To add one: a folder beside `moodle/` whose `format.ts` holds such a record, a line in `formats.ts`,
 * and a section in docs/exports.md. A format takes exercises from `banks`, never from pages; what it cannot carry it says in `losses`.
 */
export interface ExportFormat {
  /** What the list of formats says about it. */
  readonly title: string;
  /** Other dialects, as `--profile` names them. */
  readonly profiles?: readonly string[];
  /** The files, in the order in which they are listed. The same order gives the same bytes. */
  make(order: ExportOrder): readonly ExportedFile[];
}

/** What is exported: chapters without mistakes, in teaching order, in the languages wanted. */
export interface ExportOrder {
  readonly workbook: Workbook;
  readonly chapters: readonly ChapterContent[];
  /** The shared words of each language wanted. */
  readonly words: readonly SharedWords[];
  /** Absent = the main dialect. */
  readonly profile?: string;
  /** The exercises with their variants, chapter by chapter and in each chapter by language. One chapter is drawn at a time, and let go. */
  banks(): Iterable<Bank>;
  /** Templates of pages, for formats that hold pages. */
  readonly pages: PageInputs;
}

export interface ExportedFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Items, questions or pages in it. */
  readonly items: number;
  /** What the file does not carry, exercise by exercise. */
  readonly losses: readonly Loss[];
}
