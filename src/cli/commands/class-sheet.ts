import path from 'node:path';
import { SHEET } from '../../classroom/index.js';
import { classBook, packBook } from '../../export/index.js';
import { prepareChapters } from '../class/chapters.js';
import { openFinished } from '../class/finished-set.js';
import { chooseLanguage } from '../class/language-and-paper.js';
import { openStorage } from '../class/storage.js';
import { availableLanguages, findWorkbook, readWorkbook } from '../files/read-workbook.js';
import { writeFiles } from '../files/write-files.js';
import { counted } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

export interface ClassSheetFlags {
  readonly lang?: string;
  readonly out?: string;
  readonly workbook?: string;
}

/** A spreadsheet of a class set: everybody's figures, a table of answers that marks itself, and the key. Returns the exit code. */
export function runClassSheet(name: string, flags: ClassSheetFlags, terminal: Terminal): number {
  const folder = path.resolve(terminal.folder, name);
  const { manifest, rows } = openFinished(openStorage(folder), folder, terminal);
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const chapters = prepareChapters(
    manifest.chapters.map((chapter) => chapter.name),
    inputs,
    terminal,
  );
  if (chapters === undefined) return 1;
  const languages = availableLanguages(inputs);
  const language = chooseLanguage(flags.lang, languages, chapters.words);
  const shared = chapters.words.get(language);
  if (shared === undefined) throw new UsageError('No chapter has words in a language that the templates know.');
  const book = classBook(chapters.workbook, { manifest, rows, contents: chapters.contents }, shared);
  const target = flags.out === undefined ? path.join(folder, 'marks') : path.resolve(terminal.folder, flags.out);
  writeFiles([{ path: SHEET, content: packBook(book) }], target);
  terminal.out(`${counted(rows.length, 'student')} in ${path.relative(terminal.folder, path.join(target, SHEET))}\n`);
  return 0;
}
