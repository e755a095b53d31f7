import { figureText, singleLines, type Voice, type WhatIfPlan, type WorkingStep } from '../../document/index.js';
import { type DerivationStep, type EvaluatedExample, targetKey, targetOf } from '../../evaluate/index.js';
import { type Formula, numberNode } from '../../formula/index.js';
import { ONE, PURE_NUMBER } from '../../number/index.js';
import type { Span } from '../../source/index.js';
import { type LiveRounds, liveRounds } from './live-rounds.js';
import { stepNote } from './step-note.js';

/** One example with the figures that its reader chose. */
export interface LiveExample {
  readonly steps: readonly LiveStep[];
  readonly rounds?: LiveRounds;
  /** Some asked figures are left open because nothing is changed yet. */
  readonly isOpen: boolean;
  /** The example's result in words (`price of one point: 1.43 yuan`); empty while it is open. */
  readonly result: string;
  /** The same figure before anything was changed (`at first 1.6 yuan`); absent where it is the same or was asked for. */
  readonly resultWas?: string;
}

export interface LiveStep extends WorkingStep {
  /** `ladder.price[1]`. */
  readonly key: string;
  /** The result alone, as printed; absent where it is open or none comes out. */
  readonly figure?: string;
  /** Why no figure comes out; absent where one does or is left open. */
  readonly note?: string;
  /** The figure before anything was changed; absent where it is the same or was asked for. */
  readonly was?: string;
}

export interface LiveOptions {
  /** The example with the page's own figures, and these by step; absent while nothing is changed, and asked figures are open then. */
  readonly first?: { readonly example: EvaluatedExample; readonly figures: ReadonlyMap<string, string> };
  /** The formula of the result. */
  readonly goal: Formula;
  /** The column of the chart; absent = the plan's. */
  readonly drawn?: string;
}

/** Works out an example again: every step, the rows, the chart, the result. Never fails: what does not come out says so. */
export function liveExample(plan: WhatIfPlan, example: EvaluatedExample, voice: Voice, options: LiveOptions): LiveExample {
  const { first, goal, drawn } = options;
  const asked = new Set(plan.asked);
  const open = first === undefined ? asked : new Set<string>();
  const worked = plan.isWorked ? goal : undefined;
  const steps = liveSteps(wholeDerivation(example, worked), example, open, first?.figures ?? new Map(), voice);
  const rounds = example.rounds;
  // A dashed line of the first figures would draw what an exercise asks for.
  const hidden = [...asked].some((key) => key.startsWith(`${plan.example}.${drawn ?? plan.drawn}[`));
  const firstRounds = hidden || first?.example.rounds === undefined ? {} : { first: first.example.rounds };
  return {
    steps,
    ...(rounds === undefined
      ? {}
      : { rounds: liveRounds(plan, rounds, voice, { asked: open, ...firstRounds, ...(drawn === undefined ? {} : { drawn }) }) }),
    isOpen: open.size > 0,
    ...liveResult(plan, example, voice, options, asked),
  };
}

function liveResult(
  plan: WhatIfPlan,
  example: EvaluatedExample,
  voice: Voice,
  { first, goal }: LiveOptions,
  asked: ReadonlySet<string>,
): Pick<LiveExample, 'result' | 'resultWas'> {
  const { example: owner, rounds } = first?.example ?? example;
  const target = targetOf(goal, owner.name, rounds);
  const isAsked = target !== undefined && asked.has(targetKey(target));
  if (isAsked && first === undefined) return { result: '' };
  const text = (one: EvaluatedExample) => {
    const value = one.valueOf(goal);
    return typeof value === 'object' ? figureText(value, voice) : undefined;
  };
  const figure = text(example);
  const was = isAsked || first === undefined ? undefined : text(first.example);
  return {
    result: voice.say('panel-result', { name: plan.title, figure: figure ?? voice.say('panel-none') }),
    ...(was === undefined || was === figure ? {} : { resultWas: voice.say('panel-was', { figure: was }) }),
  };
}

/**
 * The lines of the worked example, then every other step in the chapter's order, then the first round; each once.
 * Later rounds repeat the first with other figures, which stand in the table.
 */
function wholeDerivation(example: EvaluatedExample, worked: Formula | undefined): readonly DerivationStep[] {
  const { name, span, steps: scalars } = example.example;
  const firstRow = numberNode(ONE, PURE_NUMBER, span);
  const targets: readonly Formula[] = [
    ...(worked === undefined ? [] : [worked]),
    ...scalars.map((step): Formula => nameNode(name, step.name, span)),
    ...(example.rounds?.columns ?? []).map(({ name: column }): Formula => ({ kind: 'cell', example: name, column, row: firstRow, span })),
  ];
  const found = new Map<string, DerivationStep>();
  for (const target of targets) {
    for (const step of example.derive(target).steps) {
      if (step.target === undefined || step.target.example !== name || found.has(targetKey(step.target))) continue;
      if (target === worked || (step.target.row ?? 1) === 1) found.set(targetKey(step.target), step);
    }
  }
  return [...found.values()];
}

function nameNode(example: string, name: string, span: Span): Formula {
  return { kind: 'name', example, name, span };
}

/** What each step came to before anything was changed, by its key; figures that exercises ask for are left out. */
export function firstFigures(plan: WhatIfPlan, first: EvaluatedExample, goal: Formula, voice: Voice): ReadonlyMap<string, string> {
  const steps = wholeDerivation(first, plan.isWorked ? goal : undefined);
  return new Map(
    steps.flatMap(({ target, value }): readonly (readonly [string, string])[] => {
      if (target === undefined || typeof value !== 'object' || plan.asked.includes(targetKey(target))) return [];
      return [[targetKey(target), figureText(value, voice)]];
    }),
  );
}

function liveSteps(
  steps: readonly DerivationStep[],
  example: EvaluatedExample,
  open: ReadonlySet<string>,
  before: ReadonlyMap<string, string>,
  voice: Voice,
): readonly LiveStep[] {
  const blanks = new Set(steps.flatMap(({ target }, index) => (target !== undefined && open.has(targetKey(target)) ? [index] : [])));
  const lines = singleLines({ steps }, voice, { blanks });
  return steps.map((step, index) => {
    const drawn = lines[index] as WorkingStep;
    const key = step.target === undefined ? '' : targetKey(step.target);
    const figure = typeof step.value === 'object' && !blanks.has(index) ? figureText(step.value, voice) : undefined;
    const note = stepNote(step, example, voice);
    const was = before.get(key);
    return {
      ...drawn,
      key,
      ...(figure === undefined ? {} : { figure }),
      ...(note === undefined ? {} : { note }),
      ...(was === undefined || was === figure ? {} : { was: voice.say('panel-was', { figure: was }) }),
    };
  });
}
