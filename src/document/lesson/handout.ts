import { directivesOf, type Language, PAGE_PHRASES, type Prose, type SharedWords, type Workbook } from '../../chapter/index.js';
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
  const { name, language, size, shared, mark, solutions = false } = options;
  const chapters = voices.map((voice) => (solutions ? keyBooklet(handoutChapter(inEdition(voice, 'teacher'))) : handoutChapter(voice)));
  return {
    language,
    tag: shared.tag,
    spaced: shared.spaced,
    edition: solutions ? 'key' : 'student',
    size,
    title: `${chapters.map(({ title }) => title).join(' · ')} · ${mark.student}`,
    subtitle: '',
    version: workbook.version,
    licence: workbook.licence,
    name,
    chapters,
    words: new Map(PAGE_PHRASES.map((key) => [key, shared.phrases.get(key) ?? ''])),
    handout: mark,
  };
}

/** Exercises in the order of the words; before them the boxes that state figures of an example that varies. */
function handoutChapter(voice: Voice): DocumentChapter {
  const { words, content } = voice;
  const { name, number } = content.evaluated.source;
  const groups = variantGroups(content.evaluated).filter((group) =>
    group.exercises.some((one) => content.exercises.some((made) => made.name === one)),
  );
  const varying = new Set(groups.flatMap((group) => group.examples.map((example) => example.name)));
  const blocks = directivesOf(words).flatMap((block): readonly Block[] => {
    const named = block.arguments[0]?.value ?? '';
    const isBox = block.directive === 'givens' ? varying.has(named) : block.directive === 'transfer' && speaksOf(block.prose, varying);
    if (isBox) return directiveBlocks(block, voice, name);
    if (block.directive !== 'exercise') return [];
    const exercise = content.exercises.find((one) => one.name === named);
    return exercise === undefined ? [] : [{ kind: 'exercise', exercise: exerciseBlock(exercise, block, voice, name) }];
  });
  return { name, number, title: words.title, goal: words.goal, code: checkCode(content), plan: [], blocks, appendix: [] };
}

function speaksOf(prose: Prose, examples: ReadonlySet<string>): boolean {
  return formulasIn(prose).some((formula) => dottedReferencesIn(formula).some(({ example }) => examples.has(example)));
}
