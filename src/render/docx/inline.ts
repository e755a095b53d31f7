import { ExternalHyperlink, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Inline } from '../../document/index.js';
import { TWIPS_PER_PT, twips } from './look.js';
import { equation } from './math.js';
import { mathPieces, roomOf } from './math-lines.js';
import type { Place } from './place.js';
import { STYLES } from './styles.js';
import { fileText } from './text.js';
import { textRun } from './written.js';

/** What stands inside a line, as runs. */
export function runs(inlines: readonly Inline[], place: Place): ParagraphChild[] {
  return inlines.flatMap((inline) => run(inline, place, {}));
}

type Setting = { readonly style?: string; readonly bold?: boolean };

function run(inline: Inline, place: Place, setting: Setting): ParagraphChild[] {
  const inside = (children: readonly Inline[], given: Setting) => children.flatMap((child) => run(child, place, { ...setting, ...given }));
  switch (inline.kind) {
    case 'text':
      return [textRun({ text: fileText(inline.text), ...setting })];
    case 'strong':
      return inside(inline.children, setting.style === undefined ? { style: STYLES.strong } : { bold: true });
    case 'emphasis':
      return inside(inline.children, { style: STYLES.emphasis });
    case 'code':
      return [textRun({ text: fileText(inline.text), style: STYLES.code })];
    case 'math':
      return mathPieces(inline.math, roomOf(place)).flatMap((piece, index) => [
        ...(index === 0 ? [] : [new TextRun('\u200B')]),
        equation(piece, place.separator),
      ]);
    case 'blank':
      return [blank(inline, place)];
    case 'box':
      return [new TextRun({ text: inline.ticked ? '☑' : '☐', font: BOX_FONT })];
    case 'link':
      return isSafe(inline.href)
        ? [new ExternalHyperlink({ link: inline.href, children: inside(inline.children, { style: 'Hyperlink' }) })]
        : inside(inline.children, {});
    case 'break':
      return [new TextRun({ break: 1 })];
  }
}

/** Has the boxes in Word on Windows and Mac; others take them from a font of symbols. */
const BOX_FONT = { ascii: 'Segoe UI Symbol', hAnsi: 'Segoe UI Symbol', eastAsia: 'Segoe UI Symbol', cs: 'Segoe UI Symbol' };

export const BLANK_MM = { single: 14, short: 20, medium: 34, long: 62 } as const;

/** A line to write on, as long as what is written there asks; a teacher's answer stands on such a line. */
function blank({ width, answer }: Extract<Inline, { kind: 'blank' }>, place: Place): ParagraphChild {
  if (answer !== undefined) return textRun({ text: `\u00A0${fileText(answer)}\u00A0`, style: STYLES.filled });
  // To the tab stop of a line that is one blank between its words.
  if (place.fillsLine) return new TextRun({ children: [new Tab()] });
  const wanted = twips(BLANK_MM[width] * (place.look.large ? 1.3 : 1));
  const room = Math.max(twips(LEAST_MM), Math.min(wanted, place.blankRoom));
  const stroke = STROKE_EM * place.typeSize * TWIPS_PER_PT;
  return textRun({ text: '_'.repeat(Math.floor(room / stroke)), style: STYLES.blank });
}

/** Width of a low line in the fonts of the pages. */
const STROKE_EM = 0.5;
const LEAST_MM = 8;

/** The words alone, for alternative texts. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : 'children' in inline ? plainText(inline.children) : '')).join('');
}

/** Whether somebody writes in this line, which then needs the height of handwriting. */
export function hasBlank(inlines: readonly Inline[]): boolean {
  return inlines.some(
    (inline) => (inline.kind === 'blank' && inline.answer === undefined) || ('children' in inline && hasBlank(inline.children)),
  );
}

/** A link may lead to a page or an address; anything else (`javascript:`) keeps only its words. */
function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href);
}
