import { HeadingLevel, Paragraph } from 'docx';
import type { Block } from '../../document/index.js';
import { drawAxes } from './axes.js';
import { drawCurves } from './chart.js';
import { drawExercise } from './exercise.js';
import { runs } from './inline.js';
import { drawList } from './list.js';
import { mmOf } from './look.js';
import { drawMoney } from './money.js';
import { drawPanel } from './panel.js';
import { drawFormula, drawParagraph } from './paragraph.js';
import { type Draw, type FileBlock, held, type Place } from './place.js';
import { STYLES } from './styles.js';
import { drawTable } from './table.js';
import { drawWorking } from './working.js';
import { drawLines, drawSpace } from './writing-lines.js';
import { paragraphOf } from './written.js';

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** Every kind of block as Word has it: paragraphs and tables. */
const DRAWINGS: { readonly [Kind in Block['kind']]: (block: BlockOf<Kind>, place: Place) => FileBlock[] } = {
  heading: (block, place) => [new Paragraph({ heading: HEADINGS[block.level], children: runs(block.inlines, place) })],
  paragraph: (block, place) => [drawParagraph(block.inlines, place)],
  list: (block, place) => drawList(block, place, drawBlocks),
  table: (block, place) => drawTable(block.table, place),
  formula: (block, place) => drawFormula(block.math, place),
  figure: drawFigure,
  panel: (block, place) => drawPanel(block, place, drawBlocks),
  working: (block, place) => drawWorking(block.steps, place),
  exercise: (block, place) => drawExercise(block.exercise, place, drawBlocks),
  lines: (block, place) => drawLines(block.count, place),
  space: (block, place) => drawSpace(block.lines, place),
};

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;

/** Blocks one after another; what a paragraph introduces stays on its page. */
export const drawBlocks: Draw = (blocks, place) =>
  blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    const stays = next === undefined ? place.stays : place.stays || (block.kind === 'paragraph' && leadsTo(block, next));
    return drawBlock(block, { ...place, stays });
  });

function drawBlock<Kind extends Block['kind']>(block: BlockOf<Kind>, place: Place): FileBlock[] {
  const draw = DRAWINGS[block.kind as Kind];
  return draw(block, place);
}

/** A line all in bold says what comes next, and words stand with what they lead to. */
function leadsTo({ inlines }: BlockOf<'paragraph'>, next: Block): boolean {
  if (next.kind === 'paragraph') return inlines.length === 1 && inlines[0]?.kind === 'strong';
  return next.kind !== 'heading';
}

function drawFigure({ figure, alt, caption }: BlockOf<'figure'>, place: Place): FileBlock[] {
  const width = Math.min(mmOf(place.width), FIGURE_WIDTH);
  const drawn =
    figure.kind === 'money'
      ? drawMoney(figure.map, alt, width)
      : figure.chart.series.length === 0
        ? drawAxes(figure.chart, alt, width)
        : drawCurves(figure.chart, alt, width, place.look.type.table);
  const captions =
    caption.length === 0 ? [] : [paragraphOf({ style: STYLES.caption, ...held(place.stays), children: runs(caption, place) })];
  return [paragraphOf({ style: STYLES.formula, ...held(place.stays || captions.length > 0), children: [drawn] }), ...captions];
}

/** In mm: wider would only be larger. */
const FIGURE_WIDTH = 150;
