import type { Inline } from '../../document/index.js';
import type { Piece } from './content.js';
import { BLANK, linearMath, unbroken } from './linear-math.js';

/** Words without any place to write in: what a key or a piece of advice is made of. Blanks are lines, or what is filled in. */
export function wordPieces(inlines: readonly Inline[]): readonly Piece[] {
  return inlines.flatMap((inline) => pieceOf(inline, (field) => [{ kind: 'text', text: filledIn(field) }]));
}

type Field = Extract<Inline, { readonly kind: 'blank' | 'box' }>;

function filledIn(field: Field): string {
  if (field.kind === 'box') return field.ticked ? '☒' : '☐';
  return field.answer ?? BLANK;
}

/** An inline as pieces; `fieldPieces` says what stands in the place of a blank or tick box. A link is its words: it leads nowhere from here. */
export function pieceOf(inline: Inline, fieldPieces: (field: Field) => readonly Piece[]): readonly Piece[] {
  switch (inline.kind) {
    case 'text':
      return [{ kind: 'text', text: unbroken(inline.text) }];
    case 'code':
    case 'break':
      return [inline];
    case 'strong':
    case 'emphasis':
      return [{ kind: inline.kind, pieces: inline.children.flatMap((child) => pieceOf(child, fieldPieces)) }];
    case 'link':
      return inline.children.flatMap((child) => pieceOf(child, fieldPieces));
    case 'math':
      return [{ kind: 'math', linear: linearMath(inline.math), math: inline.math }];
    case 'blank':
    case 'box':
      return fieldPieces(inline);
  }
}
