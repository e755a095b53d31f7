import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PageInputs } from '../../build.js';
import {
  type ClassOrder,
  type ClassOutcome,
  makeClassSet,
  type PageMaker,
  readRoster,
  sampleDocuments,
  setFingerprint,
} from '../../classroom/index.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import type { Document } from '../../document/index.js';
import { createPdfRenderer, figurePlaces, joinPages, openPdfEngine, templateFamily } from '../../render/pdf/index.js';
import { explainBefore } from '../class/before-text.js';
import { prepareChapters, prepareSet } from '../class/chapters.js';
import { chooseLanguage, choosePaper } from '../class/language-and-paper.js';
import { lockFolder } from '../class/lock.js';
import { readTableFile } from '../class/roster-file.js';
import { openStorage } from '../class/storage.js';
import { choosePages } from '../files/page-engine.js';
import { availableLanguages, findWorkbook, packageVersion, readNameFont, readWorkbook } from '../files/read-workbook.js';
import { readPart, readSeed } from '../options/flags.js';
import { createProgress } from '../terminal/progress.js';
import { countDiagnostics, counted, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { chooseJobs, startPageWorkers } from '../workers/page-workers.js';

export interface ClassFlags {
  readonly chapters?: string;
  readonly seed?: string;
  readonly exercises?: string;
  readonly lang?: string;
  readonly paper?: string;
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
  const seed = readSeed(flags.seed);
  const part = readPart(flags);
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const chapters = prepareChapters(flags.chapters?.split(',').map((name) => name.trim()) ?? [], inputs, terminal);
  if (chapters === undefined) return 1;
  const languages = availableLanguages(inputs);
  const language = chooseLanguage(flags.lang, languages, chapters.words);
  const students = readRoster(await readTableFile(roster, terminal), { languages, language });
  const set = prepareSet(chapters, seed, flags.exercises);
  if (refused(students.diagnostics, terminal)) return 1;
  if (students.value.length === 0)
    throw new UsageError(`${roster} has no students.`, 'Write one line for each student below the names of the columns.');
  const paper = choosePaper(flags.paper, chapters);
  const inputsOfPages = await choosePages(flags.engine, terminal);
  const folder = path.resolve(terminal.folder, flags.out);
  const jobs = chooseJobs(flags.jobs);
  const progress = createProgress(terminal);
  const order: Omit<ClassOrder, 'pages'> = {
    chapters,
    set,
    storage: openStorage(folder),
    generator: packageVersion(),
    layout: inputsOfPages.pdf,
    part,
    paper,
    language,
    solutions: flags.solutions ?? false,
    duplex: flags.duplex ?? false,
    scans: flags.qr,
    allowRepeats: flags.allowRepeats ?? false,
    replace: flags.replace ?? false,
    width: jobs * 2,
    onReplace: (before) => terminal.error(`Replacing: ${explainBefore(before, order)}\n`),
    onHandout: ({ id }, done, wanted) => progress.show(`${done} of ${wanted}  ${id}`),
  };
  const shard = part.kind === 'shard' ? { part: `${part.index + 1}-of-${part.count}` } : {};
  const lock = await lockFolder(folder, { ...shard, set: setFingerprint(order) });
  try {
    const wanted = [...new Set(students.value.map((student) => student.language))].sort();
    // Nothing is filled in where parts are only joined.
    const templates =
      part.kind === 'merge'
        ? {}
        : { figures: figurePlaces(sampleDocuments({ chapters, set }, wanted, order.solutions)), nameFont: readNameFont(inputsOfPages) };
    const pages = await startPageMaker(jobs, { ...inputsOfPages, ...templates });
    try {
      const outcome = await makeClassSet(students.value, { ...order, pages, storage: openStorage(folder, lock) });
      progress.clear();
      if (flags.timings)
        terminal.error(`${counted(pages.filled(), 'handout')} filled into templates, ${pages.laidOut()} laid out by themselves\n`);
      return reportOutcome(outcome, students.value.length, folder, terminal, order);
    } finally {
      await pages.close();
    }
  } finally {
    lock.release();
  }
}

interface StartedPageMaker extends PageMaker {
  close(): Promise<void>;
  /** How many handouts were filled into pages that are laid out already, and how many were laid out by themselves. */
  filled(): number;
  laidOut(): number;
}

/** Lays out pages in threads, or here where one thread is asked for. */
async function startPageMaker(jobs: number, pages: PageInputs): Promise<StartedPageMaker> {
  const count = { filled: 0, laidOut: 0 };
  const noted = <T extends Awaited<ReturnType<PageMaker['render']>>>(rendered: T, { handout }: Document): T => {
    if (handout !== undefined && handout.code !== '') count[rendered.value.isFilled ? 'filled' : 'laidOut'] += 1;
    return rendered;
  };
  const counts = { filled: () => count.filled, laidOut: () => count.laidOut };
  const workers = startPageWorkers(jobs, pages);
  if (workers !== undefined) {
    const { figures } = pages;
    const render: PageMaker['render'] = async (document, paper) => {
      if (document.handout === undefined || figures === undefined) return noted(await workers.render(document, 'pdf', { paper }), document);
      return noted(await workers.renderOfFamily(document, 'pdf', { paper }, templateFamily(document, paper, figures)), document);
    };
    return { ...counts, render, join: joinPages, close: () => workers.close() };
  }
  const renderer = createPdfRenderer({ templates: pages.pdf, engine: await openPdfEngine(pages), ...pages });
  return {
    ...counts,
    render: async (document, paper) => {
      // Back to the event loop between two, which frees what the compiler let go.
      await setImmediate();
      return noted(renderer.render(document, { paper }), document);
    },
    join: joinPages,
    close: async () => {},
  };
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
