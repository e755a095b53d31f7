import type { ChapterAudit } from '../../audit/index.js';
import { type DirectiveOf, directivesNamed, type PhraseKey, type Prose } from '../../chapter/index.js';
import { writingLines } from '../exercise/parts.js';
import { bulletList, panel, paragraph, strong, text } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { proseBlocks } from '../wording/prose.js';
import { eachOf } from '../wording/quantity-name.js';
import { capitalised } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';
import { claimCount, figureSentences } from './figures.js';
import { inputSentences } from './inputs.js';
import { moneySentences } from './money.js';
import { scaleSentences } from './scale.js';
import { unitSentences } from './units.js';

/** The five questions with the chapter's own prompts, and for teachers the model answers; without prompts, with what the engine found. */
export function fiveQuestions({ prose }: DirectiveOf<'five-questions'>, voice: Voice, idPrefix: string): readonly Block[] {
  const prompts = numberedItems(prose, voice, `${idPrefix}-five-questions`);
  if (prompts.length === 0) return [...proseBlocks(prose, voice, `${idPrefix}-five-questions`), ...questionsWithFindings(voice, idPrefix)];
  const teacher = voice.edition === 'teacher';
  const questions = QUESTIONS.flatMap((question, index): readonly Block[] => [
    questionHeading(question, index, voice, idPrefix),
    ...(prompts[index] ?? []),
    ...(teacher ? [] : [writingLines(2, voice)]),
  ]);
  return [...questions, ...(teacher ? modelAnswers(voice, idPrefix) : [])];
}

/** One panel, so that the key booklet takes it as it stands. */
function modelAnswers(voice: Voice, idPrefix: string): readonly Block[] {
  const answers = directivesNamed(voice.words, 'five-answers').flatMap(({ prose }) =>
    numberedItems(prose, voice, `${idPrefix}-five-answers`),
  );
  if (answers.length === 0) return [];
  const items = answers.map((blocks, index): readonly Block[] => {
    const question = QUESTIONS[index];
    return question === undefined ? blocks : [paragraph(strong(voice.say(question.key))), ...blocks];
  });
  const title = voice.say('label-and-text', { label: voice.say('answer'), text: voice.say('five-questions') });
  return [panel('answer', title, [{ kind: 'list', ordered: true, items }])];
}

/** The items of the numbered list, each as blocks. */
function numberedItems(prose: Prose, voice: Voice, id: string): readonly (readonly Block[])[] {
  return proseBlocks(prose, voice, id).flatMap((block) => (block.kind === 'list' && block.ordered ? block.items : []));
}

/** To a student with what is there to look at and room to write, to a teacher with what the engine found. */
function questionsWithFindings(voice: Voice, idPrefix: string): readonly Block[] {
  return QUESTIONS.flatMap((question, index): readonly Block[] => [
    questionHeading(question, index, voice, idPrefix),
    ...(voice.edition === 'teacher'
      ? teacherBlocks(question.found(voice.content.audit, voice))
      : [paragraph(question.facts(voice)), writingLines(2, voice)]),
  ]);
}

function questionHeading({ key }: Question, index: number, voice: Voice, idPrefix: string): Block {
  const id = `${idPrefix}-question-${index + 1}`;
  return { kind: 'heading', level: 3, id, inlines: [text(`${index + 1}. ${voice.say(key)}`)] };
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
