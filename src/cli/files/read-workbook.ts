import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PageInputs, WorkbookInputs } from '../../build.js';
import { type ChapterFiles, fileSizeMistake, MAX_FILE_BYTES } from '../../chapter/index.js';
import type { Diagnosed, Diagnostic } from '../../diagnostics/index.js';
import type { Source } from '../../source/index.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { openFarAnswers } from './far-answers.js';
import { packageFolder } from './package-folder.js';
import { explainSystemError } from './system-error.js';

const PACKAGE = packageFolder();

const WORDS_FILE = /^([a-z]{2,3}(?:-[A-Za-z]+)?)\.md$/;
const FONT_FILES = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'];

/**
 * The folder with workbook.yaml: the one named, else the one near the working folder, else the chapters of this package, and then the
 * command says so. Near is `chapters` in the working folder, or a folder of chapters that holds the working folder.
 */
export function findWorkbook(named: string | undefined, terminal: Terminal): string {
  const folder = named === undefined ? nearWorkbook(terminal.folder) : path.resolve(terminal.folder, named);
  if (folder === undefined) {
    const own = path.join(PACKAGE, 'chapters');
    terminal.error(`There is no folder \`chapters\` here: the chapters of this package are used, ${own}.\n`);
    return own;
  }
  if (hasWorkbook(folder)) return folder;
  const inside = path.join(named ?? '.', 'chapters');
  const hint = hasWorkbook(path.resolve(terminal.folder, inside))
    ? `Did you mean \`${inside}\`?`
    : 'Write a workbook.yaml there, as docs/writing-chapters.md shows, or name another folder with `--workbook`.';
  throw new UsageError(`There is no workbook.yaml in ${folder}.`, hint);
}

function nearWorkbook(folder: string): string | undefined {
  const near = path.join(folder, 'chapters');
  if (existsSync(near)) return near;
  for (let around = folder; path.dirname(around) !== around; around = path.dirname(around)) {
    if (hasWorkbook(around) || path.basename(around) === 'chapters') return around;
  }
  return undefined;
}

/** Where a run keeps for the next what took long to find. */
export function keptFolder(workbook: string): string {
  return path.join(workbook, '.reckoner-cache');
}

/** Reads workbook.yaml, every chapter folder beside it, and the shared words. Sources are named relative to the working folder. */
export function readWorkbook(folder: string, terminal: Pick<Terminal, 'folder'>): WorkbookInputs {
  const read = (...parts: readonly string[]) => readSource(path.join(...parts), terminal.folder);
  const words = path.join(PACKAGE, 'templates', 'words');
  const chapters = sortedEntries(folder).filter((entry) => existsSync(path.join(folder, entry, 'sums.yaml')));
  return {
    workbook: read(folder, 'workbook.yaml'),
    chapters: new Map(chapters.map((entry) => [entry, readChapter(path.join(folder, entry), terminal.folder)])),
    beside: new Map(sortedEntries(folder).flatMap((file) => (isBeside(file) ? [[file, read(folder, file)] as const] : []))),
    sharedWords: sortedEntries(words)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => read(words, file)),
    farAnswers: openFarAnswers(keptFolder(folder)),
  };
}

function isBeside(file: string): boolean {
  return file.endsWith('.yaml') && file !== 'workbook.yaml';
}

/** Languages that the shared words have and at least one chapter too, in alphabetical order. */
export function availableLanguages(inputs: WorkbookInputs): readonly string[] {
  const shared = inputs.sharedWords.map(({ name }) => path.posix.basename(name, '.yaml'));
  return shared.filter((language) => [...inputs.chapters.values()].some(({ value }) => value?.words.has(language)));
}

export function readPageInputs(): PageInputs {
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
  return {
    html: new Map([...readTree(path.join(PACKAGE, 'templates', 'html')), ...readPanel()]),
    pdf: readTree(path.join(PACKAGE, 'templates', 'pdf')),
    fontPaths: FONT_FILES.map((file) => path.join(fonts, file)),
  };
}

/** The script of student pages, once it has been bundled; from sources alone there is none. */
function readPanel(): readonly (readonly [string, string])[] {
  const files = ['panel.js', 'panel.js.hash'].map((name) => [name, path.join(PACKAGE, 'dist', name)] as const);
  if (!files.every(([, file]) => existsSync(file))) return [];
  return files.map(([name, file]) => [name, readFileSync(file, 'utf8')]);
}

export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}

/** A file that is too large is reported by its size and not read; its chapter is then left out. */
function readChapter(folder: string, base: string): Diagnosed<ChapterFiles | undefined> {
  const names = sortedEntries(folder).filter((file) => file === 'sums.yaml' || WORDS_FILE.test(file));
  const tooLarge = names.flatMap((file): readonly Diagnostic[] => {
    const { size } = statSync(path.join(folder, file));
    return size > MAX_FILE_BYTES ? [fileSizeMistake(sourceName(path.join(folder, file), base), size)] : [];
  });
  if (tooLarge.length > 0) return { value: undefined, diagnostics: tooLarge };
  const words = names.flatMap((file) => WORDS_FILE.exec(file)?.[1] ?? []);
  return {
    value: {
      folder: path.basename(folder),
      sums: readSource(path.join(folder, 'sums.yaml'), base),
      words: new Map(words.map((language) => [language, readSource(path.join(folder, `${language}.md`), base)])),
    },
    diagnostics: [],
  };
}

function hasWorkbook(folder: string): boolean {
  return existsSync(path.join(folder, 'workbook.yaml'));
}

/** A byte order mark, which some editors write, is dropped. */
function readSource(file: string, base: string): Source {
  try {
    return { name: sourceName(file, base), text: new TextDecoder().decode(readFileSync(file)) };
  } catch (failure) {
    throw explainSystemError(failure, `read ${file}`);
  }
}

/** Line ends are made equal, so that a checkout on Windows yields the same pages. */
function readTree(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((file) => [withSlashes(path.relative(folder, file)), readFileSync(file, 'utf8').replaceAll('\r\n', '\n')]));
}

/** Sorted by code units: the order never depends on the machine's language. */
function sortedEntries(folder: string): readonly string[] {
  return readdirSync(folder).sort();
}

function sourceName(file: string, base: string): string {
  const near = path.relative(base, file);
  return withSlashes(near.startsWith('..') ? file : near);
}

function withSlashes(file: string): string {
  return file.split(path.sep).join('/');
}
