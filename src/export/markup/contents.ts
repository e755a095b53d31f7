import type { Content, ContentTable, Piece } from '../model/content.js';
import { type Child, joined, type Markup, tag } from './markup.js';

/** How a target draws what differs between targets. */
export interface Drawing {
  /** The field of a blank, by its place in the item. */
  blank(place: number): Child;
  /** The options of a choice that stands on its own. */
  options(place: number): Markup;
  math(piece: Extract<Piece, { readonly kind: 'math' }>): Child;
  picture(content: Extract<Content, { readonly kind: 'picture' }>): Markup;
  /** What tables have besides. */
  readonly tableAttributes?: Readonly<Record<string, string>>;
}

/** Contents as HTML that is XML too. */
export function drawContents(contents: readonly Content[], drawing: Drawing): Markup {
  return joined(contents.map((content) => drawContent(content, drawing)));
}

function drawContent(content: Content, drawing: Drawing): Markup {
  switch (content.kind) {
    case 'paragraph':
      return tag('p', {}, drawPieces(content.pieces, drawing));
    case 'list':
      return tag(content.ordered ? 'ol' : 'ul', {}, ...content.items.map((item) => tag('li', {}, drawContents(item, drawing))));
    case 'table':
      return drawTable(content.table, drawing);
    case 'picture':
      return drawing.picture(content);
    case 'options':
      return drawing.options(content.blank);
  }
}

export function drawPieces(pieces: readonly Piece[], drawing: Pick<Drawing, 'blank' | 'math'>): Markup {
  return joined(pieces.map((piece) => drawPiece(piece, drawing)));
}

function drawPiece(piece: Piece, drawing: Pick<Drawing, 'blank' | 'math'>): Child {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'strong':
      return tag('strong', {}, drawPieces(piece.pieces, drawing));
    case 'emphasis':
      return tag('em', {}, drawPieces(piece.pieces, drawing));
    case 'code':
      return tag('code', {}, piece.text);
    case 'math':
      return drawing.math(piece);
    case 'blank':
      return drawing.blank(piece.blank);
    case 'break':
      return tag('br');
  }
}

function drawTable({ head, rows }: ContentTable, drawing: Drawing): Markup {
  const row = (cells: readonly (readonly Piece[])[], name: 'th' | 'td') =>
    tag('tr', {}, ...cells.map((cell) => tag(name, name === 'th' ? { scope: 'col' } : {}, drawPieces(cell, drawing))));
  return tag(
    'table',
    drawing.tableAttributes,
    ...(head.length === 0 ? [] : [tag('thead', {}, row(head, 'th'))]),
    tag('tbody', {}, ...rows.map((cells) => row(cells, 'td'))),
  );
}

/** Words alone, for targets and places without fields. */
export const PLAIN_DRAWING: Drawing = {
  blank: () => '____',
  options: () => joined([]),
  math: ({ linear }) => linear,
  picture: ({ alt }) => tag('p', {}, tag('em', {}, alt)),
};
