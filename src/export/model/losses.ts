import { carriesErrors, type Exercise, numericAnswers } from '../../exercises/index.js';
import type { Blank, Content, Piece } from './content.js';
import type { BankExercise } from './item.js';
import { needsDrawing } from './linear-math.js';
import type { Loss, LossCode } from './loss.js';

/** Kinds that ask about lines of the document. */
const ABOUT_PAGES: ReadonlySet<Exercise['form']['kind']> = new Set(['check', 'choose-reading', 'spot', 'explain']);

/** What no learning platform carries of an exercise. */
export function commonLosses(
  exercise: Exercise,
  id: string,
  variants: { readonly varies: boolean; readonly isShort: boolean },
): readonly Loss[] {
  const { form } = exercise;
  const answers = numericAnswers(form);
  const lost: readonly (readonly [LossCode, boolean])[] = [
    ['follow-on', carriesErrors(form) && answers.length > 1],
    ['other-readings', answers.some(({ otherPaths }) => otherPaths.length > 0)],
    ['own-spelling', answers.length > 0 && form.kind !== 'choose'],
    ['other-figures', variants.varies],
    ['fewer-variants', variants.isShort],
    ['needs-page', ABOUT_PAGES.has(form.kind)],
    ['read-by-teacher', form.kind === 'explain'],
    ['drawing', form.kind === 'plot'],
  ];
  return lost.filter(([, isLost]) => isLost).map(([code]) => ({ code, exercise: id }));
}

/** Losses that depend on what the target can show and ask; each is reported where the exercise has what would be lost. */
export type TargetLoss = Extract<
  LossCode,
  'picture' | 'math-in-line' | 'split-into-blanks' | 'no-misconceptions' | 'no-advice-on-figures' | 'exact-match' | 'no-key'
>;

/** What a file does not carry of an exercise: the common losses, and those of `target` that concern it. */
export function lossesOf(exercise: BankExercise, target: readonly TargetLoss[]): readonly Loss[] {
  const { id, losses } = exercise;
  return [...losses, ...target.filter((code) => CONCERNS[code](exercise)).map((code) => ({ code, exercise: id }))];
}

/** Variants differ in figures alone, so the first tells. */
const CONCERNS: Readonly<Record<TargetLoss, (exercise: BankExercise) => boolean>> = {
  picture: ({ variants: [first] }) => first?.stem.some(({ kind }) => kind === 'picture') ?? false,
  'math-in-line': ({ variants: [first] }) => first?.stem.some(holdsBars) ?? false,
  'split-into-blanks': ({ variants: [first] }) => (first?.blanks.length ?? 0) > 1,
  'no-misconceptions': ({ variants: [first] }) =>
    first?.blanks.some((blank) => isAdvised(blank, 'number') || isAdvised(blank, 'choice')) ?? false,
  'no-advice-on-figures': ({ variants: [first] }) => first?.blanks.some((blank) => isAdvised(blank, 'number')) ?? false,
  'exact-match': ({ variants: [first] }) => first?.blanks.some(({ kind }) => kind !== 'choice') ?? false,
  'no-key': ({ variants: [first] }) => (first?.key().length ?? 0) > 0,
};

function isAdvised(blank: Blank, kind: 'number' | 'choice'): boolean {
  if (blank.kind !== kind) return false;
  if (blank.kind === 'number') return blank.misconceptions.length > 0;
  return blank.kind === 'choice' && blank.options.some(({ feedback }) => feedback !== undefined);
}

function holdsBars(content: Content): boolean {
  const inPieces = (pieces: readonly Piece[]): boolean =>
    pieces.some((piece) => (piece.kind === 'math' ? needsDrawing(piece.math) : 'pieces' in piece && inPieces(piece.pieces)));
  switch (content.kind) {
    case 'paragraph':
      return inPieces(content.pieces);
    case 'list':
      return content.items.flat().some(holdsBars);
    case 'table':
      return content.table.rows.flat().some(inPieces);
    default:
      return false;
  }
}
