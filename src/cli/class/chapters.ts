import { prepareWorkbook, type WorkbookInputs } from '../../build.js';
import { type ClassChapters, type ClassSet, classChapters, createClassSet } from '../../classroom/index.js';
import { type Diagnosed, hasErrors } from '../../diagnostics/index.js';
import { sha256 } from '../files/hash.js';
import { chooseChapters, unknownWord } from '../options/selection.js';
import { countDiagnostics, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

/** Works the chapters out; undefined (and reported) when they hold mistakes. */
export function prepareChapters(names: readonly string[], inputs: WorkbookInputs, terminal: Terminal): ClassChapters | undefined {
  const { value, diagnostics } = workOutChapters(names, inputs);
  if (value !== undefined) return value;
  reportDiagnostics(diagnostics, terminal);
  terminal.error(`${countDiagnostics(diagnostics)}. Nothing was written.\n`);
  return undefined;
}

/** The same, but mistakes are given back and not reported. */
export function workOutChapters(names: readonly string[], inputs: WorkbookInputs): Diagnosed<ClassChapters | undefined> {
  const chosen = chooseChapters(names, [...inputs.chapters.keys()]);
  const prepared = prepareWorkbook(inputs, { ...(chosen === undefined ? {} : { chapters: chosen }), languages: [], editions: [] });
  const { workbook, diagnostics } = prepared;
  const isSound = workbook !== undefined && !hasErrors(diagnostics);
  return { value: isSound ? classChapters(workbook, prepared.chapters, prepared.words, sha256) : undefined, diagnostics };
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
