import type { Diagnosed } from '../diagnostics/index.js';
import type { EvaluatedChapter } from '../evaluate/index.js';
import { checkAssumptions } from './assumptions.js';
import { checkConflicts, judgeConflicts } from './conflicts.js';
import { checkExpectations, judgeFigures } from './figures.js';
import { checkGivenLines } from './given-lines.js';
import { auditInputs } from './inputs.js';
import { undecidedClaims } from './judge.js';
import { auditMoney, checkMoney } from './money.js';
import { checkConditions } from './probe.js';
import type { ChapterAudit } from './results.js';
import { auditScale } from './scale.js';
import { breachesOfReadings, checkReadings } from './stories.js';
import { auditUnits, checkConversions } from './units.js';

/** Asks the five questions of every example of a chapter. Judges and never changes a figure. */
export function auditChapter(chapter: EvaluatedChapter): Diagnosed<ChapterAudit> {
  const examples = [...chapter.examples.values()];
  const breaches = examples.map((example) => breachesOfReadings(example));
  const figures = examples.map((example, index) => judgeFigures(example, chapter, breaches[index] ?? new Map()));
  // A copy with other givens counts units as its model does, where each conversion is named.
  const originals = examples.filter(({ example }) => example.like === undefined);
  const conversions = originals.flatMap((example) => auditUnits(example));
  const conflicts = judgeConflicts(chapter);
  const value: ChapterAudit = {
    chapter: chapter.source.name,
    figures: figures.flat(),
    conflicts,
    conversions,
    inputs: originals.map((example) => auditInputs(example)),
    money: examples.flatMap((example) => auditMoney(example) ?? []),
    scale: examples.flatMap((example, index) => auditScale(example, figures[index] ?? [])),
  };
  return {
    value,
    diagnostics: [
      ...checkExpectations(figures.flat(), chapter.source.name),
      ...examples.flatMap((example, index) => [
        ...checkGivenLines(example),
        ...checkReadings(example, breaches[index] ?? new Map()),
        ...checkConditions(example, figures[index] ?? []),
      ]),
      ...checkConflicts(conflicts),
      ...checkConversions(conversions),
      ...examples.flatMap((example) => checkAssumptions(example)),
      ...examples.flatMap((example) => checkMoney(example)),
      ...examples.flatMap((example) => undecidedClaims(example)),
    ],
  };
}
