import type { Content, Piece } from './content.js';
import { BLANK } from './linear-math.js';

/** How a blank stands in plain text; by default as a line. */
export type BlankText = (blank: number) => string;

const asLine: BlankText = () => BLANK;

export function plainPieces(pieces: readonly Piece[], blank: BlankText = asLine): string {
  return pieces.map((piece) => plainPiece(piece, blank)).join('');
}

function plainPiece(piece: Piece, blank: BlankText): string {
  switch (piece.kind) {
    case 'text':
    case 'code':
      return piece.text;
    case 'strong':
    case 'emphasis':
      return plainPieces(piece.pieces, blank);
    case 'math':
      return piece.linear;
    case 'blank':
      return blank(piece.blank);
    case 'break':
      return '\n';
  }
}

/** True where a student writes or chooses somewhere in it. */
export function holdsBlank(content: Content): boolean {
  let found = content.kind === 'options';
  linesOf(content, () => {
    found = true;
    return BLANK;
  });
  return found;
}

/** A line for each paragraph, item and row; cells are parted by a bar. Pictures stand as their description, options not at all. */
export function plainLines(contents: readonly Content[], blank: BlankText = asLine): readonly string[] {
  return contents.flatMap((content) => linesOf(content, blank));
}

function linesOf(content: Content, blank: BlankText): readonly string[] {
  switch (content.kind) {
    case 'paragraph':
      return [plainPieces(content.pieces, blank)];
    case 'list':
      return content.items.flatMap((item, index) => {
        const [first = '', ...others] = plainLines(item, blank);
        return [`${content.ordered ? `${index + 1}.` : '•'} ${first}`, ...others];
      });
    case 'table':
      return [content.table.head, ...content.table.rows]
        .filter((row) => row.length > 0)
        .map((row) => row.map((cell) => plainPieces(cell, blank)).join(' | '));
    case 'picture':
      return [content.alt];
    case 'options':
      return [];
  }
}
