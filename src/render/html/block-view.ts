import type { Block, ExerciseBlock } from '../../document/index.js';
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
  headingLevel: number;
}

/** A function that turns a chapter's blocks into views; call it in the order of the page. `under` is the level of the heading above them. */
export function createBlockViews(
  chapter: string,
  exerciseLabel: string,
  marks?: FieldMarks,
): (blocks: readonly Block[], under: number) => BlockView[] {
  let count = 0;
  const progress: Progress = {
    newId: (kind) => {
      count += 1;
      return `${chapter}-${kind}-${count}`;
    },
    exerciseLabel,
    marks,
    headingLevel: 1,
  };
  return (blocks, under) => {
    progress.headingLevel = under;
    return blockViews(blocks, progress);
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
      return { partial, level: progress.headingLevel, id: block.id, inlines: inlineViews(block.inlines) };
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
  return { ...mathView(drawn), reason, isStacked: drawn.isWide || reason.some(({ isWide }) => isWide) };
}

const LEVEL_DOTS = { basic: '●○○', standard: '●●○', challenge: '●●●' } as const;

function exerciseView(exercise: ExerciseBlock, progress: Progress) {
  const parts = {
    id: progress.newId('exercise'),
    exerciseId: exercise.id,
    label: progress.exerciseLabel.replace('{number}', String(exercise.number)),
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
