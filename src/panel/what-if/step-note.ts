import type { Voice } from '../../document/index.js';
import type { DerivationStep, EvaluatedExample } from '../../evaluate/index.js';
import { amount, formatAmount } from '../../number/index.js';

/** Why a step has no figure, in words; undefined when it has one. */
export function stepNote(step: DerivationStep, example: EvaluatedExample, voice: Voice): string | undefined {
  if (step.value !== undefined) return undefined;
  const missing = example.missingFor(step.formula);
  if (missing.length > 0) {
    return voice.say('panel-needs', { names: voice.list(missing.map((name) => voice.quantityName(example.example.name, name))) });
  }
  const mistake = step.target === undefined ? undefined : example.mistakeIn(step.target.name, step.target.row);
  // A row fails as a whole; only the formula in which it happened is to blame.
  if (mistake?.span === undefined || mistake.span.source !== step.formula.span.source) return voice.say('panel-rests');
  if (mistake.code === 'no-division-by-zero') return voice.say('panel-zero');
  if (mistake.code === 'result-range') return voice.say('panel-range');
  if (mistake.code === 'day-exists') return voice.say('panel-no-day');
  const { rounds } = example.example;
  if (mistake.code === 'rounds-end' && rounds !== undefined) {
    const each = voice.unitForms(rounds.each.value)[0] ?? rounds.each.value;
    return voice.say('panel-never', { each, limit: formatAmount(amount(rounds.limit)) });
  }
  return voice.say('panel-rests');
}
