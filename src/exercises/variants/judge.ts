import type { ChapterAudit } from '../../audit/index.js';
import { hasErrors } from '../../diagnostics/index.js';
import { changeChapter, type EvaluatedChapter } from '../../evaluate/index.js';
import { type Formula, printFormula } from '../../formula/index.js';
import { type Amount, amount, placeValue } from '../../number/index.js';
import { type Exercise, numericAnswers, writtenParts } from '../kinds/kinds.js';
import { makeExercises } from '../kinds/make-exercises.js';
import type { NumericAnswer } from '../model/answer.js';
import { type Variant, variantChanges } from './combinations.js';
import type { VariantGroup } from './groups.js';

/** A group of examples within its chapter as written. */
export interface VariantScope {
  readonly chapter: EvaluatedChapter;
  readonly audit: ChapterAudit;
  /** The chapter's exercises as they are printed; others than those of the group make no difference. */
  readonly exercises: readonly Exercise[];
  readonly group: VariantGroup;
}

/** A variant that may be drawn, with the exercises of its group as they come out; or why it may not. */
export type Judgement = { readonly exercises: readonly Exercise[] } | { readonly refusal: Refusal };

/** Why a combination of figures is not handed out. `condition` is the one of `such-that:` that does not hold. */
export type Refusal =
  | { readonly kind: 'as-printed' }
  | { readonly kind: 'condition'; readonly condition: Formula }
  | { readonly kind: 'no-figure'; readonly exercise: string }
  | { readonly kind: 'tie'; readonly answer: string }
  | { readonly kind: 'misconceptions'; readonly answer: string };

/** A figure closer to a rounding tie than this part of its last unit may be rounded either way by a pocket calculator. */
const TIE_MARGIN = amount('0.001');
const HALF = amount('0.5');

/**
 * Judges one variant after the other; a refusal is the first reason found. A variant is refused when it is what the chapter prints already, when a
 * condition of its story fails, when a figure cannot be worked out or lies on a rounding tie, and when a misconception that the chapter
 * tells apart from the answer, or from another, can no longer be told from it.
 */
export function judgeVariants(scope: VariantScope): (variant: Variant) => Judgement {
  const { chapter, audit, group } = scope;
  const wanted = new Set(group.exercises);
  const codes = codesByAnswer(scope.exercises.filter(({ name }) => wanted.has(name)));
  return (variant) => {
    if (isPrinted(variant, chapter)) return refuse({ kind: 'as-printed' });
    const changed = changeChapter(chapter, variantChanges(variant, group));
    for (const { name, suchThat } of group.examples) {
      const failing = suchThat.find((condition) => changed.examples.get(name)?.valueOf(condition) !== true);
      if (failing !== undefined) return refuse({ kind: 'condition', condition: failing });
    }
    const { value: exercises, diagnostics } = makeExercises(changed, audit, undefined, wanted);
    if (exercises.length < wanted.size || hasErrors(diagnostics)) return refuse({ kind: 'no-figure', exercise: unmade(group, exercises) });
    for (const exercise of exercises) {
      for (const part of writtenParts(exercise)) {
        if (part.kind !== 'figure') continue;
        const { answer } = part;
        if (part.wide === undefined && tieDistance(answer).lessThan(TIE_MARGIN)) return refuse({ kind: 'tie', answer: answer.id });
        if (codes.get(answer.id) !== codesOf(answer)) return refuse({ kind: 'misconceptions', answer: answer.id });
      }
    }
    return { exercises };
  };
}

function refuse(refusal: Refusal): Judgement {
  return { refusal };
}

/** How far the figure is from the middle between two written ones, as a part of the last unit: 0 on a tie, ½ for a figure that ends. */
export function tieDistance({ exact, places }: NumericAnswer): Amount {
  const scaled = exact.amount.times(placeValue(-places));
  return scaled.minus(scaled.floor()).minus(HALF).abs();
}

/** `the condition gift <= intake * 80%`. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'as-printed':
      return 'the figures that the chapter prints';
    case 'condition':
      return `\`such-that: ${printFormula(refusal.condition)}\``;
    case 'no-figure':
      return `exercise \`${refusal.exercise}\`, which cannot be made`;
    case 'tie':
      return `answer \`${refusal.answer}\`, which lies on a rounding tie`;
    case 'misconceptions':
      return `answer \`${refusal.answer}\`, whose misconceptions can no longer be told apart`;
  }
}

function isPrinted(variant: Variant, chapter: EvaluatedChapter): boolean {
  return variant.every(({ example, name, value }) => {
    const printed = chapter.examples.get(example)?.quantities.get(name)?.value;
    return typeof printed === 'object' && printed.amount.equals(value.amount);
  });
}

function unmade({ exercises }: VariantGroup, made: readonly Exercise[]): string {
  return exercises.find((name) => !made.some((one) => one.name === name)) ?? exercises[0] ?? '';
}

function codesByAnswer(exercises: readonly Exercise[]): ReadonlyMap<string, string> {
  return new Map(exercises.flatMap(({ form }) => numericAnswers(form).map((answer) => [answer.id, codesOf(answer)] as const)));
}

function codesOf({ misconceptions }: NumericAnswer): string {
  return misconceptions.map(({ code }) => code).join(' ');
}
