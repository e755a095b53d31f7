import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildWorkbook, type PageInputs, type PreparedWorkbook, type WorkbookInputs } from '../../src/build.js';
import { decodeText, parseSharedWords } from '../../src/chapter/index.js';
import {
  checkHandouts,
  checkRepeats,
  createClassSet,
  drawnFigures,
  keyExercises,
  readAnswers,
  readCsv,
  readRoster,
} from '../../src/classroom/index.js';
import { type Diagnostic, hasErrors, printDiagnostic } from '../../src/diagnostics/index.js';
import type { Source } from '../../src/source/index.js';
import { shippedFonts } from '../render/pdf/renderer.js';

const ROOT = new URL('../../', import.meta.url);
const CASES = new URL('test/errors/', ROOT);

/** Folders of test/errors: one for each code, and `known-unit~plural` for another mistake with the same code. */
export function errorCases(): readonly string[] {
  return readdirSync(CASES).filter((name) => !name.startsWith('_'));
}

/** Where the messages of a case are kept. */
export function expectedFile(code: string): URL {
  return new URL(`${code}/expected.txt`, CASES);
}

/**
 * Everything that the pipeline, pages included, reports on a case, as printed. A file of the case's folder replaces the one of
 * `_base` (or, under `templates/`, that of the project); `<file>.replace` holds a text, a line `=>`, and what to put in its place;
 * `<file>.length` a number of characters up to which spaces are added.
 */
export async function reportOf(code: string): Promise<string> {
  const files = filesOf(code);
  const inputs = inputsOf(files, encodingFaults(code));
  const built = await buildWorkbook(inputs, pagesOf(files), {
    languages: ['en', 'zh'],
    // Pages are counted for students only.
    editions: code === 'chapter-pages' ? ['student'] : ['teacher'],
    formats: ['pdf'],
    lint: true,
  });
  const diagnostics = [
    ...built.diagnostics,
    ...reportOfHandouts(built, inputs),
    ...reportOfRoster(files.get('roster.csv'), files.get('answers.csv'), built),
  ];
  return `${diagnostics.map((one) => printDiagnostic(one)).join('\n\n')}\n`;
}

/** What is found when the handouts of a sound chapter are drawn and read. */
function reportOfHandouts({ workbook, chapters, diagnostics }: PreparedWorkbook, { sharedWords }: WorkbookInputs): readonly Diagnostic[] {
  if (workbook === undefined || hasErrors(diagnostics)) return [];
  return checkHandouts(chapters, { workbook, words: sharedWords.map((source) => parseSharedWords(source).value) });
}

/** What a class list that lies beside the chapters is told, and what is found when its numbers are drawn and its answers are read. */
function reportOfRoster(roster: string | undefined, answers: string | undefined, { chapters }: PreparedWorkbook): readonly Diagnostic[] {
  if (roster === undefined) return [];
  const { value: students, diagnostics } = readRoster(readCsv({ name: 'roster.csv', text: roster }), {
    languages: ['en', 'zh'],
    language: 'zh',
  });
  const set = createClassSet(chapters, { seed: 'spring' });
  const papers = students.map((student) => ({ student, figures: drawnFigures(set.paper(student.number)) }));
  if (answers === undefined) return [...diagnostics, ...checkRepeats(set, papers, false)];
  const rows = students.map(({ id, name, group }) => ({ id, name, group, code: `CODE${id}`, answers: {} }));
  const [first] = students.map((student) => keyExercises(set.paper(student.number)));
  return readAnswers(readCsv({ name: 'answers.csv', text: answers }), first ?? [], rows).diagnostics;
}

/** What all cases have in common, read once: most of it is fonts. */
let common: ReadonlyMap<string, string> | undefined;

function filesOf(code: string): ReadonlyMap<string, string> {
  common ??= new Map([...textsBelow(new URL('templates/', ROOT), 'templates/'), ...textsBelow(new URL('_base/', CASES), '')]);
  const files = new Map(common);
  for (const [path, text] of textsBelow(new URL(`${code}/`, CASES), '')) {
    if (path.endsWith('.replace')) replaceIn(files, path.slice(0, -'.replace'.length), text);
    else if (path.endsWith('.length')) lengthen(files, path.slice(0, -'.length'.length), Number(text));
    else files.set(path, text);
  }
  return files;
}

function textsBelow(folder: URL, prefix: string): readonly (readonly [path: string, text: string])[] {
  return filesBelow(folder).map((path) => [prefix + path, readFileSync(new URL(path, folder), 'utf8')]);
}

function filesBelow(folder: URL): readonly string[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const base = decodeURIComponent(folder.pathname);
  return found.map((entry) => `${entry.parentPath}/${entry.name}`.replace(/\/+/g, '/').slice(base.length)).sort();
}

function replaceIn(files: Map<string, string>, path: string, rule: string): void {
  const [from = '', to = ''] = rule.split(/^=>\n/m);
  const text = files.get(path) ?? '';
  if (!text.includes(from)) throw new Error(`${path} does not hold:\n${from}`);
  files.set(
    path,
    text.replace(from, () => to),
  );
}

function lengthen(files: Map<string, string>, path: string, length: number): void {
  files.set(path, (files.get(path) ?? '').padEnd(length));
}

/** What is told of files of a case that are not in UTF-8, by their chapter. */
function encodingFaults(code: string): ReadonlyMap<string, readonly Diagnostic[]> {
  const folder = new URL(`${code}/`, CASES);
  const faults = new Map<string, readonly Diagnostic[]>();
  for (const path of filesBelow(folder).filter((one) => /\/(sums\.yaml|[a-z]+\.md)$/.test(one))) {
    const decoded = decodeText(path, readFileSync(new URL(path, folder)));
    const [chapter = ''] = path.split('/');
    if ('code' in decoded) faults.set(chapter, [...(faults.get(chapter) ?? []), decoded]);
  }
  return faults;
}

function inputsOf(files: ReadonlyMap<string, string>, faults: ReadonlyMap<string, readonly Diagnostic[]>): WorkbookInputs {
  const source = (name: string): Source => ({ name, text: files.get(name) ?? '' });
  const folders = [...files.keys()].flatMap((path) => /^([^/]+)\/sums\.yaml$/.exec(path)?.[1] ?? []);
  const wordsOf = (folder: string) =>
    [...files.keys()].flatMap((path): readonly (readonly [string, Source])[] => {
      const language = path.startsWith(`${folder}/`) ? /^[^/]+\/([a-z]+)\.md$/.exec(path)?.[1] : undefined;
      return language === undefined ? [] : [[language, source(path)]];
    });
  const logo = files.get('logo.svg');
  return {
    workbook: source('workbook.yaml'),
    ...(logo === undefined ? {} : { logo: new TextEncoder().encode(logo) }),
    chapters: new Map(
      folders.map((folder) => [
        folder,
        {
          value: faults.has(folder) ? undefined : { folder, sums: source(`${folder}/sums.yaml`), words: new Map(wordsOf(folder)) },
          diagnostics: faults.get(folder) ?? [],
        },
      ]),
    ),
    sharedWords: [...files.keys()].filter((path) => path.startsWith('templates/words/')).map(source),
    beside: new Map(
      [...files.keys()].filter((path) => /^[^/]+\.yaml$/.test(path) && path !== 'workbook.yaml').map((path) => [path, source(path)]),
    ),
  };
}

function pagesOf(files: ReadonlyMap<string, string>): PageInputs {
  const below = (prefix: string) =>
    new Map([...files].filter(([path]) => path.startsWith(prefix)).map(([path, text]) => [path.slice(prefix.length), text]));
  return { html: below('templates/html/'), pdf: below('templates/pdf/'), fontPaths: shippedFonts() };
}
