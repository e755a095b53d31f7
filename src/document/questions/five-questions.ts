import type { ChapterAudit } from '../../audit/index.js';
import type { PhraseKey } from '../../chapter/index.js';
import { writingLines } from '../exercise/parts.js';
import { bulletList, paragraph } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { eachOf } from '../wording/quantity-name.js';
import { capitalised } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';
import { claimCount, figureSentences } from './figures.js';
import { inputSentences } from './inputs.js';
import { moneySentences } from './money.js';
import { scaleSentences } from './scale.js';
import { unitSentences } from './units.js';

/** The five questions: to a student with what is there to look at and room to write, to a teacher with what the engine found. */
export function fiveQuestions(voice: Voice, idPrefix: string): readonly Block[] {
  return QUESTIONS.flatMap(({ key, found, facts }, index): readonly Block[] => [
    {
      kind: 'heading',
      level: 3,
      id: `${idPrefix}-question-${index + 1}`,
      inlines: [{ kind: 'text', text: `${index + 1}. ${voice.say(key)}` }],
    },
    ...(voice.edition === 'teacher' ? teacherBlocks(found(voice.content.audit, voice)) : [paragraph(facts(voice)), writingLines(2, voice)]),
  ]);
}

function teacherBlocks(sentences: readonly string[]): readonly Block[] {
  const [only] = sentences;
  return sentences.length === 1 && only !== undefined ? [paragraph(capitalised(only))] : [bulletList(sentences.map(capitalised))];
}

interface Question {
  readonly key: PhraseKey & `question-${string}`;
  readonly found: (audit: ChapterAudit, voice: Voice) => readonly string[];
  readonly facts: (voice: Voice) => string;
}

const QUESTIONS: readonly Question[] = [
  { key: 'question-figures', found: (audit, voice) => figureSentences(audit.figures, voice), facts: figureFacts },
  { key: 'question-units', found: (audit, voice) => unitSentences(audit.conversions, voice), facts: unitFacts },
  { key: 'question-inputs', found: (audit, voice) => inputSentences(audit.inputs, voice), facts: inputFacts },
  { key: 'question-money', found: (audit, voice) => moneySentences(audit.money, voice), facts: moneyFacts },
  { key: 'question-scale', found: (audit, voice) => scaleSentences(audit.scale, voice), facts: scaleFacts },
];

function figureFacts(voice: Voice): string {
  return voice.say('figures-facts', { claims: claimCount(voice.content.audit.figures.length, voice) });
}

function unitFacts(voice: Voice): string {
  const used = new Set<string>();
  for (const example of voice.content.evaluated.examples.values()) {
    for (const { unit } of example.quantities.values()) for (const [name] of unit.exponents) used.add(name);
    for (const { unit } of example.rounds?.columns ?? []) for (const [name] of unit.exponents) used.add(name);
  }
  const names = [...used].map((unit) => {
    const [first = unit, second = first] = voice.unitForms(unit);
    return voice.shared.unitForms === 'number-slash' ? first : second;
  });
  return voice.say('units-facts', { units: voice.list(names) });
}

function inputFacts(voice: Voice): string {
  const all = [...voice.content.evaluated.examples.values()].map(({ example }) => example);
  const examples = all.filter(({ like }) => like === undefined);
  const count = (pick: (example: (typeof examples)[number]) => number) => String(examples.reduce((sum, example) => sum + pick(example), 0));
  return voice.say('inputs-facts', { given: count(({ givens }) => givens.length), unstated: count(({ unstated }) => unstated.length) });
}

function moneyFacts(voice: Voice): string {
  const parties = [...new Set(voice.content.audit.money.flatMap((table) => table.parties))].map((party) => voice.partyName(party));
  return parties.length === 0 ? voice.say('money-none') : voice.say('money-facts', { parties: voice.list(parties) });
}

function scaleFacts(voice: Voice): string {
  const counted = [...voice.content.evaluated.examples.keys()].map((name) => eachOf(name, voice)).find((each) => each !== '');
  if (counted !== undefined) return voice.say('scale-facts', { each: counted });
  const figures = voice.content.audit.scale.filter(({ kind }) => kind === 'quantity');
  const names = figures.map(({ example, name }) => voice.quantityName(example, name));
  return names.length === 0 ? voice.say('scale-none') : voice.say('scale-facts-figures', { names: voice.list(names) });
}
