import { auditChapter } from './audit/index.js';
import {
  type ChapterFiles,
  type ChapterSource,
  checkLanguages,
  type Ledger,
  parseChapter,
  parseLedger,
  type SharedWords,
  type Workbook,
} from './chapter/index.js';
import { type Diagnosed, type Diagnostic, didYouMean } from './diagnostics/index.js';
import type { ChapterContent } from './document/index.js';
import { type EvaluatedChapter, evaluateChapter, type FarAnswers } from './evaluate/index.js';
import { checkVariants, makeExercises } from './exercises/index.js';
import { missingFile } from './missing-file.js';
import { type EarlierWork, NO_EARLIER_WORK, type Source } from './source/index.js';
import type { Run } from './stage-log.js';

/** Everything that a workbook is made of, already read. */
export interface WorkbookInputs {
  readonly workbook: Source;
  /** By folder: what reading it gave, or the mistake that stopped it. */
  readonly chapters: ReadonlyMap<string, Diagnosed<ChapterFiles | undefined>>;
  /** One file of shared words per language. */
  readonly sharedWords: readonly Source[];
  /** Other YAML files beside workbook.yaml, by name: the ledger, misconceptions. Absent = none. */
  readonly beside?: ReadonlyMap<string, Source>;
  /** The picture that workbook.yaml names, of a file that is too large its beginning; absent = there is none. */
  readonly logo?: Uint8Array;
  /** What earlier runs found far down a table; new answers are given to it. Absent = everything is worked out. */
  readonly farAnswers?: FarAnswers;
  /** What the same process worked out from the same sources; absent = nothing is kept. */
  readonly earlier?: EarlierWork;
}

/** The chapters wanted, in teaching order; those from which they recall exercises are read with them. */
export function* readChapters(
  order: readonly string[],
  wanted: readonly string[],
  inputs: WorkbookInputs,
  { workbook, words, ledger }: { readonly workbook: Workbook; readonly words: readonly SharedWords[]; readonly ledger: Ledger | undefined },
  run: Run,
): Generator<ChapterContent> {
  const { earlier: kept = NO_EARLIER_WORK, farAnswers } = inputs;
  const parse = (folder: string) => {
    const files = run('parse', () => inputs.chapters.get(folder) ?? { value: undefined, diagnostics: [] });
    if (files === undefined) return undefined;
    run('parse', () => ({
      value: undefined,
      diagnostics: checkLanguages(
        files,
        workbook,
        words.map(({ language }) => language),
      ),
    }));
    return run('parse', () => parseChapter(files, words, kept));
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
    const evaluated = run('evaluate', () => evaluateSums(source, kept, farAnswers));
    const judged = <T>(what: string, work: () => T): T => kept.of(`${what} ${folder}`, [source.sums], work);
    const audit = run('audit', () => judged('audit', () => auditChapter(evaluated)));
    const names = order.slice(0, index).map(nameOf);
    const [first] = source.words.values();
    // Exercises take from the words only which options belong together, from the first language; it is the same in all.
    const asked = [source.sums, first, ...earlier];
    const exercises = run('exercises', () =>
      kept.of(`exercises ${folder} after ${names.join()}`, asked, () => makeExercises(evaluated, audit, { names, chapters: earlier })),
    );
    run('exercises', () => ({ value: undefined, diagnostics: judged('variants', () => checkVariants(evaluated, audit)) }));
    const content = { evaluated, audit, exercises, earlier, ...(ledger === undefined ? {} : { ledger }) };
    contents.push(content);
    if (wanted.includes(folder)) yield content;
  }
}

/** What a chapter is worth depends on its sums alone, whatever its words say. */
function evaluateSums(source: ChapterSource, kept: EarlierWork, farAnswers: FarAnswers | undefined): Diagnosed<EvaluatedChapter> {
  const { value, diagnostics } = kept.of(`evaluate ${source.folder}`, [source.sums], () => evaluateChapter(source, farAnswers));
  return { value: value.source === source ? value : { ...value, source }, diagnostics };
}

/** The ledger that workbook.yaml names, else `ledger.yaml` where there is one: it tells what a chapter leaves out. */
export function readLedger({ ledger }: Workbook, { beside, earlier = NO_EARLIER_WORK }: WorkbookInputs): Diagnosed<Ledger | undefined> {
  const source = beside?.get(ledger?.value ?? 'ledger.yaml');
  if (source !== undefined) return earlier.of('ledger', [source], () => parseLedger(source));
  if (ledger === undefined) return { value: undefined, diagnostics: [] };
  return { value: undefined, diagnostics: [missingFile(ledger, 'ledger')] };
}

/** `pool-price` of `07-pool-price`. */
function nameOf(folder: string): string {
  return folder.replace(/^\d+-/, '');
}

/** The folders in teaching order; a chapter that workbook.yaml lists and nobody wrote is a mistake. */
export function chaptersInOrder(workbook: Workbook, folders: readonly string[]): Diagnosed<readonly string[]> {
  const missing = workbook.chapters.filter(({ value }) => !folders.includes(value));
  const twice = workbook.chapters.filter(({ value }, index) => workbook.chapters.findIndex((one) => one.value === value) < index);
  return {
    value: [...new Set(workbook.chapters.map(({ value }) => value))].filter((folder) => folders.includes(folder)),
    diagnostics: [
      ...twice.map(listedTwice),
      ...missing.map(({ value, span }): Diagnostic => {
        const hint = didYouMean(value, folders, `Add the folder \`${value}\` with a sums.yaml.`);
        return {
          code: 'file-present',
          severity: 'error',
          message: `There is no chapter folder \`${value}\` with a sums.yaml.`,
          span,
          hint,
        };
      }),
    ],
  };
}

function listedTwice({ value, span }: Workbook['chapters'][number]): Diagnostic {
  return {
    code: 'unique-name',
    severity: 'error',
    message: `The chapter \`${value}\` is listed twice.`,
    span,
    hint: 'Delete one of them.',
  };
}
