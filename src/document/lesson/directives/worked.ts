import { panel } from '../../tree/inlines.js';
import { formulaName } from '../../wording/quantity-name.js';
import { triesTables } from '../../wording/tries-table.js';
import { workingBlock } from '../../wording/working.js';
import type { PrintDirective } from './context.js';
import { formulaNamed } from './named.js';

/** A figure step by step, from the givens to the result. */
export const printWorked: PrintDirective<'worked'> = (directive, { voice, prose }) => {
  const formula = formulaNamed(directive, voice);
  if (formula === undefined) return prose();
  const derivation = voice.content.evaluated.derive(formula);
  const tries = derivation.steps.flatMap((step) => triesTables(step, voice));
  const title = voice.say('worked-title', { name: formulaName(formula, voice) });
  const example = voice.content.evaluated.exampleOf(formula)?.example.name;
  return [
    { ...panel('worked', title, [...prose(), workingBlock(derivation, voice), ...tries]), ...(example === undefined ? {} : { example }) },
  ];
};
