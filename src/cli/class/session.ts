import { type PageInputs, type Paper, prepareWorkbook, type WorkbookInputs } from '../../build.js';
import type { Workbook } from '../../chapter/index.js';
import { type ClassSet, createClassSet } from '../../classroom/index.js';
import { hasErrors } from '../../diagnostics/index.js';
import type { ChapterContent, SharedWords } from '../../document/index.js';
import { chapterHash, sha256 } from '../files/hash.js';
import { packageVersion } from '../files/read-workbook.js';
import { chooseChapters, unknownWord } from '../options/selection.js';
import { countDiagnostics, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

/** Chapters that are ready to be drawn from, and the words of each language. */
export interface ClassChapters {
  readonly workbook: Workbook;
  readonly contents: readonly ChapterContent[];
  readonly words: ReadonlyMap<string, SharedWords>;
  /** Of all that the author wrote for each chapter. */
  readonly hashes: readonly { readonly name: string; readonly sha256: string }[];
}

/** Works the chapters out; undefined (and reported) when they hold mistakes. */
export function prepareChapters(names: readonly string[], inputs: WorkbookInputs, terminal: Terminal): ClassChapters | undefined {
  const chosen = chooseChapters(names, [...inputs.chapters.keys()]);
  const prepared = prepareWorkbook(inputs, { ...(chosen === undefined ? {} : { chapters: chosen }), languages: [], editions: [] });
  const { workbook } = prepared;
  if (workbook === undefined || hasErrors(prepared.diagnostics)) {
    reportDiagnostics(prepared.diagnostics, terminal);
    terminal.error(`${countDiagnostics(prepared.diagnostics)}. Nothing was written.\n`);
    return undefined;
  }
  const hashes = prepared.chapters.map(({ evaluated: { source } }) => ({ name: source.name, sha256: chapterHash(source) }));
  const words = new Map(prepared.words.map((one) => [one.language, one]));
  return { workbook, contents: prepared.chapters, words, hashes };
}

/** The set of these chapters; a name under `--exercises` that none of them has, and a chapter in which nothing varies, are wrong usage. */
export function prepareSet({ contents }: ClassChapters, seed: string, exercises: string | undefined): ClassSet {
  const wanted = exercises?.split(',').map((name) => name.trim());
  const known = contents.flatMap(({ evaluated, exercises: all }) => all.flatMap(({ name }) => [name, `${evaluated.source.name}.${name}`]));
  for (const name of wanted ?? []) if (!known.includes(name)) throw unknownWord(name, known, 'exercise');
  const set = createClassSet(contents, { seed, ...(wanted === undefined ? {} : { exercises: new Set(wanted) }) });
  if (set.plans.length === 0) {
    throw new UsageError(
      'Nothing in these chapters varies from student to student.',
      'Give an example without claims a `vary:`, or name exercises with `--exercises`.',
    );
  }
  return set;
}

/** Stands for everything but the students on which the bytes of a handout depend. */
export function setFingerprint(
  { workbook, hashes, words }: ClassChapters,
  set: ClassSet,
  pages: PageInputs,
  options: { readonly paper: Paper; readonly solutions: boolean },
): string {
  const shared = [...words.values()].map(({ source }) => source.text);
  const chosen = set.plans.map((plan) => plan.exercises);
  return sha256(JSON.stringify([packageVersion(), workbook.version, hashes, shared, [...pages.pdf], set.seed, chosen, options]));
}
