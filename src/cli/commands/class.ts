import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import {
  type ClassChapters,
  type ClassOrder,
  type ClassOutcome,
  type HandoutFormat,
  makeClassSet,
  readRoster,
  SET_FORMATS,
  type SheetMaker,
  setFingerprint,
} from '../../classroom/index.js';
import { type Diagnostic, hasErrors, invariant } from '../../diagnostics/index.js';
import { classBook, packBook } from '../../export/index.js';
import { explainBefore } from '../class/before-text.js';
import { prepareChapters, prepareSet } from '../class/chapters.js';
import { chooseLanguage, choosePaper } from '../class/language-and-paper.js';
import { lockFolder } from '../class/lock.js';
import { handoutPages, openPageMaker, type PageCount } from '../class/page-maker.js';
import { readTableFile } from '../class/roster-file.js';
import { openStorage } from '../class/storage.js';
import { choosePages } from '../files/page-engine.js';
import { availableLanguages, findWorkbook, keptFolder, packageVersion, readPageInputs, readWorkbook } from '../files/read-workbook.js';
import { readPart, readSeed } from '../options/flags.js';
import { chooseFrom } from '../options/selection.js';
import { createProgress } from '../terminal/progress.js';
import { countDiagnostics, counted, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { startHandoutThreads } from '../workers/handout-workers.js';
import { chooseJobs } from '../workers/page-workers.js';

export interface ClassFlags {
  readonly chapters?: string;
  readonly seed?: string;
  readonly exercises?: string;
  readonly lang?: string;
  readonly paper?: string;
  readonly format?: string;
  readonly duplex?: boolean;
  readonly qr: boolean;
  readonly solutions?: boolean;
  readonly shard?: string;
  readonly merge?: boolean;
  readonly allowRepeats?: boolean;
  readonly replace?: boolean;
  readonly jobs?: string;
  readonly engine?: string;
  readonly timings?: boolean;
  readonly out: string;
  readonly workbook?: string;
}

/** A handout for each student of a class list, with its keys; or one part of it, or the parts joined. Returns the exit code. */
export async function runClass(roster: string, flags: ClassFlags, terminal: Terminal): Promise<number> {
  boundHeaps();
  const seed = readSeed(flags.seed);
  const part = readPart(flags);
  const { handouts: formats, hasSheet } = readFormats(flags.format);
  const workbook = findWorkbook(flags.workbook, terminal);
  const inputs = readWorkbook(workbook, terminal);
  const names = flags.chapters?.split(',').map((name) => name.trim()) ?? [];
  // Word files need no page compiler.
  const pages = formats.includes('pdf') ? await choosePages(flags.engine, terminal) : readPageInputs();
  const { farAnswers: _, ...texts } = inputs;
  // The main thread makes handouts, too; nothing is made where parts are only joined.
  const threads = startHandoutThreads(part.kind === 'merge' ? 0 : chooseJobs(flags.jobs) - 1, {
    inputs: texts,
    kept: keptFolder(workbook),
    names,
    seed,
    exercises: flags.exercises,
    pages,
  });
  try {
    const chapters = prepareChapters(names, inputs, terminal);
    if (chapters === undefined) return 1;
    const languages = availableLanguages(inputs);
    const language = chooseLanguage(flags.lang, languages, chapters.words);
    const students = readRoster(await readTableFile(roster, terminal), { languages, language });
    const set = prepareSet(chapters, seed, flags.exercises);
    if (refused(students.diagnostics, terminal)) return 1;
    if (students.value.length === 0)
      throw new UsageError(`${roster} has no students.`, 'Write one line for each student below the names of the columns.');
    const folder = path.resolve(terminal.folder, flags.out);
    const progress = createProgress(terminal);
    const order: Omit<ClassOrder, 'pages'> = {
      chapters,
      set,
      storage: openStorage(folder),
      generator: packageVersion(),
      layout: pages.pdf,
      part,
      paper: choosePaper(flags.paper, chapters),
      language,
      solutions: flags.solutions ?? false,
      formats,
      ...(hasSheet ? { sheet: sheetMaker(chapters, language) } : {}),
      duplex: flags.duplex ?? false,
      scans: flags.qr,
      allowRepeats: flags.allowRepeats ?? false,
      replace: flags.replace ?? false,
      helpers: threads.makers,
      onReplace: (before) => terminal.error(`Replacing: ${explainBefore(before, order)}\n`),
      onHandout: ({ id }, done, wanted) => progress.show(`${done} of ${wanted}  ${id}`),
    };
    const shard = part.kind === 'shard' ? { part: `${part.index + 1}-of-${part.count}` } : {};
    const lock = await lockFolder(folder, { ...shard, set: setFingerprint(order) });
    try {
      const { paper, scans, solutions } = order;
      const spoken = [...new Set(students.value.map((student) => student.language))].sort();
      const fills = part.kind !== 'merge' && formats.includes('pdf');
      const handouts = fills ? handoutPages({ chapters, set }, pages, { languages: spoken, solutions }) : undefined;
      const maker = await openPageMaker(pages, formats, handouts);
      if (part.kind !== 'merge')
        threads.begin({ folder, ticket: lock.ticket, ...(handouts && { handouts }), formats, paper, solutions, scans }, maker.template);
      const outcome = await makeClassSet(students.value, { ...order, pages: maker, storage: openStorage(folder, lock) });
      progress.clear();
      if (flags.timings) terminal.error(countText([maker.count(), ...threads.counts()]));
      return reportOutcome(outcome, students.value.length, folder, terminal, order);
    } finally {
      // Another run may write as soon as the lock is given back; by then the threads of this one have ended.
      await threads.close();
      lock.release();
    }
  } finally {
    await threads.close();
  }
}

/** Left to itself, the heap of each thread grows to three times of what it holds, since a large set makes much that is soon forgotten. */
function boundHeaps(): void {
  for (const flag of ['--heap-growing-percent=50', '--max-semi-space-size=4']) setFlagsFromString(flag);
}

function countText(counts: readonly PageCount[]): string {
  const sum = (of: (count: PageCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  const [filled, laidOut] = [sum((count) => count.filled), sum((count) => count.laidOut)];
  return `${counted(filled, 'handout')} filled into templates, ${laidOut} laid out by themselves\n`;
}

/** Handouts and keys are PDFs or Word files; `xlsx` is one spreadsheet beside them. */
function readFormats(text: string | undefined): { readonly handouts: readonly HandoutFormat[]; readonly hasSheet: boolean } {
  const chosen = text === undefined ? (['pdf'] as const) : chooseFrom(text, SET_FORMATS, 'format of class sets');
  const handouts = chosen.filter((format) => format !== 'xlsx');
  if (handouts.length === 0)
    throw new UsageError(
      '`--format xlsx` alone makes no handouts.',
      'Write `--format pdf,xlsx`; of a set that is there, `reckoner class-sheet` makes the spreadsheet.',
    );
  return { handouts, hasSheet: chosen.some((format) => format === 'xlsx') };
}

function sheetMaker({ workbook, contents, words }: ClassChapters, language: string): SheetMaker {
  const shared = words.get(language);
  invariant(shared !== undefined, `there are no shared words in ${language}`);
  return (manifest, rows) => packBook(classBook(workbook, { manifest, rows, contents }, shared));
}

const MOST_NAMED = 5;

/** Prints what came of it; the exit code. What would be wrong usage is a UsageError. */
function reportOutcome(
  outcome: ClassOutcome,
  students: number,
  folder: string,
  terminal: Terminal,
  order: Omit<ClassOrder, 'pages'>,
): number {
  const where = path.relative(terminal.folder, folder) || '.';
  switch (outcome.kind) {
    case 'occupied':
      throw new UsageError(
        `${folder}: ${explainBefore(outcome.before, order)}`,
        'Choose another folder with `--out`, or overwrite it with `--replace`.',
      );
    case 'missing': {
      const { length } = outcome.students;
      const named = outcome.students.slice(0, MOST_NAMED).map(({ id }) => id);
      throw new UsageError(
        `${counted(length, 'handout')} of ${students} ${length === 1 ? 'is' : 'are'} not here: ${named.join(', ')}${length > MOST_NAMED ? ' …' : ''}.`,
        'Make the missing parts with `--shard`, from the same roster, seed and options, and copy handouts and parts into one folder.',
      );
    }
    case 'refused':
      refused(outcome.diagnostics, terminal);
      return 1;
    case 'part':
      reportDiagnostics(outcome.diagnostics, terminal);
      terminal.out(`${counted(outcome.handouts, 'handout')} of part ${outcome.shard.index + 1} of ${outcome.shard.count} in ${where}\n`);
      return 0;
    case 'finished':
      reportDiagnostics(outcome.diagnostics, terminal);
      for (const { file, as } of outcome.kept) terminal.error(`${file} of the set before stays as ${as}.\n`);
      terminal.out(`${counted(outcome.handouts, 'handout')} in ${where}, with ${outcome.files.map((file) => file.path).join(', ')}\n`);
      return 0;
  }
}

/** Reports what was found; true when there is an error among it. */
function refused(diagnostics: readonly Diagnostic[], terminal: Terminal): boolean {
  reportDiagnostics(diagnostics, terminal);
  if (hasErrors(diagnostics)) terminal.error(`${countDiagnostics(diagnostics)}. The set is not finished.\n`);
  return hasErrors(diagnostics);
}
