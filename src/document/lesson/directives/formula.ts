import { spokenMath } from '../../wording/spoken.js';
import { definitionMath } from '../../wording/working.js';
import type { PrintDirective } from './context.js';
import { formulaNamed } from './named.js';

/** The definition of one quantity, in words. */
export const printFormula: PrintDirective<'formula'> = (directive, { voice, prose }) => {
  const formula = formulaNamed(directive, voice);
  const step = formula === undefined ? undefined : voice.content.evaluated.derive(formula).steps.at(-1);
  if (step === undefined) return prose();
  const math = definitionMath(step, voice);
  return [...prose(), { kind: 'formula', math, alt: spokenMath(math, voice) }];
};
