import { type AnswerReader, createAnswerReader } from '../../answer/index.js';
import { invariant } from '../../diagnostics/index.js';
import { type ChapterWhatIf, figureText, unitInShort, type Voice, type WhatIfInput, type WhatIfPlan } from '../../document/index.js';
import { type Amount, amount } from '../../number/index.js';
import { pageVoice } from './chapter-voice.js';
import { changedExample, fieldText, readField, sliderFigures, type TypedFigure, unitOfInput } from './inputs.js';
import { firstFigures, type LiveExample, liveExample } from './live-example.js';
import { evaluateSums, readFormula, unitNamesOf } from './read-sums.js';

/** A chapter whose sums stand ready in the engine. */
export interface OpenChapter {
  readonly voice: Voice;
  open(plan: WhatIfPlan): OpenExample;
}

/** One example that a reader plays with. */
export interface OpenExample {
  readonly fields: readonly Field[];
  /** The example with the chosen figures, by name; a name that is not there keeps the page's figure. `drawn` = column of the chart. */
  live(chosen: ReadonlyMap<string, Amount>, drawn?: string): LiveExample;
}

/** One figure that can be changed. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** What follows the figure in the field: `%`, `yuan/point`, or nothing. */
  readonly unit: string;
  /** False for a figure that the document does not state. */
  readonly isStated: boolean;
  /** Absent for an unknown. */
  readonly start?: Amount;
  /** Positions of the slider in rising order; empty for an unknown. */
  readonly positions: readonly Amount[];
  /** What somebody typed. */
  read(text: string): TypedFigure;
  /** The figure as it stands in the field. */
  write(value: Amount): string;
  /** The figure with its unit in words, as a slider says it. */
  speak(value: Amount): string;
}

/** Works out the sums that a page carries; the engine is the one that made the page. */
export function openChapter(page: ChapterWhatIf): OpenChapter {
  const evaluated = evaluateSums(page);
  const voice = pageVoice(page, evaluated);
  const unitNames = unitNamesOf(page);
  const readAnswer = createAnswerReader(page.unitWords);
  return {
    voice,
    open: (plan) => {
      const example = evaluated.examples.get(plan.example);
      invariant(example !== undefined, `the page carries no example ${plan.example}`);
      const goal = readFormula(plan.goal, unitNames);
      const first = { example, figures: firstFigures(plan, example, goal, voice) };
      return {
        fields: plan.inputs.map((input) => fieldOf(input, plan, voice, readAnswer)),
        live: (chosen, drawn) => {
          const { example: changed, isChanged } = changedExample(example, plan.inputs, chosen);
          return liveExample(plan, changed, voice, {
            goal,
            ...(isChanged ? { first } : {}),
            ...(drawn === undefined ? {} : { drawn }),
          });
        },
      };
    },
  };
}

function fieldOf(input: WhatIfInput, { example: name }: WhatIfPlan, voice: Voice, readAnswer: AnswerReader): Field {
  const example = voice.content.evaluated.examples.get(name);
  const unit = unitOfInput(example, input.name);
  return {
    name: input.name,
    label: voice.quantityName(name, input.name),
    unit: input.percent ? '%' : unitInShort(unit, undefined, voice),
    isStated: example?.quantities.get(input.name)?.role !== 'unstated',
    ...(input.start === undefined ? {} : { start: amount(input.start) }),
    positions: sliderFigures(input),
    read: (text) => readField(text, input, unit, voice, readAnswer),
    write: (value) => fieldText(value, input),
    speak: (value) => figureText({ amount: value, unit }, voice, { percent: input.percent }),
  };
}
