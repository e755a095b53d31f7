import { readFileSync } from 'node:fs';
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
import { parseWorkbook } from '../../src/parse/index.js';
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

/** The content of chapters of this repository, each with what comes before it; `folders` begins with the first chapter. */
export function shippedContents(folders: readonly string[]): readonly ChapterContent[] {
  const contents: ChapterContent[] = [];
  for (const folder of folders) {
    const { chapter, audit } = shippedChapter(folder);
    const earlier = [...contents];
    const names = earlier.map(({ evaluated }) => evaluated.source.name);
    contents.push({ evaluated: chapter, audit, exercises: makeExercises(chapter, audit, { names, chapters: earlier }).value, earlier });
  }
  return contents;
}

export function sharedWords(language: string): SharedWords {
  return parseSharedWords(read(`templates/words/${language}.yaml`)).value;
}

export function read(name: string): { readonly name: string; readonly text: string } {
  return { name, text: readFileSync(new URL(name, ROOT), 'utf8') };
}
