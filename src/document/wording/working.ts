import { type Derivation, type DerivationStep, targetKey, type Value } from '../../evaluate/index.js';
import { type Formula, referenceKey, referencesIn } from '../../formula/index.js';
import { ONE, type Quantity } from '../../number/index.js';
import type { Block, Inline, MathNode, WorkingStep } from '../tree/nodes.js';
import { balancedStep, type ShownConversion } from './balanced-step.js';
import { amountOf, branchTaken } from './by-hand.js';
import { isCut, isWrittenAsPercent, percentText, shownPlaces } from './figures.js';
import { figureMath, type MathScope, referenceTarget, substitutedMath, symbolicMath, targetMath } from './math.js';
import { spokenMath } from './spoken.js';
import type { Voice } from './voice.js';

/** Lines whose result the student writes, by index. */
export interface Faded {
  readonly blanks: ReadonlySet<number>;
  /** For a teacher: the figures stand there, and their lines are marked. */
  readonly isFilled?: boolean;
}

/**
 * A derivation in two columns: the figures of each step on the left (`200 yuan × 80% = 160 yuan`), the same step in words on the right
 * (`money into the pool = take × share`). A faded result is a blank, also where a later step uses it.
 */
export function workingBlock(derivation: Derivation, voice: Voice, faded: Faded = { blanks: new Set() }): Block {
  const { blanks, isFilled = false } = faded;
  const hidden = isFilled ? new Set<string>() : hiddenNames(derivation, faded);
  const steps = derivation.steps.flatMap((step, index) => {
    const lines = stepLines(step, voice, hidden, blanks.has(index) && !isFilled);
    return isFilled && blanks.has(index) ? lines.map((line) => ({ ...line, asked: true as const })) : lines;
  });
  return { kind: 'working', steps };
}

/** One step without the lines that convert its figures, for a page that follows each step. */
export function singleLines(derivation: Derivation, voice: Voice, faded: Faded): readonly WorkingStep[] {
  const hidden = hiddenNames(derivation, faded);
  return derivation.steps.map((step, index) => workingStep(step, voice, hidden, faded.blanks.has(index)));
}

function hiddenNames({ steps }: Derivation, { blanks }: Faded): ReadonlySet<string> {
  return new Set(steps.flatMap(({ target }, index) => (blanks.has(index) && target !== undefined ? [targetKey(target)] : [])));
}

/** Where one unit is counted as another, a line of its own says so: before the step, or behind it for its result. */
function stepLines(step: DerivationStep, voice: Voice, hidden: ReadonlySet<string>, blank: boolean): readonly WorkingStep[] {
  const scope = stepScope(step, voice);
  const conversions = step.target === undefined ? [] : (voice.content.evaluated.examples.get(step.target.example)?.conversions ?? []);
  const isOpen = (key: string) => {
    const reference = referencesIn(step.formula).find((one) => referenceKey(one) === key);
    const target = reference === undefined ? undefined : referenceTarget(reference, scope);
    return target !== undefined && hidden.has(targetKey(target));
  };
  const branch = { ...step, formula: branchTaken(step.formula, step.values) };
  const { before, formula, values, value, after } = balancedStep(branch, conversions, isOpen);
  if (before.length === 0 && after === undefined) return [workingStep(step, voice, hidden, blank)];
  const figures: DerivationStep = { ...step, formula, values, ...(value === undefined ? {} : { value }) };
  return [
    ...before.flatMap((one) => conversionLines(one, step, voice, hidden)),
    workingStep(step, voice, hidden, blank, figures),
    ...(after === undefined ? [] : conversionLines(blank ? { from: after.from, to: after.to } : after, step, voice, hidden)),
  ];
}

/** `17.76 yuan → 17.76 SV`, by the document's rule; `1 yuan → 1 SV` where the figure is left to the student. */
function conversionLines(
  { working, amount: shown, from, to }: ShownConversion,
  step: DerivationStep,
  voice: Voice,
  hidden: ReadonlySet<string>,
): readonly WorkingStep[] {
  const { target: _, ...untitled } = step;
  const inner =
    working === undefined || shown === undefined
      ? []
      : [
          workingStep(
            { ...untitled, role: 'formula', formula: working, value: { amount: shown, unit: from } },
            voice,
            hidden,
            false,
            undefined,
            stepScope(step, voice),
          ),
        ];
  const figure = shown ?? ONE;
  const math: MathNode = {
    kind: 'row',
    children: [figureMath({ amount: figure, unit: from }, voice), operator('→'), figureMath({ amount: figure, unit: to }, voice)],
  };
  const rule: readonly Inline[] = [{ kind: 'text', text: voice.say('by-document-rule') }];
  return [...inner, { math, alt: spokenMath(math, voice), reason: rule }];
}

/** `figures`, by default the step itself, is what stands on the left. */
function workingStep(
  step: DerivationStep,
  voice: Voice,
  hidden: ReadonlySet<string>,
  blank: boolean,
  figures: DerivationStep = step,
  scope: MathScope = stepScope(step, voice),
): WorkingStep {
  const math: MathNode = { kind: 'row', children: [...stepFigures(figures, scope, hidden, blank), ...stepResult(figures, scope, blank)] };
  const meaning = step.target === undefined ? symbolicMath(branchTaken(step.formula, step.values), scope) : definitionMath(step, voice);
  return {
    math,
    alt: spokenMath(math, voice),
    reason: [{ kind: 'math', math: meaning, alt: spokenMath(meaning, voice) }],
  };
}

/** What is worked out, in figures. A whole number that is chosen from a figure stands behind it: `56.3 → 57 nights`. */
function stepFigures(step: DerivationStep, scope: MathScope, hidden: ReadonlySet<string>, blank: boolean): readonly MathNode[] {
  const { values, value } = step;
  const formula = branchTaken(step.formula, values);
  const { voice } = scope;
  const draw = (part: Formula) => substitutedMath(part, scope, { values, hidden });
  const [rounded] = formula.kind === 'call' && ROUNDINGS.has(formula.function) ? formula.arguments : [];
  if (SEARCHES.has(formula.kind)) return [];
  // Nothing is worked out where one figure is taken as it stands.
  if (!blank && isTakenAsItStands(formula, step, scope)) return [];
  if (rounded === undefined || typeof value !== 'object') return [draw(formula)];
  const before = amountOf(rounded, values);
  if (blank || before === undefined || before.equals(value.amount)) return [draw(rounded)];
  if (formula.kind === 'call' && formula.function === 'round') return [draw(rounded)];
  const cut = isCut(before, shownPlaces(before));
  const figure = isOneFigure(rounded) ? [] : [operator(cut ? '≈' : '='), figureMath({ amount: before, unit: value.unit }, voice)];
  return [draw(rounded), ...figure];
}

/** What is found by looking, and not by a sum in figures. */
const SEARCHES: ReadonlySet<Formula['kind']> = new Set(['first', 'count', 'solve']);

const ROUNDINGS: ReadonlySet<string> = new Set(['floor', 'ceil', 'round']);

function isTakenAsItStands(formula: Formula, step: DerivationStep, scope: MathScope): boolean {
  if (!isOneFigure(formula) || typeof step.value !== 'object') return false;
  const taken = substitutedMath(formula, scope, { values: step.values, hidden: new Set() });
  return spokenMath(taken, scope.voice) === spokenMath(figureMath(step.value, scope.voice), scope.voice);
}

function isOneFigure({ kind }: Formula): boolean {
  return kind === 'name' || kind === 'cell' || kind === 'before' || kind === 'number';
}

function operator(text: string): MathNode {
  return { kind: 'operator', text };
}

/** `= 160 yuan`, `≈ 1.4286 yuan/point` where the figure is cut, or `= ____`. */
function stepResult(step: DerivationStep, scope: MathScope, blank: boolean): readonly MathNode[] {
  const { value, values } = step;
  const { voice } = scope;
  if (blank) return [operator('='), { kind: 'blank', alt: voice.say('spoken-blank') }];
  if (value === undefined || typeof value === 'boolean') return [];
  const formula = branchTaken(step.formula, values);
  const percent = step.target !== undefined && isWrittenAsPercent(voice.content.evaluated, step.target.example, step.target.name);
  const figure: MathNode = percent ? { kind: 'number', text: percentText(value.amount) } : figureMath(value, voice);
  if (SEARCHES.has(formula.kind) || isTakenAsItStands(formula, step, scope))
    return isCut(value.amount, shownPlaces(value.amount)) ? [operator('≈'), figure] : [figure];
  return [operator(resultSign(formula, value, values)), figure];
}

/** `≈` where the figure is cut, an arrow where a whole number is taken from it. */
function resultSign(formula: Formula, value: Quantity, values: ReadonlyMap<string, Value>): string {
  const [rounded] = formula.kind === 'call' && ROUNDINGS.has(formula.function) ? formula.arguments : [];
  const before = rounded === undefined ? undefined : amountOf(rounded, values);
  if (before !== undefined && !before.equals(value.amount)) return formula.kind === 'call' && formula.function === 'round' ? '≈' : '→';
  return isCut(value.amount, shownPlaces(value.amount)) ? '≈' : '=';
}

/** A step in words: `price of one point = pool ÷ points`; an anonymous formula stands alone. */
export function definitionMath(step: DerivationStep, voice: Voice): MathNode {
  const keepsTiers = step.target !== undefined;
  const symbolic = symbolicMath(branchTaken(step.formula, step.values, { keepsTiers }), stepScope(step, voice));
  if (step.target === undefined) return symbolic;
  return { kind: 'row', children: [targetMath(step.target, voice), { kind: 'operator', text: '=' }, symbolic] };
}

function stepScope({ target, row }: DerivationStep, voice: Voice): MathScope {
  return { voice, ...(target === undefined ? {} : { example: target.example }), ...(row === undefined ? {} : { row }) };
}
