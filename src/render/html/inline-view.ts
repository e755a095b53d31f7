import Handlebars from 'handlebars';
import type { Inline } from '../../document/index.js';
import { mathMarkup, mathWidth, WIDEST_LINE } from './mathml.js';

/** What the partial named `partial` shows. */
export interface InlineView {
  readonly partial: string;
}

export function inlineViews(inlines: readonly Inline[]): InlineView[] {
  return inlines.map(inlineView);
}

/** The words alone, for titles of drawings. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : 'children' in inline ? plainText(inline.children) : '')).join('');
}

function inlineView(inline: Inline): InlineView & Readonly<Record<string, unknown>> {
  const partial = `inline/${inline.kind}`;
  switch (inline.kind) {
    case 'text':
    case 'code':
      return { partial, text: inline.text };
    case 'strong':
    case 'emphasis':
      return { partial, children: inlineViews(inline.children) };
    case 'math':
      return {
        partial,
        math: new Handlebars.SafeString(mathMarkup(inline.math, inline.alt, 'inline')),
        isWide: mathWidth(inline.math) > WIDEST_LINE,
        alt: inline.alt,
      };
    case 'blank':
      return {
        partial,
        width: inline.width,
        alt: inline.alt,
        answerId: inline.answerId ?? '',
        answer: inline.answer ?? '',
        isFilled: inline.answer !== undefined,
      };
    case 'box':
      return { partial, alt: inline.alt, ticked: inline.ticked };
    case 'link':
      return isSafe(inline.href)
        ? { partial, href: inline.href, children: inlineViews(inline.children) }
        : { partial: 'inline/unlinked', children: inlineViews(inline.children) };
    case 'break':
      return { partial };
  }
}

/** A link may lead to a page, an address or a place in this file; anything else (`javascript:`) keeps only its words. */
function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:|#)/i.test(href);
}
