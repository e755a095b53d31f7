import type { SharedWords } from '../../../chapter/index.js';
import type { EvaluatedExample } from '../../../evaluate/index.js';
import { type Formula, looksAtRows, visitFormula } from '../../../formula/index.js';
import { type ExerciseLine, FLYER, isSupposed, PRACTICE, type Practice } from '../chapter/sums.js';
import { type Prompt, promptFor } from '../chapter/words.js';
import type { Study } from '../judge/study.js';
import type { SayFlyer } from '../words/words.js';
import { byHand, givenLines, otherValues, staysAlive, type Valued, workedLines, written } from './figures.js';
import { wrongOptions, wrongTurns } from './wrong-turns.js';

/** Kinds that are proposed, in the order of a sheet. */
export const PROPOSED = ['compute', 'practice', 'check', 'spot', 'hunt', 'what-if', 'choose'] as const;
export type ProposedKind = (typeof PROPOSED)[number];

/** An exercise made from the table. */
export interface Proposal {
  readonly kind: ProposedKind;
  readonly line: ExerciseLine;
  readonly prompt: Prompt;
  /** Other figures that it needs, by the key of the given, and what they may be for other students. */
  readonly practice?: Practice;
}

const MOST_TARGETS = 2;
const MOST_CLAIMS = 4;
const MOST_ROWS = 6;
const NEAR_ROWS = 6;
const MOST_HUNTED = 5;

/** What can be asked about a flyer; whether the engine accepts it is another question. */
export function proposals(study: Study, shared: SharedWords, say: SayFlyer): readonly Proposal[] {
  const example = study.judged?.evaluated.examples.get(FLYER);
  if (example === undefined) return [];
  const worked = byHand(workedLines(study, example), study);
  const givens = givenLines(study, example);
  return [
    ...compute(worked, shared),
    ...practice(worked, givens, study, shared, say),
    ...check(study, shared),
    ...spot(study, givens, shared),
    ...hunt(worked, example, say),
    ...whatIf(worked, givens, example, shared),
    ...choose(worked, givens, example, shared),
  ];
}

function make(kind: ProposedKind, marks: number, keys: string, text: string, rest: Omit<Prompt, 'exercise' | 'text'> = {}): Proposal {
  const level = kind === 'compute' || kind === 'practice' || kind === 'choose' ? 'basic' : 'standard';
  return {
    kind,
    line: { name: kind, yaml: `{ ${keys}, marks: ${marks}, level: ${level} }` },
    prompt: { exercise: kind, text, ...rest },
  };
}

/** What the flyer does not print itself comes first: of a printed figure the answer stands in the flyer. */
function compute(worked: readonly Valued[], shared: SharedWords): readonly Proposal[] {
  const unprinted = worked.filter(({ line }) => line.figure.kind === 'empty');
  const targets = (unprinted.length > 0 ? unprinted : worked).slice(0, MOST_TARGETS);
  if (targets.length === 0) return [];
  return [make('compute', targets.length, `compute: [${dotted(targets)}]`, promptFor('compute', namesOf(targets), shared))];
}

/** The last line, with another value of a given on which it rests. */
function practice(
  worked: readonly Valued[],
  givens: readonly Valued[],
  { judged }: Study,
  shared: SharedWords,
  say: SayFlyer,
): readonly Proposal[] {
  const target = worked.at(-1);
  const example = judged?.evaluated.examples.get(FLYER);
  const tree = target?.line.formula?.tree;
  if (target === undefined || example === undefined || tree === undefined) return [];
  const inputs = example.inputsOf(tree);
  const choices = givens
    .filter(({ line }) => inputs.includes(line.key))
    .map((given) => ({ given, values: otherValues(given, worked, example).map((value) => written(given, value)) }))
    .sort((a, b) => b.values.length - a.values.length);
  const { given: changed, values = [] } = choices[0] ?? {};
  if (changed === undefined || values.length === 0) return [];
  const text = `${say('prompt-practice')}${shared.spaced ? ' ' : ''}${promptFor('compute', [target.line.name], shared)}`;
  const made = make('practice', 1, `compute: ${PRACTICE}.${target.line.key}`, text, { givens: true });
  return [{ ...made, practice: { key: changed.line.key, figure: values[0] ?? '', vary: values } }];
}

/** Lines that are judged, first those that do not come out; not those for which too many rounds would have to be written down. */
function check(study: Study, shared: SharedWords): readonly Proposal[] {
  const { judged, draft } = study;
  const isNear = (key: string) =>
    draft.lines.every((line) => line.key !== key || line.formula === undefined || farthestRow(line.formula.tree, draft) <= NEAR_ROWS);
  const all = (judged?.audit.figures ?? []).filter(({ rule, claim }) => rule !== 'stated' && isNear(claim.name));
  const chosen = [...all.filter(({ word }) => word !== 'reproduced'), ...all.filter(({ word }) => word === 'reproduced')].slice(
    0,
    MOST_CLAIMS,
  );
  const claims = all.filter((one) => chosen.includes(one));
  if (claims.length === 0) return [];
  const keys = claims.map(({ claim }) => `${FLYER}.${claim.name}`).join(', ');
  return [make('check', claims.length, `check: [${keys}]`, promptFor('check', [], shared), { verdicts: true })];
}

/** The last round that somebody has to work out for a formula; a comparison of every round counts as a near one. */
function farthestRow(tree: Formula, { flyer }: Study['draft']): number {
  let farthest = 0;
  visitFormula(tree, (node) => {
    if (looksAtRows(node)) farthest = Number.POSITIVE_INFINITY;
    if (node.kind !== 'cell') return;
    const row =
      node.row === 'last' ? flyer.rounds.count : node.row.kind === 'number' ? node.row.amount.toNumber() : Number.POSITIVE_INFINITY;
    farthest = Math.max(farthest, row);
  });
  return farthest;
}

/** Needs something that the flyer says and something that it does not say. */
function spot({ draft }: Study, givens: readonly Valued[], shared: SharedWords): readonly Proposal[] {
  const unsaid = draft.lines.filter(isSupposed);
  if (unsaid.length === 0 || givens.length === 0) return [];
  const keys = [...givens.slice(0, MOST_ROWS - 1).map(({ line }) => line.key), ...unsaid.map(({ key }) => key)].slice(-MOST_ROWS);
  return [make('spot', keys.length, `spot: ${FLYER}, names: [${keys.join(', ')}]`, promptFor('spot', [], shared))];
}

/** The lines of the table as a working in which one went wrong, somewhere before its end if that can be. */
function hunt(worked: readonly (Valued & { readonly tree: Formula })[], example: EvaluatedExample, say: SayFlyer): readonly Proposal[] {
  const lines = worked.slice(0, MOST_HUNTED);
  if (lines.length < 2) return [];
  const order = [...lines.slice(1, -1), ...lines.slice(0, 1), ...lines.slice(-1)];
  const slips = order.flatMap((one) => wrongTurns(one, one.tree, example).map((turn) => ({ one, turn })));
  // A line that only repeats another one gives itself away, and a figure below nothing gives away the line before it.
  const slipped =
    slips.find(
      ({ one, turn }) => /\W/.test(turn.formula) && staysAlive(one.line.key, { ...one.value, amount: turn.value }, lines, example),
    ) ?? slips.find(({ one }) => one === lines.at(-1));
  if (slipped === undefined) return [];
  const { one, turn } = slipped;
  const keys = lines.map(({ line }) => line.key).join(', ');
  return [
    make(
      'hunt',
      3,
      `hunt: ${FLYER}, lines: [${keys}], slips: { ${one.line.key}: { ${turn.code}: "${turn.formula}" } }`,
      say('prompt-hunt'),
    ),
  ];
}

function whatIf(worked: readonly Valued[], givens: readonly Valued[], example: EvaluatedExample, shared: SharedWords): readonly Proposal[] {
  const watched = worked.at(-1);
  const tree = watched?.line.formula?.tree;
  if (watched === undefined || tree === undefined) return [];
  const inputs = example.inputsOf(tree);
  const cases = givens
    .filter(({ line }) => inputs.includes(line.key))
    .flatMap((one) => {
      const values = otherValues(one, worked, example);
      const value = values[1] ?? values[0];
      return value === undefined ? [] : [`{ ${one.line.key}: "${written(one, value)}" }`];
    })
    .slice(0, MOST_TARGETS);
  if (cases.length === 0) return [];
  return [
    make(
      'what-if',
      cases.length,
      `what-if: ${FLYER}, cases: [${cases.join(', ')}], watch: [${dotted([watched])}]`,
      promptFor('what-if', [], shared),
    ),
  ];
}

function choose(
  worked: readonly (Valued & { readonly tree: Formula })[],
  givens: readonly Valued[],
  example: EvaluatedExample,
  shared: SharedWords,
): readonly Proposal[] {
  const unprinted = worked.find(({ line }) => line.figure.kind === 'empty') ?? worked[0];
  if (unprinted === undefined) return [];
  const others = [...worked, ...givens].filter(({ line }) => line.key !== unprinted.line.key);
  const wrong = wrongOptions(unprinted, unprinted.tree, others, example);
  if (wrong.size === 0) return [];
  const options = [...wrong].map(([code, formula]) => `${code}: "${formula}"`).join(', ');
  return [
    make('choose', 1, `choose: ${dotted([unprinted])}, misconceptions: { ${options} }`, promptFor('choose', [unprinted.line.name], shared)),
  ];
}

function dotted(lines: readonly Valued[]): string {
  return lines.map(({ line }) => `${FLYER}.${line.key}`).join(', ');
}

function namesOf(lines: readonly Valued[]): readonly string[] {
  return lines.map(({ line }) => line.name);
}
