import { auditCoverage, type Coverage } from './audit/index.js';
import { type Language, type Ledger, parseWorkbook, type SharedWords, type Workbook } from './chapter/index.js';
import { chapterDocuments, type DocumentOptions, withWhole } from './chapter-documents.js';
import { collectDiagnostics, type Diagnosed, type Diagnostic, hasErrors } from './diagnostics/index.js';
import { type AssembledDocument, backMatter, type ChapterContent } from './document/index.js';
import { chaptersInOrder, readChapters, readLedger, type WorkbookInputs } from './read-chapters.js';
import { readSharedWords, withLogo } from './read-own.js';
import { type Format, needsScreen, type PageInputs, type Paper } from './render/index.js';
import type { RenderedFile } from './render/output/rendered-file.js';
import { type ScheduleOptions, scheduleRendering } from './render-while-reading.js';
import { NO_EARLIER_WORK } from './source/index.js';
import { type Run, type Stage, type StageLog, startLog } from './stage-log.js';

export type { WorkbookInputs } from './read-chapters.js';
export { readSharedWords, withLogo } from './read-own.js';
export type { RenderWorkers } from './render-while-reading.js';
export type { Stage } from './stage-log.js';
export type { Format, PageInputs, Paper };

export interface PrepareOptions extends DocumentOptions {
  /** Folders of the chapters wanted; absent = all, and then the whole workbook in one document besides. Their order does not matter. */
  readonly chapters?: readonly string[];
  readonly languages: readonly Language[];
  /** A clock in milliseconds; absent = stages are not timed. */
  readonly now?: () => number;
}

export interface BuildOptions extends Omit<PrepareOptions, 'onScreen'>, ScheduleOptions {
  /** Absent = the paper of workbook.yaml. */
  readonly paper?: Paper;
}

/** A workbook as far as it goes before any page is laid out. `workbook` is absent when its file could not be read. */
export interface PreparedWorkbook {
  readonly workbook?: Workbook;
  readonly chapters: readonly ChapterContent[];
  readonly documents: readonly AssembledDocument[];
  /** The words that all chapters share, of every language that has some. */
  readonly words: readonly SharedWords[];
  /** Where each entry of the ledger is accounted for; only for the whole workbook, and where there is a ledger. */
  readonly coverage?: Coverage;
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds per stage. */
  readonly timings: ReadonlyMap<Stage, number>;
}

export interface BuildResult extends PreparedWorkbook {
  /** Empty when there are errors: a page with a mistake in it is not handed out. */
  readonly files: readonly RenderedFile[];
}

/** The pipeline: parse → evaluate → audit → exercises → document → render. Reads and writes nothing; the same input gives the same bytes. */
export async function buildWorkbook(inputs: WorkbookInputs, pages: PageInputs, options: BuildOptions): Promise<BuildResult> {
  const log = startLog(options.now);
  const schedule = scheduleRendering(pages, options, log);
  const steps = prepare(inputs, { ...options, onScreen: options.formats.some(needsScreen) }, log.run);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    const { workbook, documents } = step.value;
    await schedule.ahead(documents, options.paper ?? workbook.paper);
  }
  const { workbook, documents } = step.value;
  const files =
    workbook === undefined || hasErrors(log.diagnostics) ? [] : await schedule.finish(documents, options.paper ?? workbook.paper);
  return { ...reported(step.value, log), files: hasErrors(log.diagnostics) ? [] : files };
}

/** The pipeline up to the documents: what `check`, `audit` and `explain` need. No language, no document. */
export function prepareWorkbook(inputs: WorkbookInputs, options: PrepareOptions): PreparedWorkbook {
  const log = startLog(options.now);
  const steps = prepare(inputs, options, log.run);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return reported(step.value, log);
}

function reported(prepared: Prepared, { diagnostics, timings }: StageLog): PreparedWorkbook {
  return { ...prepared, timings, diagnostics: collectDiagnostics(diagnostics) };
}

type Prepared = Pick<PreparedWorkbook, 'workbook' | 'chapters' | 'documents' | 'words' | 'coverage'>;

/** The documents of each chapter as soon as they are put together, then those of the whole workbook. */
function* prepare(
  inputs: WorkbookInputs,
  options: PrepareOptions,
  run: Run,
): Generator<{ readonly workbook: Workbook; readonly documents: readonly AssembledDocument[] }, Prepared> {
  const { earlier = NO_EARLIER_WORK } = inputs;
  const written = run('parse', () => earlier.of('workbook', [inputs.workbook], () => parseWorkbook(inputs.workbook)));
  if (written === undefined) return { chapters: [], documents: [], words: [] };
  const workbook = run('parse', () => withLogo(written, inputs));
  const order = run('parse', () => chaptersInOrder(workbook, [...inputs.chapters.keys()]));
  const wanted = order.filter((folder) => options.chapters?.includes(folder) ?? true);
  const ledger = run('parse', () => readLedger(workbook, inputs));
  const spokenIn = [written, ...inputs.sharedWords, ...(inputs.beside?.values() ?? [])];
  const words = run('parse', () => earlier.of('shared words', spokenIn, () => readSharedWords(written, inputs)));
  const spoken = words.filter(({ language }) => options.languages.includes(language));
  const chapters: ChapterContent[] = [];
  const single: AssembledDocument[] = [];
  for (const chapter of readChapters(order, wanted, inputs, { workbook, words, ledger }, run)) {
    const documents = spoken.flatMap((shared) => chapterDocuments(workbook, chapter, shared, { ...options, earlier }, run));
    chapters.push(chapter);
    single.push(...documents);
    yield { workbook, documents };
  }
  const coverage =
    options.chapters === undefined && ledger !== undefined
      ? run('audit', () => cover(workbook, ledger, chapters, [...inputs.chapters.keys()]))
      : undefined;
  const documents = options.languages.flatMap((language) =>
    options.editions.flatMap((edition) => {
      const own = single.filter(({ document }) => document.language === language && document.edition === edition);
      if (options.chapters !== undefined) return own;
      const back = run('document', () => ({
        value: backMatter(workbook, chapters, { language, edition, words, ...(coverage === undefined ? {} : { coverage }) }),
        diagnostics: [],
      }));
      return withWhole(own, back);
    }),
  );
  yield { workbook, documents };
  return { workbook, chapters, documents, words, ...(coverage === undefined ? {} : { coverage }) };
}

/** Coverage is a mistake only where workbook.yaml asks for it: an unfinished workbook has gaps. */
function cover(workbook: Workbook, ledger: Ledger, chapters: readonly ChapterContent[], folders: readonly string[]): Diagnosed<Coverage> {
  const audited = chapters.map(({ evaluated, audit }) => ({ source: evaluated.source, audit }));
  const found = auditCoverage(ledger, audited, { folders, listed: workbook.chapters.map(({ value }) => value) });
  return workbook.ledger === undefined ? { value: found.value, diagnostics: [] } : found;
}
