import type { Diagnosed } from '../diagnostics/index.js';
import type { EvaluatedChapter } from '../evaluate/index.js';
import { checkAssumptions } from './assumptions.js';
import { checkExpectations, judgeFigures } from './figures.js';
import { auditInputs } from './inputs.js';
import { auditMoney, checkMoney } from './money.js';
import type { ChapterAudit } from './results.js';
import { auditScale } from './scale.js';
import { auditUnits, checkConversions } from './units.js';

/** Asks the five questions of every example of a chapter. Judges and never changes a figure. */
export function auditChapter(chapter: EvaluatedChapter): Diagnosed<ChapterAudit> {
  const examples = [...chapter.examples.values()];
  const figures = examples.map((example) => judgeFigures(example));
  // A copy with other givens counts units as its model does, where each conversion is named.
  const originals = examples.filter(({ example }) => example.like === undefined);
  const conversions = originals.flatMap((example) => auditUnits(example));
  const value: ChapterAudit = {
    chapter: chapter.source.name,
    figures: figures.flat(),
    conversions,
    inputs: originals.map((example) => auditInputs(example)),
    money: examples.flatMap((example) => auditMoney(example) ?? []),
    scale: examples.flatMap((example, index) => auditScale(example, figures[index] ?? [])),
  };
  return {
    value,
    diagnostics: [
      ...checkExpectations(figures.flat(), chapter.source.name),
      ...checkConversions(conversions),
      ...examples.flatMap((example) => checkAssumptions(example)),
      ...examples.flatMap((example) => checkMoney(example)),
    ],
  };
}
