import type { Formula } from '../../formula/index.js';
import type { Span } from '../../source/index.js';

/** A stretch of Markdown as a tree. Figures and blanks stand in it unresolved: it is the same for every edition and every student. */
export interface Prose {
  readonly blocks: readonly ProseBlock[];
  /** The computed figures among the blocks, in reading order. */
  readonly figures: readonly ProseFigure[];
}

export type ProseBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly inlines: readonly ProseInline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly ProseInline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly ProseBlock[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly ProseBlock[] }
  | {
      readonly kind: 'table';
      readonly aligns: readonly ('start' | 'end' | 'center')[];
      readonly head: readonly (readonly ProseInline[])[];
      readonly rows: readonly (readonly (readonly ProseInline[])[])[];
    };

export type ProseInline =
  /** A line break of the file is a newline in it. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly ProseInline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly ProseInline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  /** Three or more `_`. */
  | { readonly kind: 'blank'; readonly length: number }
  | { readonly kind: 'figure'; readonly figure: ProseFigure };

/** `{{formula}}`, `{{formula | places}}`, or `{{"text"}}`, which prints as it stands. */
export interface ProseFigure {
  /** Absent when it could not be read, which was reported. */
  readonly formula?: Formula;
  /** Decimal places asked for; absent = as many as the figure needs. */
  readonly places?: number;
  /** `{{formula | 1%}}`: written as a percentage. */
  readonly percent?: true;
  /** What stands between the quotation marks of `{{"160"}}`: no figure of the chapter, only written like one. */
  readonly literal?: string;
  /** With its braces. */
  readonly span: Span;
}
