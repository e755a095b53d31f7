import Handlebars from 'handlebars';
import type { Inline } from '../../document/index.js';
import type { FieldMarks } from './field-marks.js';
import { type DrawnMath, drawMath } from './mathml.js';

/** What the partial named `partial` shows. */
export interface InlineView {
  readonly partial: string;
  /** Of a formula. */
  readonly isWide?: boolean;
}

/** A tick box stays on one line with the words that follow it, where there is room. `marks`: what grades its fields. */
export function inlineViews(inlines: readonly Inline[], marks?: FieldMarks): InlineView[] {
  const views: InlineView[] = [];
  let choice: InlineView[] | undefined;
  for (const inline of inlines) {
    if (inline.kind === 'box') {
      choice = [];
      views.push(choiceView(inline, marks, choice));
    } else if (inline.kind === 'break') {
      choice = undefined;
      views.push(inlineView(inline, marks));
    } else (choice ?? views).push(inlineView(inline, marks));
  }
  return views;
}

export function mathView(drawn: DrawnMath) {
  return { ...drawn, markup: new Handlebars.SafeString(drawn.markup) };
}

/** The words alone, for titles of drawings. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : 'children' in inline ? plainText(inline.children) : '')).join('');
}

function inlineView(inline: Inline, marks: FieldMarks | undefined): InlineView & Readonly<Record<string, unknown>> {
  const partial = `inline/${inline.kind}`;
  switch (inline.kind) {
    case 'text':
      return { partial, text: unbrokenFigures(inline.text) };
    case 'code':
      return { partial, text: inline.text };
    case 'strong':
    case 'emphasis':
      return { partial, children: inlineViews(inline.children, marks) };
    case 'math':
      return { partial, ...mathView(drawMath(inline.math, inline.alt, 'inline')) };
    case 'blank':
      return {
        partial,
        width: inline.width,
        alt: inline.alt,
        answerId: marks?.get(inline) ?? '',
        answer: inline.answer ?? '',
        isFilled: inline.answer !== undefined,
      };
    case 'box':
      return choiceView(inline, marks, []);
    case 'link':
      return isSafe(inline.href)
        ? { partial, href: inline.href, children: inlineViews(inline.children, marks) }
        : { partial: 'inline/unlinked', children: inlineViews(inline.children, marks) };
    case 'break':
      return { partial };
  }
}

function choiceView(box: Extract<Inline, { kind: 'box' }>, marks: FieldMarks | undefined, label: readonly InlineView[]) {
  return { partial: 'inline/box', alt: box.alt, ticked: box.ticked, right: String(marks?.get(box) ?? ''), label };
}

/** The thin space inside `100 000` must not end a line. */
function unbrokenFigures(text: string): string {
  return text.replace(/(?<=\d)\u2009(?=\d)/g, '\u202F');
}

/** A link may lead to a page, an address or a place in this file; anything else (`javascript:`) keeps only its words. */
function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:|#)/i.test(href);
}
