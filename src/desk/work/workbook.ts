import { type PreparedWorkbook, prepareWorkbook, readSharedWords, type WorkbookInputs, withLogo } from '../../build.js';
import { type ChapterSource, parseChapter, parseWorkbook, type Workbook } from '../../chapter/index.js';
import { type ClassChapters, classChapters } from '../../classroom/index.js';
import { hasErrors, printDiagnostic } from '../../diagnostics/index.js';
import { DeskFailure } from '../told/failure.js';
import type { DeskData } from './desk-data.js';

/** The chapters of a workbook, each read and worked out when it is first needed. */
export interface DeskWorkbook {
  readonly workbook: Workbook;
  /** Languages that the shared words have and at least one chapter too. */
  readonly languages: readonly string[];
  /** Folders in teaching order. */
  readonly folders: readonly string[];
  /** A chapter as its author wrote it; undefined where it cannot be read. */
  parsed(folder: string): ChapterSource | undefined;
  /** The folders of exercises such as `pool-price.exit`, in teaching order. */
  foldersOf(exercises: readonly string[]): readonly string[];
  /** These chapters, worked out. Throws with the messages of `check` where one has a mistake. */
  chapters(folders: readonly string[]): ClassChapters;
}

type Content = PreparedWorkbook['chapters'][number];

export function openWorkbook(data: DeskData): DeskWorkbook {
  const files = data.chapters.map(([folder, one]) => [folder, { ...one, words: new Map(one.words) }] as const);
  const inputs: WorkbookInputs = {
    workbook: data.workbook,
    chapters: new Map(files.map(([folder, value]) => [folder, { value, diagnostics: [] }])),
    sharedWords: data.sharedWords,
    beside: new Map(data.beside),
    ...(data.logo === undefined ? {} : { logo: new Uint8Array(data.logo) }),
  };
  const { value: read, diagnostics } = parseWorkbook(data.workbook);
  if (read === undefined)
    throw new DeskFailure({ kind: 'faulty-chapter', text: diagnostics.map((one) => printDiagnostic(one)).join('\n') });
  const workbook = withLogo(read, inputs).value;
  const words = readSharedWords(workbook, inputs).value;
  const folders = [...new Set(workbook.chapters.map(({ value }) => value))].filter((folder) => inputs.chapters.has(folder));
  const parsed = once((folder: string) => {
    const found = files.find(([one]) => one === folder)?.[1];
    if (found === undefined) throw new Error(`there is no chapter ${folder}`);
    return parseChapter(found, words).value;
  });
  const contentOf = once((folder: string): Content => {
    const { chapters, diagnostics } = prepareWorkbook(inputs, { chapters: [folder], languages: [], editions: [] });
    const [content] = chapters;
    if (content !== undefined && !hasErrors(diagnostics)) return content;
    throw new DeskFailure({ kind: 'faulty-chapter', text: diagnostics.map((one) => printDiagnostic(one)).join('\n') });
  });
  return {
    workbook,
    languages: words.map(({ language }) => language).filter((language) => files.some(([, one]) => one.words.has(language))),
    folders,
    parsed,
    foldersOf: (exercises) => folders.filter((folder) => exercises.some((name) => name.startsWith(`${parsed(folder)?.name}.`))),
    chapters: (wanted) => classChapters(workbook, wanted.map(contentOf), words, () => ''),
  };
}

/** Keeps what was made for each name. */
function once<Value>(make: (name: string) => Value): (name: string) => Value {
  const made = new Map<string, { readonly value: Value }>();
  return (name) => {
    const found = made.get(name) ?? { value: make(name) };
    made.set(name, found);
    return found.value;
  };
}
