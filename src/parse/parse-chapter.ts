import type { Diagnosed, Diagnostic } from '../diagnostics/index.js';
import type { Source } from '../source/index.js';
import type { ChapterSource, Language } from './chapter.js';
import { checkWords } from './check-words.js';
import { readSums } from './sums.js';
import { readWords } from './words.js';
import { parseYaml } from './yaml.js';

/** Larger files are refused before they are read: a chapter of a hundred pages has a hundredth of this. */
export const MAX_FILE_BYTES = 2_000_000;

export interface ChapterFiles {
  /** `07-pool-price` */
  readonly folder: string;
  readonly sums: Source;
  readonly words: ReadonlyMap<Language, Source>;
}

/**
 * Reads the files of one chapter. Every mistake of every file is reported in one go; entries that cannot be read are left out.
 * Undefined only when a file is too large or sums.yaml holds nothing.
 */
export function parseChapter(files: ChapterFiles): Diagnosed<ChapterSource | undefined> {
  const diagnostics: Diagnostic[] = [...tooLarge(files)];
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const report = (one: Diagnostic) => void diagnostics.push(one);
  const folder = /^(\d+)-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(files.folder);
  if (folder === null) {
    report({
      code: 'chapter-folder',
      severity: 'error',
      message: `\`${files.folder}\` cannot be the folder of a chapter.`,
      span: { source: files.sums, start: 0, end: 0 },
      hint: 'Name it with a number and a name, such as `07-pool-price`.',
    });
  }
  const yaml = parseYaml(files.sums);
  diagnostics.push(...yaml.diagnostics);
  const sums = readSums(yaml.value, files.sums, report);
  const words = new Map([...files.words].map(([language, source]) => [language, readWords(source, language, report)]));
  const chapter: ChapterSource = { folder: files.folder, name: folder?.[2] ?? files.folder, number: Number(folder?.[1] ?? 0), sums, words };
  diagnostics.push(...checkWords(chapter));
  return { value: yaml.value === undefined ? undefined : chapter, diagnostics };
}

function tooLarge({ sums, words }: ChapterFiles): readonly Diagnostic[] {
  return [sums, ...words.values()]
    .filter(({ text }) => text.length > MAX_FILE_BYTES)
    .map((source) => fileSizeMistake(source.name, source.text.length));
}

/** The mistake of a file with `size` bytes; also for a file that was not read because of its size. */
export function fileSizeMistake(name: string, size: number): Diagnostic {
  return {
    code: 'file-size',
    severity: 'error',
    message: `${name} is ${(size / 1e6).toFixed(1)} MB; a file of a workbook has at most ${MAX_FILE_BYTES / 1e6} MB.`,
    hint: 'Split the chapter, or check that this is the right file.',
  };
}
