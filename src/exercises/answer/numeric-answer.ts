import type { EvaluatedChapter, EvaluatedExample } from '../../evaluate/index.js';
import { dottedReferencesIn, type Formula, printFormula } from '../../formula/index.js';
import { type Amount, isDate, type Quantity, roundHalfUp } from '../../number/index.js';
import type { NumericAnswer } from '../model/answer.js';
import { acceptedInterval, type PrintedFigures } from './accepted.js';
import { defaultPlaces, settled } from './default-places.js';
import type { Making } from './making.js';
import { type WorkedFigure, wrongFigures } from './misconceptions.js';

export interface AnswerRequest {
  readonly id: string;
  /** Dotted. */
  readonly formula: Formula;
  /** The example in which the formula is worked out (changed, or under a reading); absent = the chapter's plain reading. */
  readonly example?: EvaluatedExample;
  /** Absent = the exercise's, or else what suits the value. */
  readonly places?: number;
  /** The figure in the unit in which it is asked for, where that is not simply the formula's. */
  readonly exact?: Quantity;
  /** What makes this case differ, for the message when it has no value: `gift_rate: 50%`. */
  readonly circumstance?: string;
  readonly printed?: PrintedFigures;
}

interface RequestedFigure extends WorkedFigure {
  readonly request: AnswerRequest;
}

/** The answers of an exercise with the wrong figures of its misconceptions; undefined (and reported) when a figure has no value. */
export function makeAnswers(requests: readonly AnswerRequest[], making: Making): readonly NumericAnswer[] | undefined {
  const worked: RequestedFigure[] = [];
  for (const request of requests) {
    const figure = workOut(request, making);
    if (figure === undefined) return undefined;
    worked.push(figure);
  }
  const wrong = wrongFigures(worked, making);
  return worked.map((figure, index) => finishAnswer(figure, wrong[index] ?? [], making));
}

/** One answer without misconceptions; undefined (and reported) when it has no value. */
export function makeAnswer(request: AnswerRequest, making: Making): NumericAnswer | undefined {
  const worked = workOut(request, making);
  return worked === undefined ? undefined : finishAnswer(worked, [], making);
}

function workOut(request: AnswerRequest, making: Making): RequestedFigure | undefined {
  const value = request.exact ?? (request.example ?? making.chapter).valueOf(request.formula);
  if (typeof value !== 'object') return reportNoFigure(request, value, making);
  if (isDate(value.unit)) return reportDate(request, making);
  const exact = { amount: settled(value.amount), unit: value.unit };
  const places = request.places ?? making.spec.places ?? defaultPlaces(exact);
  return { request, exact, places, shown: roundHalfUp(exact.amount, places) };
}

function finishAnswer(figure: RequestedFigure, misconceptions: NumericAnswer['misconceptions'], { chapter, spec }: Making): NumericAnswer {
  const { request, exact, places, shown } = figure;
  const { id, formula, example, printed } = request;
  const derivation = (example ?? chapter).derive(formula);
  const wrong = misconceptions.map(({ value }) => value);
  return {
    id,
    formula,
    exact,
    places,
    shown,
    accepted: acceptedInterval({ exact: exact.amount, shown, places }, derivation, wrong, printed),
    otherPaths: spec.oneReading ? [] : otherPaths(example ?? chapter.exampleOf(formula), formula, shown, places),
    derivation,
    misconceptions,
  };
}

/** What the other readings give, where it would be written differently. Under a reading there are no others. */
function otherPaths(owner: EvaluatedExample | undefined, formula: Formula, shown: Amount, places: number): NumericAnswer['otherPaths'] {
  if (owner === undefined || owner.reading !== undefined) return [];
  return owner.example.readings.flatMap(({ name }) => {
    const value = owner.underReading(name).valueOf(formula);
    if (typeof value !== 'object') return [];
    const rounded = roundHalfUp(settled(value.amount), places);
    return rounded.equals(shown) ? [] : [{ reading: name, value: rounded }];
  });
}

function reportNoFigure(request: AnswerRequest, value: boolean | undefined, { chapter, spec, report }: Making): undefined {
  const { formula, circumstance } = request;
  const missing = value === undefined ? missingNames(formula, chapter) : [];
  if (value === undefined && missing.length === 0 && isReported(request, chapter)) return undefined;
  const under = circumstance === undefined ? '' : ` with \`${circumstance}\``;
  const because = missing.length === 0 ? '' : `: ${missing.map((name) => `\`${name}\``).join(', ')} unknown`;
  const what = value === undefined ? `which has no value${under}${because}` : 'which is a condition';
  return report(
    'answer-is-figure',
    spec.span,
    `Exercise \`${spec.name}\` asks for \`${printFormula(formula)}\`, ${what}.`,
    'Ask for a figure that can be worked out, or state the input that is missing.',
  );
}

function reportDate({ formula }: AnswerRequest, { spec, report }: Making): undefined {
  const message = `Exercise \`${spec.name}\` asks for \`${printFormula(formula)}\`, which is a date and no number.`;
  return report('answer-is-figure', spec.span, message, 'Ask for the days between two dates, as in `days(begins, ends)`.');
}

/**
 * True when the evaluation has said what is wrong: it works out every formula of the unchanged chapter, and every row of its tables.
 * Only a change, or a row further down, can fail without having been noticed.
 */
function isReported({ formula, example }: AnswerRequest, chapter: EvaluatedChapter): boolean {
  if (chapter.valueOf(formula) !== undefined) return false;
  if (example?.rounds === undefined || formula.kind !== 'cell' || formula.row === 'last' || formula.row.kind !== 'number') return true;
  return example.unitOf(formula) === undefined || formula.row.amount.lessThanOrEqualTo(example.rounds.lastRow);
}

/** Unknown inputs behind a dotted formula, also those of other examples that its steps draw on. */
function missingNames(formula: Formula, chapter: EvaluatedChapter): readonly string[] {
  const found = new Set<string>();
  for (const node of dottedReferencesIn(formula)) {
    const owner = chapter.examples.get(node.example);
    const missing = node.kind === 'name' ? owner?.quantities.get(node.name)?.missing : owner?.missingFor(node);
    for (const name of missing ?? []) found.add(name);
  }
  return [...found];
}
