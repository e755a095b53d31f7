import type { Diagnosed, Diagnostic } from '../diagnostics/index.js';
import { BUILT_IN_UNITS } from '../number/index.js';
import { type EarlierWork, NO_EARLIER_WORK, type Source } from '../source/index.js';
import { checkPairs } from './check/check-pairs.js';
import { checkParts } from './check/check-parts.js';
import { checkQuestions } from './check/check-questions.js';
import { checkWords } from './check/check-words.js';
import { borrowedNames } from './model/borrowed-names.js';
import type { ChapterSource, Sums } from './model/chapter.js';
import type { Language, Words } from './model/words.js';
import { fileSizeMistake, MAX_FILE_BYTES } from './read/file-size.js';
import { parseYaml } from './read/yaml.js';
import { readSums } from './sums/sums.js';
import { withDefaults } from './words/defaults.js';
import type { SharedWords } from './words/shared/shared-words.js';
import { parseWordsHead, readWords } from './words/words.js';

export interface ChapterFiles {
  /** `07-pool-price` */
  readonly folder: string;
  readonly sums: Source;
  readonly words: ReadonlyMap<Language, Source>;
}

/**
 * Reads the files of one chapter. Every mistake of every file is reported in one go; entries that cannot be read are left out.
 * Undefined only when a file is too large, or sums.yaml is empty or no YAML. A language without a head that is YAML is left out.
 * `shared` tells how each language is written and what it says of itself; one that it lacks parts its words by spaces.
 */
export function parseChapter(
  files: ChapterFiles,
  shared: readonly SharedWords[] = [],
  earlier: EarlierWork = NO_EARLIER_WORK,
): Diagnosed<ChapterSource | undefined> {
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
  const read = earlier.of(`sums ${files.folder}`, [files.sums], () => parseSums(files.sums));
  const { sums, readable } = read;
  for (const one of read.diagnostics) report(one);
  const whole = new Map<Language, Words>();
  for (const [language, source] of files.words) {
    const spoken = shared.find((one) => one.language === language);
    const { value, diagnostics: found } = earlier.of(`words ${files.folder} ${language}`, [source, read, spoken], () =>
      parseWords(source, language, read, spoken),
    );
    for (const one of found) report(one);
    if (value !== undefined) whole.set(language, value);
  }
  if (!readable) return { value: undefined, diagnostics };
  const chapter = { folder: files.folder, name: folder?.[2] ?? files.folder, number: Number(folder?.[1] ?? 0), sums, words: whole };
  diagnostics.push(...checkWords(chapter), ...checkParts(chapter), ...checkPairs(chapter), ...checkQuestions(chapter));
  return { value: { ...chapter, words: withBorrowedNames(chapter) }, diagnostics };
}

interface ParsedSums {
  readonly sums: Sums;
  /** False where sums.yaml is empty or no YAML: then what it defines is not known. */
  readonly readable: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function parseSums(source: Source): ParsedSums {
  const yaml = parseYaml(source);
  const found: Diagnostic[] = [];
  const sums = readReporting(
    yaml.diagnostics,
    source.text.length,
    (one) => found.push(one),
    (one) => readSums(yaml.value, source, one),
  );
  return { sums, readable: yaml.value !== undefined && !isBroken(yaml.diagnostics), diagnostics: withoutUsesOfBadNames(found) };
}

/** Undefined where the head is missing, or no YAML. */
function parseWords(
  source: Source,
  language: Language,
  { sums, readable }: ParsedSums,
  spoken: SharedWords | undefined,
): Diagnosed<Words | undefined> {
  const diagnostics: Diagnostic[] = [];
  const report = (one: Diagnostic) => void diagnostics.push(one);
  const units = new Set([...BUILT_IN_UNITS, ...sums.units.map(({ value }) => value)]);
  const head = parseWordsHead(source);
  const words = readReporting(head.diagnostics, head.bodyStart, report, (found) => {
    const context = { report: readable ? found : exceptUnknownUnits(found), units, spaced: spoken?.spaced ?? true };
    return withDefaults(readWords(head, source, language, context), sums, spoken, context);
  });
  return { value: head.present && !isBroken(head.diagnostics) ? words : undefined, diagnostics };
}

/** A name that cannot be one, such as two words, is reported where it is defined; formulas that use it are as good as its definition. */
function withoutUsesOfBadNames(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const bad = found.flatMap(({ code, span }) =>
    code === 'name-shape' && span !== undefined ? [span.source.text.slice(span.start, span.end)] : [],
  );
  const names = bad.filter((name) => /[^A-Za-z0-9_]/.test(name));
  return found.filter(({ code, span }) => {
    if (code !== 'formula-syntax' || span === undefined) return true;
    const { text } = span.source;
    return !names.some((name) => {
      const start = text.lastIndexOf(name, span.start);
      return start >= 0 && start <= span.start && span.start <= start + name.length;
    });
  });
}

/** A unit that a broken sums.yaml may well define is no mistake. */
function exceptUnknownUnits(report: (one: Diagnostic) => void): (one: Diagnostic) => void {
  return (one) => {
    if (one.code !== 'known-unit') report(one);
  };
}

/** Names that a copy of an example leaves out are those of its model. */
function withBorrowedNames({ sums, words }: ChapterSource): ReadonlyMap<Language, Words> {
  const copies = sums.examples.filter(({ like }) => like !== undefined);
  if (copies.length === 0) return words;
  return new Map([...words].map(([language, one]) => [language, { ...one, names: borrowedNames(copies, sums.examples, one.names) }]));
}

/**
 * Reports what `parseYaml` found in a file, and what reading it finds. Behind the first syntax error nothing more is reported of
 * its YAML (which goes up to `yamlEnd`), nor are missing keys: they may well be there, in the part that could not be read.
 */
function readReporting<T>(
  syntax: readonly Diagnostic[],
  yamlEnd: number,
  report: (one: Diagnostic) => void,
  read: (report: (one: Diagnostic) => void) => T,
): T {
  for (const one of syntax) report(one);
  const broken = syntax.filter(({ code }) => code === 'yaml-syntax').map(({ span }) => span?.start ?? 0);
  const firstBroken = Math.min(...broken);
  return read((one) => {
    const { start, end } = one.span ?? { start: 0, end: 0 };
    const doubtful = one.code === 'required-key' || (end > firstBroken && start < yamlEnd);
    if (broken.length === 0 || !doubtful) report(one);
  });
}

function isBroken(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => code === 'yaml-syntax');
}

function tooLarge({ sums, words }: ChapterFiles): readonly Diagnostic[] {
  return [sums, ...words.values()]
    .filter(({ text }) => text.length > MAX_FILE_BYTES)
    .map((source) => fileSizeMistake(source.name, source.text.length));
}
