import type { Directive, DirectiveName } from '../../../chapter/index.js';
import { fiveQuestions } from '../../questions/five-questions.js';
import type { Block } from '../../tree/nodes.js';
import { proseBlocks } from '../../wording/prose.js';
import type { Voice } from '../../wording/voice.js';
import { printAnswer } from './answer.js';
import { printChart } from './chart.js';
import type { PrintDirective } from './context.js';
import { printElsewhere } from './elsewhere.js';
import { printExercise } from './exercise.js';
import { printFormula } from './formula.js';
import { printGivens } from './givens.js';
import { printPanel } from './panels.js';
import { printTable } from './table.js';
import { printVerdicts } from './verdicts.js';
import { printWorked } from './worked.js';

const PRINTERS = {
  exercise: printExercise,
  rubric: printElsewhere,
  hint: printElsewhere,
  frame: printElsewhere,
  pairs: printElsewhere,
  givens: printGivens,
  worked: printWorked,
  formula: printFormula,
  table: printTable,
  chart: printChart,
  note: printPanel,
  card: printPanel,
  certificate: printPanel,
  exit: printPanel,
  transfer: printPanel,
  recall: printPanel,
  plan: printElsewhere,
  discuss: printElsewhere,
  feedback: printElsewhere,
  verdicts: printVerdicts,
  answer: printAnswer,
  'five-answers': printElsewhere,
  'five-questions': (directive, { voice, idPrefix }) => fiveQuestions(directive, voice, idPrefix),
} satisfies { readonly [Name in DirectiveName]: PrintDirective<Name> };

/** What a directive prints in this edition; ids of headings and exercises begin with `idPrefix`. */
export function directiveBlocks(directive: Directive, voice: Voice, idPrefix: string): readonly Block[] {
  if (directive.directive === 'pairs') return printElsewhere();
  const prose = () => proseBlocks(directive.prose, voice, `${idPrefix}-${directive.span.start}`);
  // Each printer takes the directives of its own name, which the compiler cannot follow through the record.
  const print = PRINTERS[directive.directive] as PrintDirective<DirectiveName>;
  return print(directive, { voice, idPrefix, prose });
}
