import path from 'node:path';
import { hasChaptersOf, type Mark, type MarkedPaper, markSet, marksDocument, marksFiles, readAnswers } from '../../classroom/index.js';
import { hasErrors } from '../../diagnostics/index.js';
import { createPdfRenderer, openPdfEngine } from '../../render/pdf/index.js';
import { prepareChapters } from '../class/chapters.js';
import { openFinished } from '../class/finished-set.js';
import { chooseLanguage } from '../class/language-and-paper.js';
import { lockFolder } from '../class/lock.js';
import { readTableFile } from '../class/roster-file.js';
import { openStorage } from '../class/storage.js';
import { choosePages } from '../files/page-engine.js';
import { availableLanguages, findWorkbook, readWorkbook } from '../files/read-workbook.js';
import { isSameFile, writeFiles } from '../files/write-files.js';
import { counted, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

export interface MarkFlags {
  readonly lang?: string;
  readonly out?: string;
  readonly workbook?: string;
}

/** Marks typed answers by the key of a set, and writes tables and a sheet. Returns the exit code. */
export async function runMark(name: string, answersFile: string, flags: MarkFlags, terminal: Terminal): Promise<number> {
  const folder = path.resolve(terminal.folder, name);
  const finished = openFinished(openStorage(folder), folder, terminal);
  const { manifest, rows } = finished;
  const { exercises } = manifest;
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const names = manifest.chapters.map((chapter) => chapter.name);
  const chapters = prepareChapters(names, inputs, terminal);
  if (chapters === undefined) return 1;
  if (!hasChaptersOf(manifest, chapters)) {
    terminal.error('The chapters have changed since this set was made: earlier errors are not carried forward.\n');
  }
  const answers = readAnswers(await readTableFile(answersFile, terminal), exercises, rows);
  reportDiagnostics(answers.diagnostics, terminal);
  if (hasErrors(answers.diagnostics)) return 1;
  const languages = availableLanguages(inputs);
  const language = chooseLanguage(flags.lang, languages, chapters.words);
  const shared = chapters.words.get(language);
  if (shared === undefined) throw new UsageError('No chapter has words in a language that the templates know.');
  const marked = markSet(finished, chapters, answers.value, shared);
  const { papers } = marked;
  const pages = await choosePages(undefined, terminal);
  const sheet = marksDocument(finished, chapters, marked, shared);
  const rendered = createPdfRenderer({ templates: pages.pdf, engine: await openPdfEngine(pages) }).render(sheet, {
    paper: chapters.workbook.paper,
  });
  reportDiagnostics(rendered.diagnostics, terminal);
  if (hasErrors(rendered.diagnostics)) return 1;
  const target = flags.out === undefined ? path.join(folder, 'marks') : path.resolve(terminal.folder, flags.out);
  const files = marksFiles(finished, marked, rendered.value);
  for (const file of files) refuseToOverwrite(path.join(target, file.path), path.resolve(terminal.folder, answersFile), folder);
  const lock = await lockFolder(target, { set: manifest.fingerprint });
  try {
    writeFiles(files, target);
  } finally {
    lock.release();
  }
  const handedIn = papers.filter((paper) => paper.handedIn).length;
  const made = files.map((file) => file.path).join(', ');
  terminal.out(`${counted(handedIn, 'paper')} of ${rows.length} marked: ${made} in ${target}\n`);
  reportGaps(papers, terminal);
  return 0;
}

/** The marks are not written over the answers that were typed, nor among the files of the set, whose `answers.csv` is of the same name. */
function refuseToOverwrite(target: string, answers: string, set: string): void {
  const isOwn = isSameFile(path.dirname(target), set);
  if (!isOwn && !isSameFile(target, answers)) return;
  throw new UsageError(
    `${target} would be written over ${isOwn ? 'a file of the set' : 'the answers that were typed'}.`,
    'Choose another folder with `--out`; left out, the marks stand in `marks` in the folder of the set.',
  );
}

/** What earns nothing because nobody could read it; all of it stands in answers.csv. */
const NOT_COUNTED: readonly (readonly [mark: Mark, says: string])[] = [
  ['empty', 'Empty'],
  ['unreadable', 'No number'],
];
const MOST_NAMED = 12;

/** Who handed in nothing, and which places hold no number: most often somebody mistyped. */
function reportGaps(papers: readonly MarkedPaper[], { out }: Terminal): void {
  const missing = papers.filter((paper) => !paper.handedIn).map(({ student }) => student.id);
  if (missing.length > 0) out(`Not handed in: ${missing.join(', ')}\n`);
  for (const [mark, says] of NOT_COUNTED) {
    const found = papers.filter((paper) => paper.handedIn).flatMap((paper) => cellsWith(mark, paper));
    const more = found.length > MOST_NAMED ? ' …' : '';
    if (found.length > 0) out(`${says} (${found.length}): ${found.slice(0, MOST_NAMED).join(', ')}${more}\n`);
  }
}

/** `07 3.2`, with what was typed where something was. */
function cellsWith(mark: Mark, { student, answers }: MarkedPaper): readonly string[] {
  return answers
    .filter((answer) => answer.mark === mark)
    .map(({ column, typed }) => `${student.id} ${column.label}${typed === '' ? '' : ` “${typed}”`}`);
}
