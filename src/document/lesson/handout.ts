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
import { variantGroups } from '../../exercises/index.js';
import { dottedReferencesIn } from '../../formula/index.js';
import { exerciseBlock } from '../exercise/exercise-block.js';
import { keyBooklet } from '../exercise/key-booklet.js';
import type { Block, Document, DocumentChapter, HandoutMark, PageSize } from '../tree/nodes.js';
import { checkCode } from '../wording/check-code.js';
import { type ChapterContent, chapterVoices, inEdition, type Voice } from '../wording/voice.js';
import { formulasIn } from './check-givens.js';
import { directiveBlocks } from './directives/index.js';

export interface HandoutOptions {
  /** What the file is called, and what warnings name. */
  readonly name: string;
  readonly language: Language;
  readonly size: PageSize;
  readonly shared: SharedWords;
  readonly mark: HandoutMark;
  /** The worked solutions in place of room to write; default false. */
  readonly solutions?: boolean;
  /** A sheet with this title, in place of those of its chapters, with every box that its exercises need; absent = the handout of a student. */
  readonly sheetTitle?: string;
}

/**
 * The exercises of one student: of each chapter those that `content.exercises` holds, under their numbers and with their prompts, no
 * lesson around them. A chapter without words in the language is left out.
 */
export function assembleHandout(workbook: Workbook, contents: readonly ChapterContent[], options: HandoutOptions): Diagnosed<Document> {
  const diagnostics: Diagnostic[] = [];
  const voices = chapterVoices(contents, options.shared, (found) => diagnostics.push(found));
  return { value: handoutOf(workbook, voices, options), diagnostics };
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
  const { name, language, size, shared, mark, solutions = false, sheetTitle } = options;
  const parts = voices.map((voice) => {
    const boxed = sheetTitle === undefined ? varyingExamples(voice.content) : namedExamples(voice.content);
    return solutions ? keyBooklet(handoutChapter(inEdition(voice, 'teacher'), boxed)) : handoutChapter(voice, boxed);
  });
  const chapters = sheetTitle === undefined ? parts : oneChapter(parts, sheetTitle);
  return {
    language,
    tag: shared.tag,
    spaced: shared.spaced,
    edition: solutions ? 'key' : 'student',
    size,
    title: [...chapters.map(({ title }) => title), ...(mark.student === '' ? [] : [mark.student])].join(' · '),
    subtitle: '',
    version: workbook.version,
    licence: workbook.licence,
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
function varyingExamples({ evaluated, exercises }: ChapterContent): Boxes {
  const groups = variantGroups(evaluated).filter((group) => group.exercises.some((one) => exercises.some((made) => made.name === one)));
  return { examples: new Set(groups.flatMap((group) => group.examples.map((example) => example.name))), verdicts: false };
}

/** Boxes of all that the exercises ask about: no lesson came before them. */
function namedExamples({ evaluated, exercises }: ChapterContent): Boxes {
  const specs = evaluated.source.sums.exercises.filter(({ name }) => exercises.some((made) => made.name === name));
  return { examples: new Set(specs.flatMap(examplesNamedIn)), verdicts: specs.some(({ task }) => task.kind === 'check') };
}

/** Exercises in the order of the words, and before them their boxes, each once. */
function handoutChapter(voice: Voice, boxes: Boxes): DocumentChapter {
  const { words, content } = voice;
  const { name, number } = content.evaluated.source;
  const blocks = directivesOf(words).flatMap((block): readonly Block[] => {
    const named = block.arguments[0]?.value ?? '';
    if (isBox(block, named, boxes)) return directiveBlocks(block, voice, name);
    if (block.directive !== 'exercise') return [];
    const exercise = content.exercises.find((one) => one.name === named);
    return exercise === undefined ? [] : [{ kind: 'exercise', exercise: exerciseBlock(exercise, block, voice, name) }];
  });
  return { name, number, title: words.title, goal: words.goal, code: checkCode(content), plan: [], blocks, appendix: [] };
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
function oneChapter(parts: readonly DocumentChapter[], title: string): readonly DocumentChapter[] {
  const [first] = parts;
  return first === undefined ? [] : [{ ...first, number: 0, title, blocks: parts.flatMap(({ blocks }) => blocks) }];
}

function speaksOf(prose: Prose, examples: ReadonlySet<string>): boolean {
  return formulasIn(prose).some((formula) => dottedReferencesIn(formula).some(({ example }) => examples.has(example)));
}
