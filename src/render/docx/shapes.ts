import { AlignmentType, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { type IShapeGroupOptions, ShapeGroupRun } from 'docx/shapes';
import { STYLES } from './styles.js';
import { fileText } from './text.js';

export type Shape = IShapeGroupOptions['children'][number];

/** Word counts drawings in pixels of 1/96 inch. */
export function pixels(mm: number): number {
  return Math.round((mm / 25.4) * 96 * 100) / 100;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

type Dash = 'dash' | 'dot';

/** A level or upright line, in mm; `arrow` at its end. */
export function line(from: Spot, to: Spot, given: { readonly width: number; readonly dash?: Dash; readonly arrow?: boolean }): Shape {
  const { width, dash, arrow = false } = given;
  const left = Math.min(from.x, to.x);
  const top = Math.min(from.y, to.y);
  return {
    type: 'line',
    transformation: {
      width: pixels(Math.abs(to.x - from.x)),
      height: pixels(Math.abs(to.y - from.y)),
      offset: { left: pixels(left), top: pixels(top) },
      ...(to.x < from.x ? { flip: { horizontal: true } } : {}),
    },
    line: { color: '000000', width, ...(dash === undefined ? {} : { dash }), ...(arrow ? { endArrow: 'triangle' } : {}) },
  };
}

export interface BoxOptions {
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  /** In pt; absent = no frame. */
  readonly frame?: number;
  readonly ground?: boolean;
}

/** A box of text, in mm. */
export function box(at: Spot, size: { readonly width: number; readonly height: number }, text: string, given: BoxOptions = {}): Shape {
  const { align = 'center', bold = false, frame, ground = false } = given;
  const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[align];
  return {
    type: 'rectangle',
    transformation: {
      width: pixels(size.width),
      height: pixels(size.height),
      offset: { left: pixels(at.x), top: pixels(at.y) },
    },
    fill: ground ? 'FFFFFF' : 'none',
    line: frame === undefined ? 'none' : { color: '000000', width: frame },
    ...(text === ''
      ? {}
      : { children: [new Paragraph({ style: STYLES.tableText, alignment, children: [new TextRun({ text: fileText(text), bold })] })] }),
    textOptions: { verticalAlignment: 'center', margins: { top: 0, bottom: 0, left: 1, right: 1 } },
  };
}

/** Shapes that move as one, with what a screen reader says for them. */
export function drawing(
  children: readonly Shape[],
  size: { readonly width: number; readonly height: number },
  alt: string,
): ParagraphChild {
  return new ShapeGroupRun({
    // A ground as large as the drawing, so that no program scales it or turns it by its first line.
    children: [box({ x: 0, y: 0 }, size, ''), ...children],
    transformation: { width: pixels(size.width), height: pixels(size.height) },
    altText: { name: 'Drawing', description: fileText(alt), title: '' },
  });
}
