import type { Diagnostic, DiagnosticCode } from '../../diagnostics/index.js';
import type { Span } from '../../source/index.js';
import type { ChapterSource } from '../model/chapter.js';
import { directivesNamed, directivesOf } from '../model/directives-of.js';
import type { ExerciseSpec } from '../model/exercise.js';
import type { Prose } from '../model/prose.js';
import type { DirectiveOf, Words } from '../model/words.js';
import { isUnsaidPrompt } from '../words/unsaid.js';
import { FIGURE } from './lint/sentences.js';

/** What a page asks has an answer, verdicts are explained before they are asked for, and the five questions are five. */
export function checkQuestions(chapter: ChapterSource): readonly Diagnostic[] {
  return [...chapter.words.values()].flatMap((words) => [
    ...checkPrompts(chapter, words),
    ...checkBoxes(words),
    ...checkVerdicts(chapter, words),
    ...checkFiveQuestions(words),
  ]);
}

/** A prompt asks no more questions than its exercise has fields to answer, or `::: answer` answers the others. */
function checkPrompts({ sums }: ChapterSource, words: Words): readonly Diagnostic[] {
  return directivesNamed(words, 'exercise').flatMap((prompt) => {
    const [name] = prompt.arguments;
    const spec = sums.exercises.find((one) => one.name === name?.value);
    if (name === undefined || spec === undefined || sums.failedExercises?.has(name.value) || isUnsaidPrompt(prompt.text)) return [];
    if (prompt.text.trim() === '')
      return [problem('directive-shape', name.span, `The prompt of \`${name.value}\` is empty.`, 'Say what the student does.')];
    if (directivesNamed(words, 'answer', name.value).length > 0) return [];
    const asked = questionsIn(prompt.text);
    const answered = questionsAnswered(spec, words);
    if (asked <= answered) return [];
    const message = `The prompt of \`${name.value}\` asks ${asked} question${asked === 1 ? '' : 's'}; the exercise has fields for ${answered}.`;
    return [problem('question-answered', name.span, message, `Add \`::: answer ${name.value}\`, or ask for less.`)];
  });
}

/** The figures asked for, one question for any other table or choice, none for a drawing; marking points answer all of an open question. */
function questionsAnswered({ name, task }: ExerciseSpec, words: Words): number {
  switch (task.kind) {
    case 'compute':
    case 'units':
      return task.targets.length;
    case 'plot':
      return 0;
    case 'explain':
      return directivesNamed(words, 'rubric', name).length > 0 ? Number.POSITIVE_INFINITY : 0;
    default:
      return 1;
  }
}

/** Exit tickets ask with blanks, too. */
function checkBoxes(words: Words): readonly Diagnostic[] {
  return (['exit', 'transfer'] as const).flatMap((kind) => {
    const asking = directivesNamed(words, kind).find(({ text }) => questionsIn(text) > 0 || (kind === 'exit' && /_{3,}/.test(text)));
    if (asking === undefined || directivesNamed(words, 'answer', kind).length > 0) return [];
    const message = `The box \`${kind}\` asks something that no key answers.`;
    return [problem('question-answered', openingOf(asking.span), message, `Add \`::: answer ${kind}\` behind it.`)];
  });
}

/** Question marks outside quotation marks: what somebody is said to ask is not asked of the student. */
function questionsIn(text: string): number {
  return (
    text
      .replace(FIGURE, '')
      .replace(/“[^”]*”|"[^"\n]*"/g, '')
      .match(/[?？]/g)?.length ?? 0
  );
}

function checkVerdicts({ sums }: ChapterSource, words: Words): readonly Diagnostic[] {
  const asking = new Set(sums.exercises.filter(({ task }) => task.kind === 'check').map(({ name }) => name));
  const parts = directivesOf(words);
  const first = parts.find((one) => one.directive === 'exercise' && asking.has(one.arguments[0]?.value ?? ''));
  if (first === undefined) return [];
  const box = parts.find(({ directive }) => directive === 'verdicts');
  if (box !== undefined && box.span.start < first.span.start) return [];
  const message = `Exercise \`${first.arguments[0]?.value ?? ''}\` asks for verdicts that no box before it explains.`;
  const span = first.arguments[0]?.span ?? first.span;
  return [problem('verdicts-explained', span, message, 'Put `::: verdicts` and `:::` before it.')];
}

const QUESTIONS = 5;

function checkFiveQuestions(words: Words): readonly Diagnostic[] {
  const [asked] = directivesNamed(words, 'five-questions');
  const [answered] = directivesNamed(words, 'five-answers');
  if (asked === undefined) return answered === undefined ? [] : countItems(answered);
  if (answered !== undefined) return [...countItems(asked), ...countItems(answered)];
  const message = 'The five questions have no model answers.';
  const hint = 'Add `::: five-answers` behind them, with a numbered list of five.';
  return [...countItems(asked), problem('five-questions-complete', openingOf(asked.span), message, hint)];
}

function countItems({ directive, prose, span }: DirectiveOf<'five-questions'> | DirectiveOf<'five-answers'>): readonly Diagnostic[] {
  const count = numberedItems(prose);
  if (count === QUESTIONS) return [];
  const message = `\`${directive}\` has ${count} numbered item${count === 1 ? '' : 's'}; there are five questions.`;
  return [problem('five-questions-complete', openingOf(span), message, 'Write five items, `1.` to `5.`, each for this chapter.')];
}

function numberedItems({ blocks }: Prose): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'list' && block.ordered ? block.items.length : 0), 0);
}

/** The line that opens a directive. */
function openingOf(span: Span): Span {
  const lineEnd = span.source.text.slice(span.start, span.end).search(/[\r\n]/);
  return lineEnd < 0 ? span : { ...span, end: span.start + lineEnd };
}

function problem(code: DiagnosticCode, span: Span, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, span, hint };
}
