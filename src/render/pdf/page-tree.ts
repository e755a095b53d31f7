import type { Block, Document, DocumentChapter } from '../../document/index.js';
import { cleanText } from './clean-text.js';
import { DESK_SIZE, fitFormulas, PUPIL_SIZE } from './fitted-blocks.js';
import { surelyFits } from './page-room.js';
import type { Paper } from './render.js';
import { sideBySide } from './side-by-side.js';

/** What the templates read: the document as JSON. Its shape is the document's, with what `pageTree` adds. */
export type PageTree = Readonly<Record<string, unknown>>;

/**
 * The document as plain JSON: texts cleaned, words as an object, headings without a gap between levels (PDF/UA-1 asks for it),
 * exercises with a heading level and a title of their own, formulas fitted to their columns. What graders need stays out.
 */
export function pageTree(document: Document, paper: Paper): PageTree {
  const words = Object.fromEntries(document.words);
  const chapters = document.chapters.map((chapter) => pageChapter(chapter, words));
  return cleaned({ ...document, words, chapters, paper }) as PageTree;
}

/** Of a line of the page, in em of the pupils' type. */
const LINE_LENGTH = 40;

type Words = Readonly<Record<string, string>>;

function pageChapter(chapter: DocumentChapter, words: Words): unknown {
  return {
    ...chapter,
    label: filled(words['chapter-number'] ?? '', 'number', chapter.number),
    plan: pageBlocks(fitFormulas(chapter.plan, DESK_SIZE), words),
    blocks: pageBlocks(fitFormulas(chapter.blocks, PUPIL_SIZE), words),
    appendix: pageBlocks(fitFormulas(chapter.appendix, DESK_SIZE), words),
  };
}

/** Each part begins with a heading of level 1, which the page makes; below it levels go down one by one. */
function pageBlocks(blocks: readonly Block[], words: Words): readonly unknown[] {
  let above = 1;
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      above = Math.max(2, Math.min(block.level, above + 1));
      return { ...block, level: above };
    }
    if (block.kind === 'panel') return { ...block, fits: surelyFits([block]) };
    if (block.kind !== 'exercise') return block;
    const { answers: _, ...exercise } = block.exercise;
    const fits = surelyFits([...exercise.prompt, ...exercise.response]);
    const response = sideBySide(exercise.response, LINE_LENGTH);
    return { ...block, exercise: { ...exercise, response, fits, headingLevel: above + 1, title: exerciseTitle(exercise.number, words) } };
  });
}

function exerciseTitle(number: number, words: Words): string {
  const title = words['exercise-number'];
  return title === undefined ? `${words.exercise ?? ''} ${number}` : filled(title, 'number', number);
}

function filled(phrase: string, slot: string, value: number): string {
  return phrase.replace(`{${slot}}`, String(value));
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, cleaned(child)]));
  }
  return value;
}
