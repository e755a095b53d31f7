import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PageInputs, WorkbookInputs } from '../../build.js';
import {
  type ChapterFiles,
  decodeText,
  fileSizeMistake,
  MAX_FILE_BYTES,
  MAX_LOGO_BYTES,
  parseWorkbook,
  type Workbook,
} from '../../chapter/index.js';
import type { Diagnosed, Diagnostic } from '../../diagnostics/index.js';
import { placeText, type Source } from '../../source/index.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { openFarAnswers } from './far-answers.js';
import { packageFolder } from './package-folder.js';
import { readRegular, TooLarge } from './read-regular.js';
import { explainSystemError } from './system-error.js';

const PACKAGE = packageFolder();

const WORDS_FILE = /^([a-z]{2,3}(?:-[A-Za-z]+)?)\.md$/;
/** Of heads, and of what a document says. */
const PAGE_FONTS = ['NotoSansSC-Bold-GB.ttf', 'LXGWWenKai-GB.ttf', 'SourceSans3-Bold.ttf'];
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
    : 'Write a workbook.yaml there, as docs/workbook.md shows, or name another folder with `--workbook`.';
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

/**
 * Reads workbook.yaml, the chapters beside it, and the shared words. Of other files, those alone are read that workbook.yaml names, and ledger.yaml. Sources are named relative to the working folder.
 */
export function readWorkbook(folder: string, terminal: Pick<Terminal, 'folder'>): WorkbookInputs {
  const read = (...parts: readonly string[]) => readSource(path.join(...parts), terminal.folder);
  const words = path.join(PACKAGE, 'templates', 'words');
  const chapters = sortedEntries(folder).filter((entry) => existsSync(path.join(folder, entry, 'sums.yaml')));
  const workbook = read(folder, 'workbook.yaml');
  const named = parseWorkbook(workbook).value;
  const others = [named?.ledger?.value, named?.ownWords?.misconceptionsFile?.value].flatMap((file) => file ?? []);
  const beside = ['ledger.yaml', ...others.filter((file) => !/[/\\]/.test(file))];
  const logo = readLogoFile(folder, named);
  return {
    workbook,
    chapters: new Map(chapters.map((entry) => [entry, readChapter(path.join(folder, entry), terminal.folder)])),
    beside: new Map(
      [...new Set(beside)].flatMap((file) => (existsSync(path.join(folder, file)) ? [[file, read(folder, file)] as const] : [])),
    ),
    sharedWords: sortedEntries(words)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => read(words, file)),
    ...(logo === undefined ? {} : { logo }),
    farAnswers: openFarAnswers(keptFolder(folder)),
  };
}

/** The bytes of the picture that workbook.yaml names; of a file that is too large as many as show that it is. */
function readLogoFile(folder: string, workbook: Workbook | undefined): Uint8Array | undefined {
  const name = workbook?.look?.logoFile?.value;
  const file = path.join(folder, name ?? '');
  if (name === undefined || !existsSync(file)) return undefined;
  try {
    return readRegular(file, MAX_LOGO_BYTES);
  } catch (failure) {
    if (failure instanceof TooLarge) return new Uint8Array(MAX_LOGO_BYTES + 1);
    throw explainSystemError(failure, `read ${file}`);
  }
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
    fontPaths: [
      ...FONT_FILES.map((file) => path.join(fonts, file)),
      ...PAGE_FONTS.map((file) => path.join(PACKAGE, 'templates', 'fonts', file)),
    ],
  };
}

/** The bold font, in memory that threads share. */
export function readNameFont({ fontPaths }: PageInputs): Uint8Array {
  const file = openSync(fontPaths.find((path) => path.includes('700Bold')) ?? '', 'r');
  try {
    const shared = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    readSync(file, shared, 0, shared.length, 0);
    return shared;
  } finally {
    closeSync(file);
  }
}

/** The scripts of student pages, once they have been bundled; from sources alone there are none. */
function readPanel(): readonly (readonly [string, string])[] {
  const files = ['panel.js', 'panel.js.hash', 'scorm.js', 'scorm.js.hash'].map((name) => [name, path.join(PACKAGE, 'dist', name)] as const);
  if (!files.every(([, file]) => existsSync(file))) return [];
  return files.map(([name, file]) => [name, readFileSync(file, 'utf8')]);
}

/** The page of `reckoner preview`. */
export function readPreviewPage(): ReadonlyMap<string, string> {
  return readTree(path.join(PACKAGE, 'templates', 'preview'));
}

export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}

/** A file that cannot be taken (too large, no file, not in UTF-8) is reported; its chapter is then left out. */
function readChapter(folder: string, base: string): Diagnosed<ChapterFiles | undefined> {
  const names = sortedEntries(folder).filter((file) => file === 'sums.yaml' || WORDS_FILE.test(file));
  const read = new Map(names.map((name) => [name, takeSource(path.join(folder, name), base)] as const));
  const diagnostics = [...read.values()].flatMap((one) => one.diagnostics);
  const sourceOf = (name: string): Source => read.get(name)?.value ?? { name: sourceName(path.join(folder, name), base), text: '' };
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const misnamed = sortedEntries(folder).flatMap((file) => misnamedWords(file, names, sourceOf('sums.yaml')));
  const words = names.flatMap((file) => WORDS_FILE.exec(file)?.[1] ?? []);
  return {
    value: {
      folder: path.basename(folder),
      sums: sourceOf('sums.yaml'),
      words: new Map(words.map((language) => [language, sourceOf(`${language}.md`)])),
    },
    diagnostics: misnamed,
  };
}

/** `En.md` and `en.md.txt`, as some systems make of en.md, are not read, and that is said. */
function misnamedWords(file: string, names: readonly string[], sums: Source): readonly Diagnostic[] {
  const plain = file.toLowerCase().replace(/(?:\.md|\.markdown)?(?:\.txt)?$/, '.md');
  if (names.includes(file) || !/^[a-z]{2}\.md$/.test(plain) || !/\.(?:md|markdown|txt)$/i.test(file)) return [];
  const message = `\`${file}\` is not read: the words of a language stand in a file such as \`${plain}\`.`;
  const span = { source: sums, start: 0, end: Math.min(1, sums.text.length) };
  return [{ code: 'words-present', severity: 'warning', message, span, hint: `Rename it to \`${plain}\`.` }];
}

function hasWorkbook(folder: string): boolean {
  return existsSync(path.join(folder, 'workbook.yaml'));
}

/** A file without which nothing can be done; a UsageError where it cannot be taken. */
function readSource(file: string, base: string): Source {
  const { value, diagnostics } = takeSource(file, base);
  const [first] = diagnostics;
  if (value === undefined)
    throw new UsageError(first === undefined ? `Cannot read ${file}.` : `${placeOfMistake(first)}${first.message}`, first?.hint);
  return value;
}

function placeOfMistake({ span }: Diagnostic): string {
  return span === undefined ? '' : `${placeText(span)}: `;
}

/** A text file of a workbook, as far as it is one: not too large, a file indeed, in UTF-8. A byte order mark, which some editors write, is dropped. */
function takeSource(file: string, base: string): Diagnosed<Source | undefined> {
  const name = sourceName(file, base);
  try {
    const decoded = decodeText(name, readRegular(file, MAX_FILE_BYTES));
    return 'text' in decoded ? { value: decoded, diagnostics: [] } : { value: undefined, diagnostics: [decoded] };
  } catch (failure) {
    if (failure instanceof TooLarge) return { value: undefined, diagnostics: [fileSizeMistake(name, failure.size)] };
    const told = failure instanceof UsageError ? failure : explainSystemError(failure, `read ${file}`);
    if (!(told instanceof UsageError)) throw told;
    const hint = told.hint === undefined ? {} : { hint: told.hint };
    return { value: undefined, diagnostics: [{ code: 'file-present', severity: 'error', message: told.message, ...hint }] };
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
