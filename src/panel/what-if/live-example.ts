import {
  type Block,
  type Chart,
  eachOf,
  figureText,
  lineChart,
  nameWithUnit,
  niceRange,
  shownPlaces,
  targetKey,
  type Voice,
  type WhatIfPlan,
  type WorkingStep,
  workingBlock,
} from '../../document/index.js';
import type { Derivation, DerivationStep, EvaluatedExample, EvaluatedRounds } from '../../evaluate/index.js';
import { type Amount, amount, formatAmount, ONE, PURE_NUMBER } from '../../number/index.js';
import type { Formula } from '../../parse/index.js';
import type { Span } from '../../source/index.js';

/** One example with the figures that its reader chose. */
export interface LiveExample {
  readonly steps: readonly LiveStep[];
  readonly rounds?: LiveRounds;
  /** Some asked figures are left open because nothing is changed yet. */
  readonly open: boolean;
  /** The example's result in a sentence for a screen reader. */
  readonly result: string;
}

export interface LiveStep extends WorkingStep {
  /** `ladder.price[1]`. */
  readonly key: string;
  /** The result alone, as printed; absent where it is open or none comes out. */
  readonly figure?: string;
  /** No figure comes out: a division by zero, a row that is never reached, an unknown. */
  readonly fails: boolean;
}

export interface LiveRounds {
  readonly head: readonly string[];
  /** An open figure is an empty text. */
  readonly rows: readonly (readonly string[])[];
  readonly chart: Chart;
  readonly chartAlt: string;
  readonly columns: readonly { readonly name: string; readonly label: string }[];
}

/** Rows in the table and points in the chart; further rows stay in the steps that look for them. */
const MOST_ROWS = 12;
const MOST_POINTS = 60;

/** Works out an example again. `isChanged` = at least one figure differs from the page's; `drawn` = the column of the chart. */
export function liveExample(
  plan: WhatIfPlan,
  example: EvaluatedExample,
  voice: Voice,
  options: { readonly isChanged: boolean; readonly worked?: Formula; readonly drawn?: string },
): LiveExample {
  const asked = new Set(options.isChanged ? [] : plan.asked);
  const derivation = wholeDerivation(example, options.worked);
  const steps = liveSteps(derivation, asked, voice);
  const rounds = example.rounds === undefined ? undefined : liveRounds(plan, example.rounds, asked, options.drawn, voice);
  const goal = steps.find(({ key }) => key === goalKey(plan, options.worked)) ?? steps.at(-1);
  const figure = goal?.figure ?? (goal?.fails === true ? voice.say('panel-none') : '');
  return {
    steps,
    ...(rounds === undefined ? {} : { rounds }),
    open: asked.size > 0,
    result: figure === '' ? '' : voice.say('panel-result', { name: plan.title, figure }),
  };
}

function goalKey({ example }: WhatIfPlan, worked: Formula | undefined): string | undefined {
  if (worked?.kind === 'name') return `${example}.${worked.name}`;
  if (worked?.kind !== 'cell' || worked.row === 'last' || worked.row.kind !== 'number') return undefined;
  return `${example}.${worked.column}[${worked.row.amount.toFixed()}]`;
}

/** The lines of the worked example, then every other step in the chapter's order, then the first round; each once. */
function wholeDerivation(example: EvaluatedExample, worked: Formula | undefined): Derivation {
  const { name, span, steps: scalars } = example.example;
  const targets: readonly Formula[] = [
    ...(worked === undefined ? [] : [worked]),
    ...scalars.map((step): Formula => ({ kind: 'name', example: name, name: step.name, span })),
    ...(example.rounds?.columns ?? []).map(
      ({ name: column }): Formula => ({ kind: 'cell', example: name, column, row: first(span), span }),
    ),
  ];
  const found = new Map<string, DerivationStep>();
  for (const target of targets) {
    for (const step of example.derive(target).steps) {
      if (step.target !== undefined && step.target.example === name && !found.has(targetKey(step.target)))
        found.set(targetKey(step.target), step);
    }
  }
  return { steps: [...found.values()] };
}

function first(span: Span): Formula {
  return { kind: 'number', text: '1', amount: ONE, unit: PURE_NUMBER, span };
}

function liveSteps(derivation: Derivation, asked: ReadonlySet<string>, voice: Voice): readonly LiveStep[] {
  const { steps } = derivation;
  const blanks = new Set(steps.flatMap(({ target }, index) => (target !== undefined && asked.has(targetKey(target)) ? [index] : [])));
  const block = workingBlock(derivation, voice, { blanks }) as Block & { readonly kind: 'working' };
  return block.steps.map((drawn, index) => {
    const step = steps[index];
    const key = step?.target === undefined ? '' : targetKey(step.target);
    const figure = typeof step?.value === 'object' && !blanks.has(index) ? { figure: figureText(step.value, voice) } : {};
    return { ...drawn, key, ...figure, fails: step?.value === undefined };
  });
}

function liveRounds(
  plan: WhatIfPlan,
  rounds: EvaluatedRounds,
  asked: ReadonlySet<string>,
  wanted: string | undefined,
  voice: Voice,
): LiveRounds {
  const { example } = plan;
  const each = eachOf(example, voice);
  const columns = rounds.columns.map(({ name, unit }) => ({ name, label: nameWithUnit(voice.quantityName(example, name), unit, voice) }));
  const last = Math.min(rounds.lastRow, MOST_POINTS);
  const range = Array.from({ length: last + 1 }, (_, row) => row);
  const value = (column: string, row: number): Amount | undefined => {
    const cell = asked.has(`${example}.${column}[${row}]`) ? undefined : rounds.cell(column, row);
    return typeof cell === 'object' ? cell.amount : undefined;
  };
  const shownRows = range.slice(0, MOST_ROWS + 1);
  const places = columns.map(({ name }) => columnPlaces(shownRows.map((row) => value(name, row))));
  const rows = shownRows.map((row) => [
    String(row),
    ...columns.map(({ name }, index) => cellText(value(name, row), asked.has(`${example}.${name}[${row}]`), places[index] ?? 0)),
  ]);
  const drawn = columns.find(({ name }) => name === wanted) ?? columns.find(({ name }) => name === plan.drawn) ?? columns[0];
  const points = range.flatMap((row) => {
    const y = drawn === undefined ? undefined : value(drawn.name, row);
    return y === undefined ? [] : [{ x: amount(row), y }];
  });
  const x = niceRange(
    each,
    range.map((row) => amount(row)),
  );
  const y = niceRange(
    drawn?.label ?? '',
    points.map((point) => point.y),
  );
  const end = (point: { readonly y: Amount } | undefined) =>
    point === undefined ? '–' : formatAmount(point.y, Math.min(2, shownPlaces(point.y)));
  return {
    head: [each, ...columns.map(({ label }) => label)],
    rows,
    chart: lineChart(x, y, points),
    chartAlt: voice.say('chart-alt', { y: y.label, x: each, from: '0', to: String(last), first: end(points[0]), last: end(points.at(-1)) }),
    columns,
  };
}

function cellText(value: Amount | undefined, open: boolean, places: number): string {
  if (value !== undefined) return formatAmount(value, places);
  return open ? '' : '–';
}

/** As many places for a whole column as its longest figure needs, at most 4. */
function columnPlaces(values: readonly (Amount | undefined)[]): number {
  return Math.min(4, Math.max(0, ...values.map((value) => (value === undefined ? 0 : shownPlaces(value)))));
}
