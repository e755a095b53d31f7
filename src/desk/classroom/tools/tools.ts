import type { ClassChapters, ClassOrder, ClassSet, PageMaker } from '../../../classroom/index.js';
import type { Document } from '../../../document/index.js';

/** What classes are made with, by whoever holds the workbook, the fonts and a compiler of pages. */
export interface ClassroomTools {
  /** Version of the program. */
  readonly generator: string;
  /** The templates of printed pages, on which the layout of a page depends. */
  readonly layout: ReadonlyMap<string, string>;
  /** Languages of the workbook. */
  readonly languages: readonly string[];
  /** All chapters, in the order of the workbook. */
  readonly listed: readonly ListedChapter[];
  /** These chapters, by name, worked out and in the order of the workbook. */
  readonly chapters: (names: readonly string[]) => ClassChapters;
  /** Lays out the pages of one set. */
  readonly pages: (order: PagesOrder) => PageMaker;
  /** Lays out a page that belongs to no set. */
  readonly page: (document: Document, paper: ClassOrder['paper']) => ReturnType<PageMaker['render']>;
  /** Lets what waits go first, such as a wish to stop. */
  readonly turn: () => Promise<void>;
}

export interface ListedChapter {
  readonly name: string;
  readonly number: number;
  /** By language. */
  readonly titles: Readonly<Record<string, string>>;
}

export interface PagesOrder {
  readonly chapters: ClassChapters;
  readonly set: ClassSet;
  /** Of the students. */
  readonly languages: readonly string[];
  readonly solutions: boolean;
  /** What stands on the pages besides the chapters: names above all. */
  readonly texts: unknown;
}
