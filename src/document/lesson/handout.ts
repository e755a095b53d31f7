import {
  type Directive,
  directivesOf,
  examplesNamedIn,
  type Language,
  PAGE_PHRASES,
  type Prose,
  type SharedWords,
  type Workbook,
} from '../../chapter/index.js';
import type { Diagnosed, Diagnostic } from '../../diagnostics/index.js';
import { type Exercise, variantGroups } from '../../exercises/index.js';
import { dottedReferencesIn } from '../../formula/index.js';
import { exerciseBlock } from '../exercise/exercise-block.js';
import { keyBooklet } from '../exercise/key-booklet.js';
import { panel } from '../tree/inlines.js';
import type { Block, Document, DocumentChapter, HandoutMark, PageSize } from '../tree/nodes.js';
import { checkCode } from '../wording/check-code.js';
import { imprint } from '../wording/imprint.js';
import { type ChapterContent, chapterVoices, inEdition, type Voice } from '../wording/voice.js';
import { formulasIn } from './check-givens.js';
import { givensTables } from './directives/givens.js';
import { directiveBlocks } from './directives/index.js';
import { ofModel, tablesBehind, tablesOfModel } from './tables-behind.js';

export interface HandoutOptions {
  /** What the file is called, and what warnings name. */
  readonly name: string;
  readonly language: Language;
  readonly size: PageSize;
  readonly shared: SharedWords;
  readonly mark: HandoutMark;
  /** The worked solutions in place of room to write; default false. */
  readonly solutions?: boolean;
  /** Answers that come out even for some students of the class only, as `chapter.answer`, with the decimal places to which the others round. */
  readonly uneven?: ReadonlyMap<string, number>;
  /** A sheet with this title, in place of those of its chapters, with every box that its exercises need; absent = the handout of a student. */
  readonly sheetTitle?: string;
  /** Exercises of a sheet as `chapter.exercise`, in the order in which they stand and are numbered; absent = in that of the chapters. */
  readonly order?: readonly string[];
}

/**
 * The exercises of one student: of each chapter those that `content.exercises` holds, under their numbers and with their prompts, no
 * lesson around them. A chapter without words in the language is left out.
 */
export function assembleHandout(workbook: Workbook, contents: readonly ChapterContent[], options: HandoutOptions): Diagnosed<Document> {
  const diagnostics: Diagnostic[] = [];
  const { shared, uneven = new Map() } = options;
  const voices = chapterVoices(contents, shared, (found) => diagnostics.push(found));
  const ofClass = voices.map((voice): Voice => ({ ...voice, uneven }));
  return { value: handoutOf(workbook, ofClass, options), diagnostics };
}

/** A handout and its worked solutions, in which the prose that both hold is read once. */
export function assembleHandoutAndSolutions(
  workbook: Workbook,
  contents: readonly ChapterContent[],
  options: Omit<HandoutOptions, 'solutions'>,
): Diagnosed<readonly [handout: Document, solutions: Document]> {
  const diagnostics: Diagnostic[] = [];
  const voices = chapterVoices(contents, options.shared, (found) => diagnostics.push(found));
  const value = [handoutOf(workbook, voices, options), handoutOf(workbook, voices, { ...options, solutions: true })] as const;
  return { value, diagnostics };
}

function handoutOf(workbook: Workbook, voices: readonly Voice[], options: HandoutOptions): Document {
  const { name, language, size, shared, mark, solutions = false, sheetTitle, order } = options;
  const parts = voices.map((voice) => {
    const boxed = sheetTitle === undefined ? varyingExamples(voice.content) : namedExamples(voice.content);
    return solutions ? keyBooklet(handoutChapter(inEdition(voice, 'teacher'), boxed)) : handoutChapter(voice, boxed);
  });
  const chapters = sheetTitle === undefined ? parts : oneChapter(parts, sheetTitle, order);
  return {
    language,
    tag: shared.tag,
    spaced: shared.spaced,
    edition: solutions ? 'key' : 'student',
    size,
    title: [...chapters.map(({ title }) => title), ...(mark.student === '' ? [] : [mark.student])].join(' · '),
    subtitle: '',
    ...imprint(workbook, language),
    name,
    chapters,
    words: new Map(PAGE_PHRASES.map((key) => [key, shared.phrases.get(key) ?? ''])),
    handout: mark,
  };
}

/** The boxes that a handout holds: figures of these examples, and what the verdicts mean. */
interface Boxes {
  readonly examples: ReadonlySet<string>;
  readonly verdicts: boolean;
}

/** Boxes with figures that are the student's own. */
function varyingExamples({ evaluated, exercises, groups: known }: ChapterContent): Boxes {
  const groups = (known ?? variantGroups(evaluated)).filter((group) =>
    group.exercises.some((one) => exercises.some((made) => made.name === one)),
  );
  return { examples: new Set(groups.flatMap((group) => group.examples.map((example) => example.name))), verdicts: false };
}

/** Boxes of all that the exercises ask about: no lesson came before them. */
function namedExamples({ evaluated, exercises }: ChapterContent): Boxes {
  const specs = evaluated.source.sums.exercises.filter(({ name }) => exercises.some((made) => made.name === name));
  return { examples: new Set(specs.flatMap(examplesNamedIn)), verdicts: specs.some(({ task }) => task.kind === 'check') };
}

/** Exercises in the order of the words, and before them their boxes and the tables of rates that no box holds, each once. */
function handoutChapter(voice: Voice, boxes: Boxes): DocumentChapter {
  const { words, content } = voice;
  const { name, number } = content.evaluated.source;
  const directives = directivesOf(words);
  const boxed = directives.filter((block) => block.directive === 'givens').flatMap((block) => block.arguments[0]?.value ?? []);
  const shown = new Set(boxed.filter((one) => boxes.examples.has(one)).flatMap((one) => tablesOfModel(one, content)));
  const blocks = directives.flatMap((block): readonly Block[] => {
    const named = block.arguments[0]?.value ?? '';
    if (isBox(block, named, boxes)) return directiveBlocks(block, voice, name);
    if (block.directive !== 'exercise') return [];
    const exercise = content.exercises.find((one) => one.name === named);
    if (exercise === undefined) return [];
    return [...tablesBefore(exercise, shown, voice), { kind: 'exercise', exercise: exerciseBlock(exercise, block, voice, name) }];
  });
  return { name, number, title: words.title, goal: words.goal, code: checkCode(content), plan: [], blocks, appendix: [] };
}

/** The tables of rates that an exercise needs and that the sheet has not `shown` yet. */
function tablesBefore(exercise: Exercise, shown: Set<string>, voice: Voice): readonly Block[] {
  const missing = tablesBehind(exercise).filter((one) => {
    const key = ofModel(one, voice.content);
    const isMissing = !shown.has(key);
    shown.add(key);
    return isMissing;
  });
  const tables = missing.flatMap(({ example, table }) => givensTables(example, voice, new Set([table])));
  return tables.length === 0 ? [] : [panel('givens', voice.say('givens-title'), tables)];
}

function isBox(block: Directive, named: string, { examples, verdicts }: Boxes): boolean {
  switch (block.directive) {
    case 'givens':
      return examples.has(named);
    case 'transfer':
      return speaksOf(block.prose, examples);
    case 'verdicts':
      return verdicts;
    default:
      return false;
  }
}

/** The exercises of several chapters under one title. */
function oneChapter(parts: readonly DocumentChapter[], title: string, order: readonly string[] | undefined): readonly DocumentChapter[] {
  const [first] = parts;
  const blocks = order === undefined ? parts.flatMap((part) => part.blocks) : inOrder(parts, order);
  return first === undefined ? [] : [{ ...first, number: 0, title, blocks }];
}

/** Exercises in another order, numbered anew; the boxes of a chapter stand before the first of its exercises. */
function inOrder(parts: readonly DocumentChapter[], order: readonly string[]): readonly Block[] {
  const opened = new Set<string>();
  let number = 0;
  return order.flatMap((wanted): readonly Block[] => {
    const part = parts.find(({ name }) => wanted.startsWith(`${name}.`));
    const found = part?.blocks.find((block) => block.kind === 'exercise' && block.exercise.id === wanted.replace('.', '-'));
    if (part === undefined || found?.kind !== 'exercise') return [];
    const boxes = opened.has(part.name) ? [] : part.blocks.filter((block) => block.kind !== 'exercise');
    opened.add(part.name);
    number += 1;
    return [...boxes, { kind: 'exercise', exercise: { ...found.exercise, number } }];
  });
}

function speaksOf(prose: Prose, examples: ReadonlySet<string>): boolean {
  return formulasIn(prose).some((formula) => dottedReferencesIn(formula).some(({ example }) => examples.has(example)));
}
