import type { Language } from '../../chapter/index.js';
import { type Diagnosed, invariant } from '../../diagnostics/index.js';
import { assembleHandoutAndSolutions, type Document, type PageSize } from '../../document/index.js';
import type { ClassChapters } from './chapters.js';
import { createClassSet, paperCode } from './class-set.js';
import { handedOut, planChapters, type StudentPaper } from './plan.js';
import { recipeText } from './recipe-text.js';

export interface SheetOptions {
  /** As `planChapters` takes them. */
  readonly exercises: ReadonlySet<string>;
  /** The figures are drawn by it; absent = those that the chapters print. */
  readonly seed?: string;
  readonly title: string;
  readonly language: Language;
  readonly size: PageSize;
  /** The class, printed at the head; absent = a line to write it on. */
  readonly group?: string;
  /** As `HandoutOptions` has it; absent = in the order of the chapters. */
  readonly order?: readonly string[];
}

export interface Sheet {
  readonly student: Document;
  readonly solutions: Document;
  /** Groups of examples for which no figures could be drawn. */
  readonly missing: readonly string[];
}

/** Exercises of any chapters on one sheet for a whole class, and their worked solutions. */
export function makeSheet(
  chapters: ClassChapters,
  { exercises, seed, title, language, size, group = '', order }: SheetOptions,
): Diagnosed<Sheet> {
  const { workbook, contents, words } = chapters;
  const shared = words.get(language);
  invariant(shared !== undefined, `there are no shared words in ${language}`);
  const paper = seed === undefined ? printedPaper(chapters, exercises) : createClassSet(contents, { seed, exercises }).paper(ANYBODY);
  const code = paperCode(seed ?? '', '', paper);
  const parts = paper.parts.map(({ content }) => content);
  const recipe = recipeText(workbook, parts, [seed ?? '']);
  const mark = { student: '', group, code, recipe };
  const { value, diagnostics } = assembleHandoutAndSolutions(workbook, parts, {
    name: title,
    language,
    size,
    shared,
    mark,
    sheetTitle: title,
    ...(order === undefined ? {} : { order }),
  });
  const [student, solutions] = value;
  return { value: { student, solutions, missing: paper.missing }, diagnostics };
}

/** A sheet is the paper of one student whom nobody names. */
const ANYBODY = { stem: '', number: 1 };

/** The exercises as the chapters have them. */
function printedPaper({ contents }: ClassChapters, exercises: ReadonlySet<string>): StudentPaper {
  const parts = planChapters(contents, exercises).map((plan) => ({
    content: { ...plan.content, exercises: handedOut(plan, plan.content.exercises) },
    variants: new Map(),
  }));
  return { parts, missing: [] };
}
