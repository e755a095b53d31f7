import type { Language, Workbook } from '../../chapter/index.js';
import type { Diagnosed } from '../../diagnostics/index.js';
import type { Document } from '../../document/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import type { Before } from '../record/before.js';
import type { HandoutRecord } from '../record/manifest.js';
import type { SetStorage } from '../record/storage.js';
import type { ClassChapters } from '../set/chapters.js';
import type { ClassSet } from '../set/class-set.js';
import type { Student } from '../set/roster.js';

export type Paper = Workbook['paper'];

/** Makes PDF files. */
export interface PageMaker {
  render(document: Document, paper: Paper): Promise<Diagnosed<RenderedFile>>;
  /** The pages of several files in one; `duplex` lets each begin on the front of a sheet. */
  join(files: Iterable<Uint8Array>, options: { readonly duplex: boolean }): Iterable<Uint8Array>;
}

/** Makes the files of one student and writes them; what is known of them then. Without a record where there are mistakes. */
export type HandoutMaker = (student: Student, fingerprint: string) => Promise<Diagnosed<HandoutRecord | undefined>>;

/** One part of `count`, which may be made anywhere; `index` is from 0. */
export interface Shard {
  readonly kind: 'shard';
  readonly index: number;
  readonly count: number;
}

/** How much of a set is made: all of it, one part, or nothing but what joins the parts that lie there. */
export type ClassPart = Shard | { readonly kind: 'whole' | 'merge' };

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

/** Stands for everything but the students on which the bytes of a handout depend. */
export function setFingerprint({ chapters, set, storage, generator, layout, paper, solutions, scans }: Omit<ClassOrder, 'pages'>): string {
  const { workbook, hashes, words } = chapters;
  const shared = [...words.values()].map(({ source }) => source.text);
  const own = workbook.look === undefined && workbook.ownWords === undefined ? [] : [ownParts(workbook, words)];
  const chosen = set.plans.map((plan) => plan.exercises);
  const parts = [generator, workbook.version, hashes, shared, [...layout], set.seed, chosen, { paper, solutions, scans }, ...own];
  return storage.sha256(JSON.stringify(parts));
}

/** What a workbook has on its pages beside its chapters, and says in place of the shared words. */
function ownParts({ look }: Workbook, words: ClassChapters['words']): unknown {
  const texts = look === undefined ? [] : [[...look.school], [...look.header], [...look.footer], look.logo];
  return [texts, [...words.values()].map(({ phrases, misconceptions }) => [[...phrases], [...misconceptions]])];
}
