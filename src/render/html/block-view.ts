import Handlebars from 'handlebars';
import type { Block, ExerciseBlock, Inline, Table } from '../../document/index.js';
import { type Drawing, drawChart } from './chart-svg.js';
import { inlineViews, plainText } from './inline-view.js';
import { element, escapeText } from './markup.js';
import { mathMarkup } from './mathml.js';
import { drawMoneyMap } from './money-svg.js';

/** What the partial named `partial` shows. */
export interface BlockView {
  readonly partial: string;
}

type Fields = BlockView & Readonly<Record<string, unknown>>;
type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** State while one chapter's blocks are read in order: ids stay unique in the file and no heading level is skipped. */
interface Progress {
  readonly newId: (kind: string) => string;
  headingLevel: number;
}

/** The chapter's title is a second-level heading. */
const CHAPTER_LEVEL = 2;

/** A function that turns a chapter's blocks into views; call it with the blocks in the order of the page. */
export function createBlockViews(chapter: string): (blocks: readonly Block[]) => BlockView[] {
  let count = 0;
  const progress: Progress = {
    newId: (kind) => {
      count += 1;
      return `${chapter}-${kind}-${count}`;
    },
    headingLevel: CHAPTER_LEVEL,
  };
  return (blocks) => {
    progress.headingLevel = CHAPTER_LEVEL;
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
      return { partial, inlines: inlineViews(block.inlines) };
    case 'list':
      return { partial, ordered: block.ordered, entries: block.items.map((blocks) => listEntry(blocks, progress)) };
    case 'table':
      return { partial, ...tableView(block.table, progress) };
    case 'formula':
      return { partial, alt: block.alt, math: new Handlebars.SafeString(mathMarkup(block.math, block.alt, 'block')) };
    case 'figure':
      return { partial, ...figureView(block, progress) };
    case 'panel':
      return {
        partial,
        style: block.style,
        id: progress.newId('panel'),
        title: inlineViews(block.title),
        hasTitle: block.title.length > 0,
        blocks: blockViews(block.blocks, progress),
      };
    case 'working':
      return { partial, steps: block.steps.map(stepView) };
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
    ? { inlines: inlineViews(first.inlines), blocks: blockViews(others, progress) }
    : { inlines: [], blocks: blockViews(blocks, progress) };
}

function stepView(step: BlockOf<'working'>['steps'][number]) {
  return {
    alt: step.alt,
    math: new Handlebars.SafeString(mathMarkup(step.math, step.alt, 'block')),
    reason: inlineViews(step.reason),
  };
}

/** From this many columns on a phone scrolls the table sideways, so that it must be reachable by keyboard. */
const WIDE_TABLE = 4;

function tableView(table: Table, progress: Progress) {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const share = (width: number) => (width === 0 ? '' : `${Math.round((width / total) * (table.columns.some((c) => c.width === 0) ? 80 : 100))}%`);
  const cell = (inlines: readonly Inline[], column: number, isHead: boolean) => ({
    inlines: inlineViews(inlines),
    align: table.columns[column]?.align ?? 'start',
    // An empty cell heads nothing.
    isHead: isHead && inlines.length > 0,
  });
  return {
    id: progress.newId('table'),
    caption: inlineViews(table.caption),
    hasCaption: table.caption.length > 0,
    isWide: table.columns.length >= WIDE_TABLE,
    columns: table.columns.map((column) => ({ share: share(column.width) })),
    hasHead: table.head.some((inlines) => inlines.length > 0),
    head: table.head.map((inlines, column) => cell(inlines, column, true)),
    rows: table.rows.map((cells) => ({ cells: cells.map((inlines, column) => cell(inlines, column, table.rowHeads && column === 0)) })),
  };
}

function figureView(block: BlockOf<'figure'>, progress: Progress) {
  const drawing = block.figure.kind === 'chart' ? drawChart(block.figure.chart) : drawMoneyMap(block.figure.map);
  const title = plainText(block.caption);
  return {
    kind: block.figure.kind,
    drawing: new Handlebars.SafeString(drawingMarkup(drawing, title, block.alt, progress.newId('figure'))),
    caption: inlineViews(block.caption),
    hasCaption: block.caption.length > 0,
  };
}

function drawingMarkup(drawing: Drawing, title: string, alt: string, id: string): string {
  const size = { viewBox: `0 0 ${drawing.width} ${Math.ceil(drawing.height)}`, width: drawing.width, height: Math.ceil(drawing.height) };
  const names =
    title === ''
      ? { labels: id, content: element('title', { id }, escapeText(alt)) }
      : {
          labels: `${id} ${id}-text`,
          content: element('title', { id }, escapeText(title)) + element('desc', { id: `${id}-text` }, escapeText(alt)),
        };
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', role: 'img', 'aria-labelledby': names.labels, ...size };
  return element('svg', attributes, names.content, drawing.content);
}

const LEVEL_DOTS = { basic: '●○○', standard: '●●○', challenge: '●●●' } as const;

function exerciseView(exercise: ExerciseBlock, progress: Progress) {
  const parts = {
    id: progress.newId('exercise'),
    number: exercise.number,
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
