import type { Diagnostic } from '../diagnostics/index.js';
import type { Derivation, EvaluatedChapter, EvaluatedExample } from '../evaluate/index.js';
import { type Amount, contains, formatAmount, intervalAround, type Quantity, roundHalfUp } from '../number/index.js';
import { type ExerciseSpec, type Formula, printFormula } from '../parse/index.js';
import { acceptedInterval } from './accepted.js';
import { defaultPlaces } from './default-places.js';
import type { NumericAnswer } from './exercise.js';

/** What every kind of exercise is made from. Mistakes go to `report`; a maker returns undefined after reporting. */
export interface Making {
  readonly chapter: EvaluatedChapter;
  readonly spec: ExerciseSpec;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface AnswerRequest {
  readonly id: string;
  /** Dotted formula, or a formula in the scope of `example`. */
  readonly formula: Formula;
  /** The example whose scope the formula is in; absent = the chapter's. */
  readonly example?: EvaluatedExample;
  /** The row in which bare columns are read. */
  readonly row?: number;
  readonly places?: number;
  /** Misconceptions whose wrong figures belong to this answer. */
  readonly misconceptions?: ExerciseSpec['misconceptions'];
}

/** The answer to one question for a figure; undefined (and reported) when the figure cannot be worked out. */
export function makeAnswer(request: AnswerRequest, making: Making): NumericAnswer | undefined {
  const { chapter, spec, report } = making;
  const { formula, example, row } = request;
  const value = example === undefined ? chapter.valueOf(formula) : example.valueOf(formula, row);
  if (typeof value !== 'object') {
    report({
      code: 'answer-is-figure',
      severity: 'error',
      message: `Exercise \`${spec.name}\` asks for \`${printFormula(formula)}\`, which has no value.`,
      span: spec.span,
      hint: 'Ask for a figure that can be worked out, or state the input that is missing.',
    });
    return undefined;
  }
  const derivation = example === undefined ? chapter.derive(formula) : example.derive(formula);
  return answerFor(value, derivation, request, making);
}

function answerFor(exact: Quantity, derivation: Derivation, request: AnswerRequest, making: Making): NumericAnswer {
  const { chapter, spec } = making;
  const owner = request.example ?? chapter.exampleOf(request.formula);
  const places = request.places ?? spec.places ?? defaultPlaces(exact);
  const shown = roundHalfUp(exact.amount, places);
  const misconceptions = wrongFigures(request.misconceptions ?? [], shown, places, making);
  return {
    id: request.id,
    formula: request.formula,
    exact,
    places,
    shown,
    accepted: acceptedInterval(
      exact,
      derivation,
      places,
      misconceptions.map(({ value }) => value),
    ),
    otherPaths: owner === undefined ? [] : otherPaths(owner, request, shown, places),
    derivation,
    misconceptions,
  };
}

/** The wrong figures that differ from the right one; a coincidence is reported where the misconception is written. */
function wrongFigures(
  list: ExerciseSpec['misconceptions'],
  shown: Amount,
  places: number,
  making: Making,
): NumericAnswer['misconceptions'] {
  const narrow = intervalAround(shown, places);
  const found: { code: string; value: Amount }[] = [];
  for (const { code, formula } of list) {
    const value = making.chapter.valueOf(formula);
    if (typeof value !== 'object') continue;
    const rounded = roundHalfUp(value.amount, places);
    const twin = found.find((one) => roundHalfUp(one.value, places).equals(rounded));
    if (contains(narrow, value.amount) || contains(narrow, rounded))
      reportTwin(making, code, value.amount, `the right figure ${formatAmount(shown, places)}`);
    else if (twin !== undefined) reportTwin(making, code, value.amount, `the wrong figure of ${twin.code}`);
    else found.push({ code: code.value, value: value.amount });
  }
  return found;
}

function reportTwin({ spec, report }: Making, code: ExerciseSpec['misconceptions'][number]['code'], value: Amount, other: string): void {
  report({
    code: 'distinct-options',
    severity: 'error',
    message: `In exercise \`${spec.name}\`, misconception ${code.value} gives ${formatAmount(value)}, which cannot be told from ${other}.`,
    span: code.span,
    hint: 'Change a given so that the two differ, or leave this misconception out.',
  });
}

/** What the example's other readings give, where they would be written differently. */
function otherPaths(owner: EvaluatedExample, request: AnswerRequest, shown: Amount, places: number): NumericAnswer['otherPaths'] {
  return owner.example.readings.flatMap(({ name }) => {
    const value = owner.underReading(name).valueOf(request.formula, request.row);
    if (typeof value !== 'object') return [];
    const rounded = roundHalfUp(value.amount, places);
    return rounded.equals(shown) ? [] : [{ reading: name, value: rounded }];
  });
}
