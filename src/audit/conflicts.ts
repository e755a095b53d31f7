import type { Diagnostic } from '../diagnostics/index.js';
import type { EvaluatedChapter } from '../evaluate/index.js';
import { printFormula } from '../formula/index.js';
import { formatAmount, type Quantity, sameUnit } from '../number/index.js';
import type { JudgedConflict } from './results.js';

/** The statements of a chapter that exclude each other, each with the two figures on which they clash where it names some. */
export function judgeConflicts(chapter: EvaluatedChapter): readonly JudgedConflict[] {
  return chapter.source.sums.conflicts.map((conflict) => {
    const [first, second] = (conflict.clash ?? []).map((formula) => chapter.valueOf(formula));
    return { conflict, ...(typeof first === 'object' && typeof second === 'object' ? { figures: [first, second] } : {}) };
  });
}

/** Two figures that are equal exclude nothing; two in different units cannot be compared. */
export function checkConflicts(judged: readonly JudgedConflict[]): readonly Diagnostic[] {
  return judged.flatMap(({ conflict: { name, clash, span }, figures }): readonly Diagnostic[] => {
    if (clash === undefined || figures === undefined) return [];
    const [first, second] = figures;
    const sides = clash.map((formula, side) => `\`${printFormula(formula)}\` is ${written(figures[side] ?? first)}`).join(' and ');
    if (!sameUnit(first.unit, second.unit)) {
      return [{ code: 'units-balance', severity: 'error', message: `${sides}: figures in different units cannot be compared.`, span }];
    }
    if (!first.amount.equals(second.amount)) return [];
    const hint = 'Name two figures of which at most one can be true, or delete the conflict.';
    return [{ code: 'conflict-clashes', severity: 'error', message: `${sides}: nothing clashes in \`${name}\`.`, span, hint }];
  });
}

function written({ amount, unit }: Quantity): string {
  return `${formatAmount(amount, undefined)} ${unit.key}`.trim();
}
