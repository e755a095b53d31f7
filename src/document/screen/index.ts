import { directivesNamed, PHRASES } from '../../chapter/index.js';
import { type EvaluatedExample, targetKey } from '../../evaluate/index.js';
import type { Exercise } from '../../exercises/index.js';
import { type Formula, printFormula } from '../../formula/index.js';
import { BUILT_IN_UNITS, isDate } from '../../number/index.js';
import type { ChapterWhatIf, WhatIfPlan, WhatIfWords } from '../tree/what-if-plan.js';
import { formulaName } from '../wording/quantity-name.js';
import type { Voice } from '../wording/voice.js';
import { askedFigures, examplesOf } from './asked.js';
import { whatIfInputs } from './inputs.js';
import { exampleSums } from './sums-text.js';
import { signsOf, unitWordsOf } from './unit-words.js';

export type * from '../tree/what-if-plan.js';

/** What a screen needs to let a reader change the figures of this chapter's examples; undefined when no example can be changed. */
export function chapterWhatIf(voice: Voice): ChapterWhatIf | undefined {
  const { source } = voice.content.evaluated;
  const worked = workedFormulas(voice);
  const panels = [...voice.content.evaluated.examples.values()].flatMap((example) => panelPlan(example, worked, voice) ?? []);
  if (panels.length === 0) return undefined;
  return {
    folder: source.folder,
    units: source.sums.units.map(({ value }) => value),
    examples: source.sums.examples.map(exampleSums),
    words: whatIfWords(voice),
    unitWords: unitWordsOf(voice),
    panels,
  };
}

function panelPlan(evaluated: EvaluatedExample, worked: readonly Formula[], voice: Voice): WhatIfPlan | undefined {
  const { name } = evaluated.example;
  const exercises = voice.content.exercises.filter((exercise) => examplesOf(exercise).includes(name));
  const formula = worked.find((one) => voice.content.evaluated.exampleOf(one)?.example.name === name);
  const inputs = whatIfInputs(evaluated);
  if ((formula === undefined && exercises.length === 0) || inputs.length === 0) return undefined;
  const goal = formula ?? lastResult(evaluated);
  if (goal === undefined) return undefined;
  const shown = new Set(
    formula === undefined ? [] : evaluated.derive(formula).steps.flatMap(({ target }) => (target === undefined ? [] : targetKey(target))),
  );
  const asked = voice.edition === 'student' ? askedFigures(evaluated, exercises).filter((key) => !shown.has(key)) : [];
  const drawn = drawnColumn(evaluated, exercises);
  return {
    id: `${voice.content.evaluated.source.name}-what-if-${name.replace(/_/g, '-')}`,
    example: name,
    title: formulaName(goal, voice),
    where: whereText(exercises, voice),
    goal: printFormula(goal),
    isWorked: formula !== undefined,
    inputs,
    asked,
    ...(drawn === undefined ? {} : { drawn }),
  };
}

/** The figure that stands for an example in its title: the last column after the first round, else the last step. */
function lastResult({ example, rounds }: EvaluatedExample): Formula | undefined {
  const { name, span } = example;
  const column = rounds?.columns.at(-1)?.name;
  if (column !== undefined) return { kind: 'cell', example: name, column, row: 'last', span };
  const step = example.steps.at(-1);
  return step === undefined ? undefined : { kind: 'name', example: name, name: step.name, span };
}

/** The column of a drawing exercise, else the last one that is not of dates. */
function drawnColumn({ rounds }: EvaluatedExample, exercises: readonly Exercise[]): string | undefined {
  const plotted = exercises.flatMap(({ form }) => (form.kind === 'plot' ? [form.y.name] : []));
  return plotted[0] ?? rounds?.columns.findLast(({ unit }) => !isDate(unit))?.name;
}

function whereText(exercises: readonly Exercise[], voice: Voice): string {
  if (exercises.length === 0) return '';
  return voice.say('panel-where', { numbers: voice.list(exercises.map(({ number }) => String(number))) });
}

/** What `::: worked` works out, in reading order; what cannot be read was reported where it is printed. */
function workedFormulas(voice: Voice): readonly Formula[] {
  return directivesNamed(voice.words, 'worked').flatMap(({ formula }) => formula ?? []);
}

/** Phrases that formulas, figures, charts and the panel itself are made of. */
const SPOKEN =
  /^(spoken|function|math|unit|pure|name|row|chart|panel|calendar)-|^(refused-|list|label-and-text|not-derivable|unknown|check-read-as)/;

function whatIfWords(voice: Voice): WhatIfWords {
  const { shared, words } = voice;
  const { sums } = voice.content.evaluated.source;
  const used = new Set([...BUILT_IN_UNITS, ...sums.units.map(({ value }) => value)]);
  const phrases = [...shared.phrases].filter(([key]) => key in PHRASES && SPOKEN.test(key));
  return {
    language: shared.language,
    unitForms: shared.unitForms,
    spaced: shared.spaced,
    phrases: Object.fromEntries(phrases),
    units: Object.fromEntries([...shared.units, ...signsOf(sums), ...words.units].filter(([unit]) => used.has(unit))),
    names: Object.fromEntries([...words.names].map(([key, { value }]) => [key, value])),
  };
}
