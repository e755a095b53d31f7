import { readFileSync } from 'node:fs';
import { parseWorkbook } from '../../src/chapter/index.js';
import { printDiagnostic } from '../../src/diagnostics/index.js';
import {
  assembleDocument,
  type ChapterContent,
  type Document,
  type Edition,
  parseSharedWords,
  type SharedWords,
} from '../../src/document/index.js';
import { makeExercises } from '../../src/exercises/index.js';
import { shippedChapter } from './shipped-chapter.js';

const ROOT = new URL('../../', import.meta.url);

export interface ShippedDocument {
  readonly document: Document;
  /** What assembling reported, as printed. */
  readonly messages: readonly string[];
}

/** The whole workbook of this repository in one language and edition. */
export function shippedDocument(
  language: string,
  edition: Edition,
  options: { readonly selfCheck?: boolean; readonly whatIf?: boolean } = {},
): ShippedDocument {
  const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
  if (workbook === undefined) throw new Error('workbook.yaml cannot be read');
  const chapters = shippedContents(workbook.chapters.map(({ value }) => value));
  const assembled = assembleDocument(workbook, chapters, {
    name: 'workbook',
    language,
    edition,
    shared: sharedWords(language),
    ...options,
  });
  return { document: assembled.value, messages: assembled.diagnostics.map((one) => printDiagnostic(one)) };
}

/** What is worked out once for all tests of a thread, by the folders up to its own: nothing in it changes. */
const known = new Map<string, ChapterContent>();

/** The content of chapters of this repository, each with what comes before it; `folders` begins with the first chapter. */
export function shippedContents(folders: readonly string[]): readonly ChapterContent[] {
  const contents: ChapterContent[] = [];
  for (const [index, folder] of folders.entries()) {
    const place = folders.slice(0, index + 1).join();
    const content = known.get(place) ?? makeContent(folder, [...contents]);
    known.set(place, content);
    contents.push(content);
  }
  return contents;
}

function makeContent(folder: string, earlier: readonly ChapterContent[]): ChapterContent {
  const { chapter, audit } = shippedChapter(folder);
  const names = earlier.map(({ evaluated }) => evaluated.source.name);
  return { evaluated: chapter, audit, exercises: makeExercises(chapter, audit, { names, chapters: earlier }).value, earlier };
}

export function sharedWords(language: string): SharedWords {
  return parseSharedWords(read(`templates/words/${language}.yaml`)).value;
}

export function read(name: string): { readonly name: string; readonly text: string } {
  return { name, text: readFileSync(new URL(name, ROOT), 'utf8') };
}
