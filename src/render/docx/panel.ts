import { AlignmentType } from 'docx';
import type { Block, PanelStyle } from '../../document/index.js';
import { DASHED, DOUBLE, FIRM, frame, gap, HEAVY, type RowContent, type Rules, THIN } from './frame.js';
import { runs } from './inline.js';
import { type Draw, type FileBlock, narrowed, type Place } from './place.js';
import { STYLES } from './styles.js';
import { isParagraph, paragraphOf } from './written.js';

interface PanelLook {
  readonly rules: Rules;
  readonly fill?: string;
  /** Read by a teacher: set small. */
  readonly isKey?: boolean;
}

const BOX = (line: typeof FIRM): Rules => ({ top: line, bottom: line, left: line, right: line });

/** A box for what a student keeps looking at, a rule at the left for what is beside the way, a dashed line to cut along. */
const LOOKS = {
  givens: { rules: BOX(FIRM) },
  exit: { rules: BOX(FIRM) },
  card: { rules: BOX(DASHED) },
  certificate: { rules: BOX(DOUBLE) },
  worked: { rules: { top: FIRM, bottom: FIRM }, fill: 'F2F2F2' },
  note: { rules: { left: THIN } },
  recall: { rules: { left: THIN } },
  answer: { rules: { left: HEAVY }, isKey: true },
  rubric: { rules: { left: HEAVY }, isKey: true },
} as const satisfies Readonly<Record<PanelStyle, PanelLook>>;

/** A panel is a table of one column with a row for each of its blocks, so that a long one goes on to the next page between them. */
export function drawPanel(panel: Extract<Block, { kind: 'panel' }>, place: Place, draw: Draw): FileBlock[] {
  const look: PanelLook = LOOKS[panel.style];
  const isBox = 'right' in look.rules;
  const inside: Place = {
    ...narrowed(place, place.width - 2 * SIDE),
    stays: false,
    isRead: place.isRead || (look.isKey ?? false),
    ...(look.isKey ? { style: STYLES.desk, typeSize: place.look.type.desk } : {}),
  };
  const fill = look.fill === undefined ? {} : { fill: look.fill };
  const parts =
    panel.style === 'certificate'
      ? certificate(panel, inside, draw)
      : titled({ ...panel, blocks: panel.blocks.flatMap(inParts) }, inside, draw);
  const isWhole = isBox && panel.blocks.length <= SHORT;
  const rows = parts.map((children, index): RowContent => {
    const isLast = index === parts.length - 1;
    return {
      cells: [{ children, side: 'top', ...fill }],
      breaks: !isWhole && children.every(isBreakable),
      stays: isLast ? place.stays : isBox || index === 0,
    };
  });
  const padding = { x: SIDE, y: 20 };
  return [gap(true), frame(rows, { widths: [place.width], rules: look.rules, padding }), gap(place.stays)];
}

/** The room beside what a panel holds, in twips. */
const SIDE = 150;
/** So many blocks of a box are kept whole. */
const SHORT = 6;

/** Programs that break a row cut through the tables in it, and through fractions: only text breaks. */
function isBreakable(block: FileBlock): boolean {
  return isParagraph(block);
}

/** A long working is several, each in a row of its own, so that the page can end between them. */
function inParts(block: Block): readonly Block[] {
  if (block.kind !== 'working' || block.steps.length <= STEPS) return [block];
  const size = Math.ceil(block.steps.length / Math.ceil(block.steps.length / STEPS));
  const parts = Array.from({ length: Math.ceil(block.steps.length / size) }, (_, index) =>
    block.steps.slice(index * size, (index + 1) * size),
  );
  return parts.map((steps) => ({ ...block, steps }));
}

const STEPS = 7;

type Panel = Extract<Block, { kind: 'panel' }>;

/** The title begins the first line where that is a paragraph of a note or a key, as a short one needs no line for it. */
function titled(panel: Panel, place: Place, draw: Draw): readonly (readonly FileBlock[])[] {
  const [first, ...others] = panel.blocks;
  if (panel.title.length === 0) return panel.blocks.map((block) => draw([block], place));
  const isLabel = panel.style === 'answer' || panel.style === 'rubric';
  const title: Block = { kind: 'paragraph', inlines: [{ kind: 'strong', children: panel.title }] };
  const runsIn = (isLabel || panel.style === 'note' || panel.style === 'recall') && first?.kind === 'paragraph';
  if (runsIn) {
    const inlines = [...title.inlines, { kind: 'text', text: '\u2003' } as const, ...first.inlines];
    return [draw([{ kind: 'paragraph', inlines }], place), ...others.map((block) => draw([block], place))];
  }
  const head = paragraphOf({ style: STYLES.panelTitle, children: runs(panel.title, place) });
  return [[head, ...(first === undefined ? [] : draw([first], place))], ...others.map((block) => draw([block], place))];
}

/** A page to hand out: all in its middle. */
function certificate(panel: Panel, place: Place, draw: Draw): readonly (readonly FileBlock[])[] {
  const title = paragraphOf({
    style: STYLES.certificate,
    alignment: AlignmentType.CENTER,
    children: runs(panel.title, place),
  });
  return [[title, ...draw(panel.blocks, { ...place, style: STYLES.certificateLine })]];
}
