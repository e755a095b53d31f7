import { readFileSync } from 'node:fs';
import { parseSharedWords, parseWorkbook, type SharedWords } from '../../src/chapter/index.js';
import { printDiagnostic } from '../../src/diagnostics/index.js';
import {
  assembleEditions,
  type ChapterContent,
  type Document,
  type Edition,
  joinDocuments,
  type ScreenParts,
} from '../../src/document/index.js';
import { makeExercises } from '../../src/exercises/index.js';
import { shippedChapter } from './shipped-chapter.js';

const ROOT = new URL('../../', import.meta.url);

export interface ShippedDocument {
  readonly document: Document;
  /** Empty unless it was asked for. */
  readonly screen: ScreenParts;
  /** The errors that assembling reported, as printed. */
  readonly messages: readonly string[];
}

/** What is worked out once for all tests of a thread: nothing in it changes. */
const knownDocuments = new Map<string, ShippedDocument>();

/** The whole workbook of this repository in one language and edition. */
export function shippedDocument(language: string, edition: Edition, options: { readonly onScreen?: boolean } = {}): ShippedDocument {
  const key = `${language} ${edition} ${options.onScreen === true}`;
  const found = knownDocuments.get(key) ?? assemble(language, edition, options);
  knownDocuments.set(key, found);
  return found;
}

function assemble(language: string, edition: Edition, options: { readonly onScreen?: boolean }): ShippedDocument {
  const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
  if (workbook === undefined) throw new Error('workbook.yaml cannot be read');
  const chapters = shippedContents(workbook.chapters.map(({ value }) => value));
  const given = { language, editions: [edition], shared: sharedWords(language), ...options };
  const made = chapters.map((chapter) => assembleEditions(workbook, chapter, given));
  const [first, ...others] = made.flatMap(({ value }) => value.get(edition) ?? []);
  if (first === undefined) throw new Error('the workbook has no chapters');
  const { document, screen = new Map() } = joinDocuments([first, ...others]);
  return {
    document,
    screen,
    messages: made.flatMap(({ diagnostics }) =>
      diagnostics.filter(({ severity }) => severity === 'error').map((one) => printDiagnostic(one)),
    ),
  };
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
