import type { ChapterFiles } from '../../chapter/index.js';
import type { Source } from '../../source/index.js';

type Entries<Value> = readonly (readonly [name: string, value: Value])[];

/** The workbook and the templates as `data.json` brings them: everything but the page compiler and its fonts. */
export interface DeskData {
  /** Of the program. */
  readonly version: string;
  readonly workbook: Source;
  readonly chapters: Entries<Omit<ChapterFiles, 'words'> & { readonly words: Entries<Source> }>;
  readonly sharedWords: readonly Source[];
  readonly beside: Entries<Source>;
  /** Bytes of the picture that workbook.yaml names. */
  readonly logo?: readonly number[];
  readonly html: Entries<string>;
  readonly pdf: Entries<string>;
  /** Where the page compiler and its fonts lie, with their sizes in bytes, beside the page. */
  readonly compiler: PackedFile;
  readonly fonts: readonly FontFile[];
}

export interface FontFile extends PackedFile {
  /** The same font with all its characters, where this one has only those that most pages need. */
  readonly whole?: PackedFile;
}

export interface PackedFile {
  readonly path: string;
  /** Unpacked. */
  readonly bytes: number;
  /** Packed by gzip; a server need not know it. */
  readonly isPacked: boolean;
}
