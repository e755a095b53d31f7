import { type IParagraphOptions, LeaderType, Paragraph, TabStopType } from 'docx';
import type { Inline } from '../../document/index.js';
import { hasBlank, runs } from './inline.js';
import { displayedEquation } from './math.js';
import { mathLines, roomOf } from './math-lines.js';
import { type FileBlock, held, type Place } from './place.js';
import { STYLES } from './styles.js';
import { type ParagraphParts, paragraphOf } from './written.js';

/** Of an entry of a list. */
interface EntryOptions {
  readonly style: string;
  readonly numbering: NonNullable<IParagraphOptions['numbering']>;
  /** Of its text, in twips: tab stops count from the edge of the column. */
  readonly indent: number;
}

/** One paragraph; where somebody writes in it, its lines are as far apart as lines of handwriting. */
export function drawParagraph(inlines: readonly Inline[], place: Place, entry?: EntryOptions): FileBlock {
  const isWritten = hasBlank(inlines) && !place.isRead;
  const fills = place.fillsLine && countBlanks(inlines) === 1;
  const inside = { ...place, fillsLine: fills };
  const parts: ParagraphParts = {
    style: isWritten ? STYLES.answerLine : (entry?.style ?? place.style),
    ...held(place.stays),
    ...(fills
      ? { tabStops: [{ type: TabStopType.RIGHT, position: place.width + (entry?.indent ?? 0), leader: LeaderType.UNDERSCORE }] }
      : {}),
    children: runs(inlines, inside),
  };
  return entry === undefined ? paragraphOf(parts) : new Paragraph({ ...(parts as IParagraphOptions), numbering: entry.numbering });
}

function countBlanks(inlines: readonly Inline[]): number {
  return inlines.reduce((count, inline) => {
    if (inline.kind === 'blank') return count + (inline.answer === undefined ? 1 : 0);
    return 'children' in inline ? count + countBlanks(inline.children) : count;
  }, 0);
}

/** A formula on a line of its own, or on several where it is longer than one. */
export function drawFormula(math: Parameters<typeof mathLines>[0], place: Place): FileBlock[] {
  const lines = mathLines(math, roomOf(place));
  return lines.map((line, index) =>
    paragraphOf({
      style: STYLES.formula,
      ...held(place.stays || index < lines.length - 1),
      children: [displayedEquation(line, place.separator, 'center')],
    }),
  );
}
