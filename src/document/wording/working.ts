import { type Derivation, type DerivationStep, targetKey } from '../../evaluate/index.js';
import type { Block, MathNode, WorkingStep } from '../tree/nodes.js';
import { isCut, shownPlaces } from './figures.js';
import { figureMath, type MathScope, substitutedMath, symbolicMath, targetMath } from './math.js';
import { spokenMath } from './spoken.js';
import type { Voice } from './voice.js';

/** Lines whose result the student writes, by index. */
export interface Faded {
  readonly blanks: ReadonlySet<number>;
}

/**
 * A derivation in two columns: the figures of each step on the left (`200 yuan × 80% = 160 yuan`), the same step in words on the right
 * (`money into the pool = take × share`). A faded result is a blank, also where a later step uses it.
 */
export function workingBlock(derivation: Derivation, voice: Voice, faded: Faded = { blanks: new Set() }): Block {
  const hidden = new Set(
    derivation.steps.flatMap((step, index) => (faded.blanks.has(index) && step.target !== undefined ? [targetKey(step.target)] : [])),
  );
  return { kind: 'working', steps: derivation.steps.map((step, index) => workingStep(step, voice, hidden, faded.blanks.has(index))) };
}

function workingStep(step: DerivationStep, voice: Voice, hidden: ReadonlySet<string>, blank: boolean): WorkingStep {
  const scope = stepScope(step, voice);
  const result = stepResult(step, voice, blank);
  const math: MathNode = { kind: 'row', children: [substitutedMath(step.formula, scope, { values: step.values, hidden }), ...result] };
  const meaning = definitionMath(step, voice);
  return {
    math,
    alt: spokenMath(math, voice),
    reason: [{ kind: 'math', math: meaning, alt: spokenMath(meaning, voice) }],
  };
}

/** `= 160 yuan`, `≈ 1.4286 yuan/point` where the figure is cut, or `= ____`. */
function stepResult({ value }: DerivationStep, voice: Voice, blank: boolean): readonly MathNode[] {
  if (blank)
    return [
      { kind: 'operator', text: '=' },
      { kind: 'blank', alt: voice.say('spoken-blank') },
    ];
  if (value === undefined || typeof value === 'boolean') return [];
  const cut = isCut(value.amount, shownPlaces(value.amount));
  return [{ kind: 'operator', text: cut ? '≈' : '=' }, figureMath(value, voice)];
}

/** A step in words: `price of one point = pool ÷ points`; an anonymous formula stands alone. */
export function definitionMath(step: DerivationStep, voice: Voice): MathNode {
  const symbolic = symbolicMath(step.formula, stepScope(step, voice));
  if (step.target === undefined) return symbolic;
  return { kind: 'row', children: [targetMath(step.target, voice), { kind: 'operator', text: '=' }, symbolic] };
}

function stepScope({ target, row }: DerivationStep, voice: Voice): MathScope {
  return { voice, ...(target === undefined ? {} : { example: target.example }), ...(row === undefined ? {} : { row }) };
}
