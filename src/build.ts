import { auditChapter, auditCoverage, type Coverage } from './audit/index.js';
import { type ChapterFiles, type Language, type Ledger, parseChapter, parseLedger, parseWorkbook, type Workbook } from './chapter/index.js';
import { collectDiagnostics, type Diagnosed, type Diagnostic, hasErrors, suggest } from './diagnostics/index.js';
import {
  assembleEditions,
  type BackPart,
  backMatter,
  type ChapterContent,
  type Document,
  type Edition,
  joinDocuments,
  lintWords,
  type PageSize,
  parseSharedWords,
  type SharedWords,
} from './document/index.js';
import { evaluateChapter, type FarAnswers } from './evaluate/index.js';
import { checkVariants, makeExercises } from './exercises/index.js';
import { createFileRenderer, type Format, type PageInputs, type RenderPage } from './render/index.js';
import type { RenderedFile } from './render/output/rendered-file.js';
import type { Source } from './source/index.js';

/** Everything that a workbook is made of, already read. */
export interface WorkbookInputs {
  readonly workbook: Source;
  /** By folder: what reading it gave, or the mistake that stopped it. */
  readonly chapters: ReadonlyMap<string, Diagnosed<ChapterFiles | undefined>>;
  /** One file of shared words per language. */
  readonly sharedWords: readonly Source[];
  /** Other YAML files beside workbook.yaml, by name: the ledger. Absent = none. */
  readonly beside?: ReadonlyMap<string, Source>;
  /** What earlier runs found far down a table; new answers are given to it. Absent = everything is worked out. */
  readonly farAnswers?: FarAnswers;
}

export type { Format, PageInputs };
export type Paper = Workbook['paper'];
export type Stage = 'parse' | 'evaluate' | 'audit' | 'exercises' | 'document' | 'html' | 'pdf';

export interface PrepareOptions {
  /** Folders of the chapters wanted; absent = all, and then the whole workbook in one document besides. Their order does not matter. */
  readonly chapters?: readonly string[];
  readonly languages: readonly Language[];
  readonly editions: readonly Edition[];
  /** Default standard. */
  readonly size?: PageSize;
  /** The documents are for a screen too, where the figures of an example can be changed; default false. */
  readonly onScreen?: boolean;
  /** Also warns of long sentences, doubled words, percentages without a base and bare figures; default false. */
  readonly lint?: boolean;
  /** A clock in milliseconds; absent = stages are not timed. */
  readonly now?: () => number;
}

/** Threads that render while the next chapter is read. */
export interface RenderWorkers {
  readonly render: RenderPage;
  /** Done once files that have come back are taken in, and threads that are free have work. */
  readonly turn: () => Promise<void>;
}

export interface BuildOptions extends PrepareOptions {
  readonly formats: readonly Format[];
  /** Absent = the paper of workbook.yaml. */
  readonly paper?: Paper;
  /** Absent = all is rendered here, after the last chapter. */
  readonly workers?: RenderWorkers;
  /** Called after each file, with the number of files that are planned: not known before the last chapter is read. */
  readonly onFile?: (file: RenderedFile, planned: number | undefined) => void;
}

/** A workbook as far as it goes before any page is laid out. `workbook` is absent when its file could not be read. */
export interface PreparedWorkbook {
  readonly workbook?: Workbook;
  readonly chapters: readonly ChapterContent[];
  readonly documents: readonly Document[];
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
  const { run, log } = startLog(options.now);
  const { formats, workers, onFile } = options;
  const renderFile = createFileRenderer(pages, workers?.render);
  const started = new Map<Document, Promise<readonly RenderedFile[]>>();
  let planned: number | undefined;
  const start = (document: Document, { paper }: Workbook) => {
    const render = async (format: Format) => {
      const file = await run(format, () => renderFile(document, format, options.paper ?? paper));
      onFile?.(file, planned);
      return file;
    };
    const files = started.get(document) ?? Promise.all(formats.map(render));
    started.set(document, files);
    // A failure is met where the files are awaited, after the last chapter.
    files.catch(() => undefined);
    return files;
  };
  const steps = prepare(inputs, { ...options, onScreen: formats.includes('html') }, run);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    if (workers === undefined || hasErrors(log.diagnostics)) continue;
    for (const document of step.value.documents) start(document, step.value.workbook);
    await workers.turn();
  }
  const { workbook, documents } = step.value;
  const finished = (files: readonly RenderedFile[]) => ({ ...step.value, ...log, diagnostics: collectDiagnostics(log.diagnostics), files });
  if (workbook === undefined || hasErrors(log.diagnostics)) return finished([]);
  planned = documents.length * formats.length;
  const files = await Promise.all(documents.map((document) => start(document, workbook)));
  return finished(hasErrors(log.diagnostics) ? [] : files.flat());
}

/** The pipeline up to the documents: what `check`, `audit` and `explain` need. No language, no document. */
export function prepareWorkbook(inputs: WorkbookInputs, options: PrepareOptions): PreparedWorkbook {
  const { run, log } = startLog(options.now);
  const steps = prepare(inputs, options, run);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return { ...step.value, ...log, diagnostics: collectDiagnostics(log.diagnostics) };
}

interface Run {
  <T>(stage: Stage, work: () => Diagnosed<T>): T;
  <T>(stage: Stage, work: () => Diagnosed<T> | Promise<Diagnosed<T>>): T | Promise<T>;
}

type Prepared = Pick<PreparedWorkbook, 'workbook' | 'chapters' | 'documents' | 'words' | 'coverage'>;

/** The documents of each chapter as soon as they are put together, then those of the whole workbook. */
function* prepare(
  inputs: WorkbookInputs,
  options: PrepareOptions,
  run: Run,
): Generator<{ readonly workbook: Workbook; readonly documents: readonly Document[] }, Prepared> {
  const workbook = run('parse', () => parseWorkbook(inputs.workbook));
  if (workbook === undefined) return { chapters: [], documents: [], words: [] };
  const order = run('parse', () => chaptersInOrder(workbook, [...inputs.chapters.keys()]));
  const wanted = order.filter((folder) => options.chapters?.includes(folder) ?? true);
  const ledger = run('parse', () => readLedger(workbook, inputs));
  const words = inputs.sharedWords.map((source) => run('parse', () => parseSharedWords(source)));
  const spoken = words.filter(({ language }) => options.languages.includes(language));
  const chapters: ChapterContent[] = [];
  const single: Document[] = [];
  for (const chapter of readChapters(order, wanted, inputs, ledger, run)) {
    const documents = spoken.flatMap((shared) => chapterDocuments(workbook, chapter, shared, options, run));
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
      const own = single.filter((document) => document.language === language && document.edition === edition);
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

/** One chapter in one language, in all editions. */
function chapterDocuments(
  workbook: Workbook,
  chapter: ChapterContent,
  shared: SharedWords,
  { editions, size, onScreen, lint = false }: PrepareOptions,
  run: Run,
): readonly Document[] {
  const { language } = shared;
  run('document', () => lintChapter(workbook, chapter, shared, lint));
  const spoken = { language, shared, editions, ...(size === undefined ? {} : { size }), ...(onScreen === undefined ? {} : { onScreen }) };
  const assembled = run('document', () => assembleEditions(workbook, chapter, spoken));
  return editions.flatMap((edition) => assembled.get(edition) ?? []);
}

/** What a chapter's words in one language should not say; there is no other output. */
function lintChapter(workbook: Workbook, { evaluated }: ChapterContent, shared: SharedWords, style: boolean): Diagnosed<undefined> {
  const words = evaluated.source.words.get(shared.language);
  return { value: undefined, diagnostics: words === undefined ? [] : lintWords(words, shared, { banned: workbook.banned, style }) };
}

/** The chapters' documents, and the whole workbook after them. */
function withWhole(single: readonly Document[], back: readonly BackPart[]): readonly Document[] {
  const [first, ...others] = single;
  return first === undefined ? [] : [...single, joinDocuments([first, ...others], back)];
}

/** The chapters wanted, in teaching order; those from which they recall exercises are read with them. */
function* readChapters(
  order: readonly string[],
  wanted: readonly string[],
  inputs: WorkbookInputs,
  ledger: Ledger | undefined,
  run: Run,
): Generator<ChapterContent> {
  const parse = (folder: string) => {
    const files = run('parse', () => inputs.chapters.get(folder) ?? { value: undefined, diagnostics: [] });
    return files && run('parse', () => parseChapter(files));
  };
  const sources = new Map(wanted.map((folder) => [folder, parse(folder)]));
  const tasks = [...sources.values()].flatMap((source) => source?.sums.exercises.map(({ task }) => task) ?? []);
  const recalled = new Set(tasks.flatMap((task) => (task.kind === 'recall' ? task.items.map(({ chapter }) => chapter) : [])));
  const contents: ChapterContent[] = [];
  for (const [index, folder] of order.entries()) {
    if (!wanted.includes(folder) && !recalled.has(nameOf(folder))) continue;
    const source = sources.has(folder) ? sources.get(folder) : parse(folder);
    if (source === undefined) continue;
    const earlier = [...contents];
    const evaluated = run('evaluate', () => evaluateChapter(source, inputs.farAnswers));
    const audit = run('audit', () => auditChapter(evaluated));
    const names = order.slice(0, index).map(nameOf);
    const exercises = run('exercises', () => makeExercises(evaluated, audit, { names, chapters: earlier }));
    run('exercises', () => ({ value: undefined, diagnostics: checkVariants(evaluated, audit) }));
    const content = { evaluated, audit, exercises, earlier, ...(ledger === undefined ? {} : { ledger }) };
    contents.push(content);
    if (wanted.includes(folder)) yield content;
  }
}

/** The ledger that workbook.yaml names, else `ledger.yaml` where there is one: it tells what a chapter leaves out. */
function readLedger({ ledger }: Workbook, { beside }: WorkbookInputs): Diagnosed<Ledger | undefined> {
  const source = beside?.get(ledger?.value ?? 'ledger.yaml');
  if (source !== undefined) return parseLedger(source);
  if (ledger === undefined) return { value: undefined, diagnostics: [] };
  const message = `There is no file \`${ledger.value}\` beside workbook.yaml.`;
  const hint = 'Add it, or delete the key `ledger`.';
  return { value: undefined, diagnostics: [{ code: 'file-present', severity: 'error', message, span: ledger.span, hint }] };
}

/** Coverage is a mistake only where workbook.yaml asks for it: an unfinished workbook has gaps. */
function cover(workbook: Workbook, ledger: Ledger, chapters: readonly ChapterContent[], folders: readonly string[]): Diagnosed<Coverage> {
  const audited = chapters.map(({ evaluated, audit }) => ({ source: evaluated.source, audit }));
  const found = auditCoverage(ledger, audited, { folders, listed: workbook.chapters.map(({ value }) => value) });
  return workbook.ledger === undefined ? { value: found.value, diagnostics: [] } : found;
}

/** `pool-price` of `07-pool-price`. */
function nameOf(folder: string): string {
  return folder.replace(/^\d+-/, '');
}

/** The folders in teaching order; a chapter that workbook.yaml lists and nobody wrote is a mistake. */
function chaptersInOrder(workbook: Workbook, folders: readonly string[]): Diagnosed<readonly string[]> {
  const missing = workbook.chapters.filter(({ value }) => !folders.includes(value));
  return {
    value: workbook.chapters.map(({ value }) => value).filter((folder) => folders.includes(folder)),
    diagnostics: missing.map(({ value, span }): Diagnostic => {
      const nearest = suggest(value, folders);
      const hint = nearest === undefined ? `Add the folder \`${value}\` with a sums.yaml.` : `Did you mean \`${nearest}\`?`;
      return { code: 'file-present', severity: 'error', message: `There is no chapter folder \`${value}\` with a sums.yaml.`, span, hint };
    }),
  };
}

/** Runs stages, keeping what they report and how long they take; of stages that run side by side, the time from first to last. */
function startLog(now: () => number = () => 0): {
  readonly run: Run;
  readonly log: { readonly diagnostics: Diagnostic[]; readonly timings: ReadonlyMap<Stage, number> };
} {
  const diagnostics: Diagnostic[] = [];
  const timings = new Map<Stage, number>();
  const ended = new Map<Stage, number>();
  const note = <T>(stage: Stage, start: number, { value, diagnostics: found }: Diagnosed<T>): T => {
    const since = Math.max(start, ended.get(stage) ?? 0);
    timings.set(stage, (timings.get(stage) ?? 0) + now() - since);
    ended.set(stage, now());
    diagnostics.push(...found);
    return value;
  };
  const run = <T>(stage: Stage, work: () => Diagnosed<T> | Promise<Diagnosed<T>>): T | Promise<T> => {
    const start = now();
    const result = work();
    return result instanceof Promise ? result.then((late) => note(stage, start, late)) : note(stage, start, result);
  };
  return { run: run as Run, log: { diagnostics, timings } };
}
