import type { Language, Workbook } from '../../chapter/index.js';
import type { Diagnosed } from '../../diagnostics/index.js';
import type { Document } from '../../document/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import type { KeyRow } from '../key/key.js';
import type { Before } from '../record/before.js';
import type { HandoutRecord, MadeFile, Manifest } from '../record/manifest.js';
import { filesOf } from '../record/records.js';
import type { SetStorage } from '../record/storage.js';
import type { ClassChapters } from '../set/chapters.js';
import type { ClassSet } from '../set/class-set.js';
import type { Student } from '../set/roster.js';

export type Paper = Workbook['paper'];

/** Everything that `--format` may name: handouts and keys as PDFs or Word files, and a spreadsheet of the class. */
export const SET_FORMATS = ['pdf', 'docx', 'xlsx'] as const;

/** What a handout is a file of: fixed pages, or a Word file to change. */
export type HandoutFormat = 'pdf' | 'docx';

/** Makes the files of handouts and keys. */
export interface PageMaker {
  render(document: Document, paper: Paper, format: HandoutFormat): Promise<Diagnosed<RenderedFile>>;
  /** The pages of several PDF files in one; `duplex` lets each begin on the front of a sheet. */
  join(files: Iterable<Uint8Array>, options: { readonly duplex: boolean }): Iterable<Uint8Array>;
}

/**
 * Makes the files of one student and writes them; what is known of them then. Without a record where there are mistakes. `before`: files of
 * the same handout that an earlier run has made; those that still stand as they were made stay.
 */
export type HandoutMaker = (
  student: Student,
  fingerprint: string,
  before: readonly MadeFile[],
) => Promise<Diagnosed<HandoutRecord | undefined>>;

/** One part of `count`, which may be made anywhere; `index` is from 0. */
export interface Shard {
  readonly kind: 'shard';
  readonly index: number;
  readonly count: number;
}

/** How much of a set is made: all of it, one part, or nothing but what joins the parts that lie there. */
export type ClassPart = Shard | { readonly kind: 'whole' | 'merge' };

/** Makes the spreadsheet of a whole set: everybody's figures, answers that mark themselves, the key. */
export type SheetMaker = (set: Pick<Manifest, 'seed' | 'exercises' | 'students'>, rows: readonly KeyRow[]) => Uint8Array;

/** What a class set is made from and how. */
export interface ClassOrder {
  readonly chapters: ClassChapters;
  readonly set: ClassSet;
  readonly storage: SetStorage;
  readonly pages: PageMaker;
  /** Version of the program. */
  readonly generator: string;
  /** The files on which the layout of a page depends. */
  readonly layout: ReadonlyMap<string, string>;
  readonly part: ClassPart;
  readonly paper: Paper;
  /** Of the key. */
  readonly language: Language;
  readonly solutions: boolean;
  /** Of each handout, of the solutions and of the key; at least one. */
  readonly formats: readonly HandoutFormat[];
  /** Absent = the set has no spreadsheet. */
  readonly sheet?: SheetMaker;
  readonly duplex: boolean;
  /** Each handout has a QR code. */
  readonly scans: boolean;
  /** Students may share their figures. */
  readonly allowRepeats: boolean;
  /** A finished set with other figures may be overwritten. */
  readonly replace: boolean;
  /** Others that make handouts at the same time, such as threads; absent = this program makes one after the other by itself. */
  readonly helpers?: readonly HandoutMaker[];
  /** Called before anything is overwritten, with what stands there. */
  readonly onReplace: (before: Before) => void;
  readonly onHandout: (student: Student, done: number, wanted: number) => void;
}

/**
 * Stands for everything but the students on which the bytes of a handout depend. Its formats are no part of it: Word files may be added to
 * a set of PDFs, and the figures are the same.
 */
export function setFingerprint({ chapters, set, storage, generator, layout, paper, solutions, scans }: Omit<ClassOrder, 'pages'>): string {
  const { workbook, hashes, words } = chapters;
  const shared = [...words.values()].map(({ source }) => source.text);
  const own = workbook.look === undefined && workbook.ownWords === undefined ? [] : [ownParts(workbook, words)];
  const chosen = set.plans.map((plan) => plan.exercises);
  const parts = [generator, workbook.version, hashes, shared, [...layout], set.seed, chosen, { paper, solutions, scans }, ...own];
  return storage.sha256(JSON.stringify(parts));
}

/** Formats of which a finished set has files, and that the order does not make. */
export function leftOut(manifest: Manifest, { formats, sheet }: Omit<ClassOrder, 'pages'>): readonly string[] {
  const made: readonly string[] = [...formats, ...(sheet === undefined ? [] : ['xlsx'])];
  return SET_FORMATS.filter((format) => !made.includes(format) && filesOf(manifest).some(({ path }) => path.endsWith(`.${format}`)));
}

/** What a workbook has on its pages beside its chapters, and says in place of the shared words. */
function ownParts({ look }: Workbook, words: ClassChapters['words']): unknown {
  const texts = look === undefined ? [] : [[...look.school], [...look.header], [...look.footer], look.logo];
  return [texts, [...words.values()].map(({ phrases, misconceptions }) => [[...phrases], [...misconceptions]])];
}
