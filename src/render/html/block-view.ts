import type { Block, ExerciseBlock } from '../../document/index.js';
import { type BesideView, createPlaces, factViews } from './beside-view.js';
import type { FieldMarks } from './field-marks.js';
import { figureView } from './figure-view.js';
import { inlineViews, mathView } from './inline-view.js';
import { drawMath } from './mathml.js';
import { tableView } from './table-view.js';

/** What the partial named `partial` shows. */
export interface BlockView {
  readonly partial: string;
}

type Fields = BlockView & Readonly<Record<string, unknown>>;
type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** State while one chapter's blocks are read in order: ids stay unique in the file and no heading level is skipped. */
interface Progress {
  readonly newId: (kind: string) => string;
  /** The word for an exercise with `{number}` in it. */
  readonly exerciseLabel: string;
  readonly marks: FieldMarks | undefined;
  readonly found: ReturnType<typeof createPlaces>;
  /** Level of the heading above all the blocks. */
  under: number;
  headingLevel: number;
}

export interface BlockViews {
  /** Call it in the order of the page. `under` is the level of the heading above the blocks. */
  views(blocks: readonly Block[], under: number): BlockView[];
  /** What stands beside these blocks, once all views are made. */
  beside(blocks: readonly Block[]): BesideView;
}

/** Turns the blocks of one chapter into views. */
export function createBlockViews(chapter: string, exerciseLabel: string, marks?: FieldMarks): BlockViews {
  let count = 0;
  const progress: Progress = {
    newId: (kind) => {
      count += 1;
      return `${chapter}-${kind}-${count}`;
    },
    exerciseLabel,
    marks,
    found: createPlaces(),
    under: 1,
    headingLevel: 1,
  };
  return {
    views: (blocks, under) => {
      progress.under = under;
      progress.headingLevel = under;
      return blockViews(blocks, progress);
    },
    beside: (blocks) => ({ facts: factViews(blocks, progress.newId), places: progress.found.places }),
  };
}

function blockViews(blocks: readonly Block[], progress: Progress): Fields[] {
  return blocks.map((block) => blockView(block, progress));
}

function blockView(block: Block, progress: Progress): Fields {
  const partial = `block/${block.kind}`;
  switch (block.kind) {
    case 'heading':
      progress.headingLevel = Math.min(block.level + 1, progress.headingLevel + 1);
      return { partial, level: progress.headingLevel, ...headingView(block, progress) };
    case 'paragraph':
      return { partial, inlines: inlineViews(block.inlines, progress.marks) };
    case 'list':
      return { partial, ordered: block.ordered, entries: block.items.map((blocks) => listEntry(blocks, progress)) };
    case 'table':
      return { partial, ...tableView(block.table, progress.newId('table'), progress.marks) };
    case 'formula':
      return { partial, ...mathView(drawMath(block.math, block.alt, 'block')) };
    case 'figure':
      return { partial, ...figureView(block, progress.newId('figure')) };
    case 'panel':
      return {
        partial,
        style: block.style,
        isWorked: block.style === 'worked',
        example: block.example ?? '',
        id: progress.newId('panel'),
        title: inlineViews(block.title),
        hasTitle: block.title.length > 0,
        blocks: blockViews(block.blocks, progress),
      };
    case 'working':
      return { partial, steps: stepViews(block.steps) };
    case 'exercise':
      return { partial, ...exerciseView(block.exercise, progress) };
    case 'lines':
      return { partial, alt: block.alt, lines: Array.from({ length: block.count }, (_, index) => index + 1) };
    case 'space':
      return { partial, alt: block.alt, lines: block.lines };
  }
}

/** A heading right below the chapter's title begins a section. */
function headingView({ id, inlines }: BlockOf<'heading'>, { headingLevel, under, found }: Progress) {
  const view = { id, inlines: inlineViews(inlines) };
  if (under === CHAPTER_LEVEL && headingLevel === CHAPTER_LEVEL + 1) found.section(id, view.inlines);
  return view;
}

/** The chapter's title is a second-level heading. */
export const CHAPTER_LEVEL = 2;

/** An entry of one paragraph is set without a paragraph, so that short lists stay tight. */
function listEntry(blocks: readonly Block[], progress: Progress) {
  const [first, ...others] = blocks;
  return first?.kind === 'paragraph'
    ? { inlines: inlineViews(first.inlines, progress.marks), blocks: blockViews(others, progress) }
    : { inlines: [], blocks: blockViews(blocks, progress) };
}

/** Where one step does not fit in its column, every step of the working takes the whole line, with its reason below. */
function stepViews(steps: BlockOf<'working'>['steps']) {
  const views = steps.map(stepView);
  const isStacked = views.some((view) => view.isStacked);
  return views.map((view) => ({ ...view, isStacked }));
}

function stepView(step: BlockOf<'working'>['steps'][number]) {
  const drawn = drawMath(step.math, step.alt, 'block');
  const reason = inlineViews(step.reason);
  return { ...mathView(drawn), reason, isAsked: step.asked === true, isStacked: drawn.isWide || reason.some(({ isWide }) => isWide) };
}

const LEVEL_DOTS = { basic: '●○○', standard: '●●○', challenge: '●●●' } as const;

function exerciseView(exercise: ExerciseBlock, progress: Progress) {
  const [before = '', after = ''] = progress.exerciseLabel.split('{number}');
  const place = { id: progress.newId('exercise'), before, number: String(exercise.number), after };
  progress.found.exercise(place);
  const parts = {
    ...place,
    exerciseId: exercise.id,
    headingLevel: Math.min(progress.headingLevel + 1, 6),
    kindWord: exercise.kindWord,
    levelWord: exercise.levelWord,
    levelDots: LEVEL_DOTS[exercise.level],
    marks: exercise.marks,
    hasMarks: exercise.marks !== '',
  };
  return {
    ...parts,
    prompt: blockViews(exercise.prompt, progress),
    response: blockViews(exercise.response, progress),
    key: blockViews(exercise.key, progress),
    hasKey: exercise.key.length > 0,
  };
}
