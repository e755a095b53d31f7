import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { checkRepeats, checkSpaces, type HandoutRecord, readRoster, type Student } from '../../classroom/index.js';
import { collectDiagnostics, type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import { createPdfRenderer } from '../../render/pdf/index.js';
import { finishSet } from '../class/finish.js';
import { type Production, produceHandouts, studentFingerprint } from '../class/produce.js';
import { readTableFile } from '../class/roster-file.js';
import { prepareChapters, prepareSet, setFingerprint } from '../class/session.js';
import { type ClassFolder, openClassFolder } from '../class/store.js';
import { availableLanguages, findWorkbook, readPageInputs, readWorkbook } from '../files/read-workbook.js';
import { readSeed, readShard, type Shard } from '../options/flags.js';
import { chooseFrom, PAPERS } from '../options/selection.js';
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
  readonly solutions?: boolean;
  readonly shard?: string;
  readonly merge?: boolean;
  readonly allowRepeats?: boolean;
  readonly replace?: boolean;
  readonly jobs?: string;
  readonly out: string;
  readonly workbook?: string;
}

/** A handout for each student of a class list, with its keys; or one part of it, or the parts joined. Returns the exit code. */
export async function runClass(roster: string, flags: ClassFlags, terminal: Terminal): Promise<number> {
  const seed = readSeed(flags.seed);
  const shard = readShard(flags.shard);
  if (shard !== undefined && flags.merge)
    throw new UsageError('`--shard` makes a part, `--merge` joins all parts.', 'Give one of the two.');
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const chapters = prepareChapters(flags.chapters?.split(',').map((name) => name.trim()) ?? [], inputs, terminal);
  if (chapters === undefined) return 1;
  const languages = availableLanguages(inputs);
  const language = flags.lang === undefined ? firstLanguage(languages) : chooseFrom(flags.lang, languages, 'language')[0];
  if (language === undefined) throw new UsageError('No chapter has words in a language that the templates know.');
  const students = readRoster(await readTableFile(roster, terminal), { languages, language });
  const set = prepareSet(chapters, seed, flags.exercises);
  if (refused(students.diagnostics, terminal)) return 1;
  if (students.value.length === 0)
    throw new UsageError(`${roster} has no students.`, 'Write one line for each student below the names of the columns.');
  if (refused(checkSpaces(set, students.value.length, flags.allowRepeats ?? false), terminal)) return 1;
  const paper = flags.paper === undefined ? chapters.workbook.paper : (chooseFrom(flags.paper, PAPERS, 'paper')[0] ?? 'a4');
  const pages = readPageInputs();
  const fingerprint = setFingerprint(chapters, set, pages, { paper, solutions: flags.solutions ?? false });
  const folder = openClassFolder(path.resolve(terminal.folder, flags.out), shard?.name ?? 'whole');
  checkFolder(folder, fingerprint, flags);
  const jobs = chooseJobs(flags.jobs);
  const workers = startPageWorkers(jobs, pages);
  const renderer = workers === undefined ? createPdfRenderer({ templates: pages.pdf, fontPaths: pages.fontPaths }) : undefined;
  const render: Production['render'] = async (document, size) => {
    if (renderer === undefined) return (workers as NonNullable<typeof workers>).render(document, 'pdf', size);
    // Back to the event loop between two, which frees what the compiler let go.
    await setImmediate();
    return renderer.render(document, { paper: size });
  };
  const mine = flags.merge ? [] : part(students.value, shard);
  const progress = createProgress(terminal);
  let done = 0;
  const production: Production = {
    chapters,
    set,
    folder,
    fingerprint,
    paper,
    solutions: flags.solutions ?? false,
    render,
    width: jobs * 2,
    onDone: ({ id }) => {
      done += 1;
      progress.show(`${done} of ${mine.length}  ${id}`);
    },
  };
  try {
    const made = await produceHandouts(mine, production);
    progress.clear();
    const records = flags.merge ? mergedRecords(students.value, folder, production) : made.value;
    const papers = students.value.flatMap((student) => {
      const record = records.get(student.id);
      return record === undefined ? [] : [{ student, figures: record.figures }];
    });
    const diagnostics = collectDiagnostics([...made.diagnostics, ...checkRepeats(set, papers, flags.allowRepeats ?? false)]);
    if (refused(diagnostics, terminal)) return 1;
    const where = path.relative(terminal.folder, folder.folder) || '.';
    if (shard !== undefined) {
      terminal.out(`${counted(records.size, 'handout')} of part ${shard.index + 1} of ${shard.count} in ${where}\n`);
      return 0;
    }
    const finished = await finishSet(students.value, records, { ...production, duplex: flags.duplex ?? false, language });
    if (refused(finished.diagnostics, terminal)) return 1;
    terminal.out(`${counted(records.size, 'handout')} in ${where}, with ${finished.value.map((file) => file.path).join(', ')}\n`);
    return 0;
  } finally {
    await workers?.close();
  }
}

/** Reports what was found; true when there is an error among it. */
function refused(diagnostics: readonly Diagnostic[], terminal: Terminal): boolean {
  reportDiagnostics(diagnostics, terminal);
  if (hasErrors(diagnostics)) terminal.error(`${countDiagnostics(diagnostics)}. The set is not finished.\n`);
  return hasErrors(diagnostics);
}

/** Chinese where there is a choice: the documents are. */
function firstLanguage(languages: readonly string[]): string | undefined {
  return languages.find((language) => language === 'zh') ?? languages[0];
}

function part(students: readonly Student[], shard: Shard | undefined): readonly Student[] {
  return shard === undefined ? students : students.filter((_, index) => index % shard.count === shard.index);
}

/** A finished set of other numbers is what a class holds in its hands: it is not overwritten unasked. */
function checkFolder(folder: ClassFolder, fingerprint: string, { replace }: ClassFlags): void {
  const manifest = folder.manifest();
  if (manifest === undefined || manifest.fingerprint === fingerprint || replace) return;
  throw new UsageError(
    `${folder.folder} holds a finished set with the seed ${manifest.seed}, made from other chapters, exercises or options.`,
    'Choose another folder with `--out`, or overwrite it with `--replace`.',
  );
}

/** The records of all parts; a part that was not made, or whose files are not here, is named. */
function mergedRecords(students: readonly Student[], folder: ClassFolder, production: Production): ReadonlyMap<string, HandoutRecord> {
  const records = folder.records();
  const missing = students.filter((student) => {
    const record = records.get(student.id);
    return record === undefined || record.fingerprint !== studentFingerprint(student, production) || !folder.holds(record);
  });
  if (missing.length === 0) return records;
  const named = missing.slice(0, 5).map(({ id }) => id);
  throw new UsageError(
    `${counted(missing.length, 'handout')} of ${students.length} ${missing.length === 1 ? 'is' : 'are'} not here: ${named.join(', ')}${missing.length > 5 ? ' …' : ''}.`,
    'Make the missing parts with `--shard`, from the same roster, seed and options, and copy handouts and parts into one folder.',
  );
}
