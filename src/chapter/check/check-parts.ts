import { type Diagnostic, didYouMean, suggest } from '../../diagnostics/index.js';
import { type Located, locate, type Span } from '../../source/index.js';
import type { ChapterSource } from '../model/chapter.js';
import { directivesNamed, directivesOf } from '../model/directives-of.js';
import type { ExerciseSpec } from '../model/exercise.js';
import type { Directive, Words } from '../model/words.js';
import { isUnsaidPrompt } from '../words/unsaid.js';

/**
 * Compares the parts of the words with the exercises of sums.yaml, both ways and in order, and the languages with each other.
 * Two languages whose exercises agree may still differ in other parts; only the first difference is reported.
 */
export function checkParts(chapter: ChapterSource): readonly Diagnostic[] {
  const languages = [...chapter.words.values()];
  const exercises = languages.flatMap((words) => checkExercises(chapter, words));
  const attached = languages.flatMap((words) => checkAttached(chapter, words));
  if (exercises.length > 0) return [...exercises, ...attached];
  const [first, ...others] = languages;
  return [...attached, ...others.flatMap((other) => (first === undefined ? [] : checkSameParts(first, other)))];
}

function checkExercises({ sums }: ChapterSource, words: Words): readonly Diagnostic[] {
  const written = directivesNamed(words, 'exercise').filter(({ text }) => !isUnsaidPrompt(text));
  const prompts = written.flatMap((block) => block.arguments[0] ?? []);
  const names = sums.exercises.map(({ name }) => name);
  const unknown = prompts.filter(({ value }) => !names.includes(value) && !sums.failedExercises?.has(value));
  const misspelt = unknown.map(({ value }) => suggest(value, names));
  const missing = sums.exercises
    .filter(({ name }) => !misspelt.includes(name) && !prompts.some(({ value }) => value === name))
    .map((spec) => withoutPrompt(spec, sums.exercises, prompts, words));
  const strangers = unknown.map(({ value, span }): Diagnostic => {
    return {
      code: 'exercise-in-every-language',
      severity: 'error',
      message: `${sums.source.name} defines no exercise \`${value}\`.`,
      span,
      ...seeLast(sums.exercises),
      hint: didYouMean(value, names, 'Define it under `exercises:` there, or delete the prompt.'),
    };
  });
  return [...missing, ...strangers, ...checkOrder(prompts, sums.exercises)];
}

function withoutPrompt(
  { name, span }: ExerciseSpec,
  specs: readonly ExerciseSpec[],
  prompts: readonly Located<string>[],
  words: Words,
): Diagnostic {
  const earlier = specs
    .slice(
      0,
      Math.max(
        0,
        specs.findIndex((one) => one.name === name),
      ),
    )
    .map((one) => one.name);
  const previous = prompts.findLast(({ value }) => earlier.includes(value));
  const place = previous?.span ?? { source: words.source, start: 0, end: Math.min(3, words.source.text.length) };
  const message = previous === undefined ? 'It would be the first prompt of this file.' : 'Its prompt would come after this one.';
  const open = openPrompt(words, name);
  return {
    code: 'exercise-in-every-language',
    severity: 'error',
    message: `Exercise \`${name}\` has no prompt in ${words.source.name}.`,
    span,
    related: [open === undefined ? { span: place, message } : { span: open.span, message: 'It is left open here.' }],
    hint: open === undefined ? `Add \`::: exercise ${name}\` there.` : 'Write it in place of the line that begins with `?`.',
  };
}

/** The name above a prompt that `reckoner words` could not make from the keys. */
function openPrompt(words: Words, name: string): Located<string> | undefined {
  return directivesNamed(words, 'exercise')
    .filter(({ text }) => isUnsaidPrompt(text))
    .flatMap((block) => block.arguments[0] ?? [])
    .find(({ value }) => value === name);
}

function seeLast(specs: readonly ExerciseSpec[]): Pick<Diagnostic, 'related'> {
  const last = specs.at(-1);
  return last === undefined ? {} : { related: [{ span: last.span, message: 'This is the last exercise that is defined.' }] };
}

/** Numbers follow sums.yaml, so a prompt that stands earlier or later would carry another number in this language. */
function checkOrder(prompts: readonly Located<string>[], specs: readonly ExerciseSpec[]): readonly Diagnostic[] {
  const placed = prompts.filter(({ value }) => specs.some(({ name }) => name === value));
  const doubled = placed.find(({ value }, index) => placed.findIndex((one) => one.value === value) < index);
  if (doubled !== undefined) {
    const first = placed.find(({ value }) => value === doubled.value) as Located<string>;
    const message = `Exercise \`${doubled.value}\` has two prompts in this file.`;
    return [problem('exercise-order', doubled.span, message, 'Delete one of them.', first.span, 'The first one is here.')];
  }
  const expected = specs.filter(({ name }) => placed.some(({ value }) => value === name));
  const index = placed.findIndex(({ value }, position) => value !== expected[position]?.name);
  const [wrong, spec] = [placed[index], expected[index]];
  if (wrong === undefined || spec === undefined) return [];
  return [
    problem(
      'exercise-order',
      wrong.span,
      `Exercise \`${wrong.value}\` stands here, but in ${spec.span.source.name} \`${spec.name}\` comes next.`,
      'Put the prompts in the order of sums.yaml: the numbers are the same in every language.',
      spec.span,
      'The order is given here.',
    ),
  ];
}

/** Hints, frames, rubrics, pairs and answers belong to an exercise; the marks of a rubric are those of its exercise. */
function checkAttached({ sums }: ChapterSource, words: Words): readonly Diagnostic[] {
  return directivesOf(words).flatMap((block): readonly Diagnostic[] => {
    const name = block.arguments[0];
    if (name === undefined || !ATTACHED.has(block.directive)) return [];
    if (block.directive === 'answer' && BOXES.has(name.value)) return [];
    if (sums.failedExercises?.has(name.value)) return [];
    const spec = sums.exercises.find((one) => one.name === name.value);
    if (spec !== undefined) return block.directive === 'rubric' ? checkRubric(block, spec) : [];
    const hint = didYouMean(
      name.value,
      sums.exercises.map((one) => one.name),
      `Name the exercise that the ${block.directive} belongs to.`,
    );
    const message = `${sums.source.name} defines no exercise \`${name.value}\`.`;
    return [{ code: 'words-known-name', severity: 'error', message, span: name.span, hint }];
  });
}

const ATTACHED: ReadonlySet<string> = new Set(['hint', 'frame', 'rubric', 'pairs', 'answer']);

/** Boxes that ask something and have no name: `::: answer exit`. */
const BOXES: ReadonlySet<string> = new Set(['exit', 'transfer']);

/** The marks of a point end its line in brackets: `(2)`, `（2 分）`. A rubric without any is not counted. */
function checkRubric({ text, arguments: [name] }: Directive, spec: ExerciseSpec): readonly Diagnostic[] {
  const marks = [...text.matchAll(/[(（]\s*(\d{1,3})[^()（）\d]*[)）][ \t\r]*$/gm)].map((match) => Number(match[1]));
  const sum = marks.reduce((total, one) => total + one, 0);
  if (name === undefined || marks.length === 0 || sum === spec.marks) return [];
  return [
    problem(
      'rubric-marks',
      name.span,
      `The points of this rubric carry ${marks.join(' + ')} = ${sum} marks, but the exercise has ${spec.marks}.`,
      'Change the marks in brackets, or `marks:` of the exercise.',
      spec.span,
      'The exercise is defined here.',
    ),
  ];
}

function checkSameParts(first: Words, other: Words): readonly Diagnostic[] {
  const [expected, found] = [directivesOf(first), directivesOf(other)];
  const index = [...expected, ...found].findIndex((_, position) => partName(expected[position]) !== partName(found[position]));
  const [wanted, written] = [expected[index], found[index]];
  if (wanted === undefined && written === undefined) return [];
  const end = endOf(other);
  return [
    problem(
      'language-parts',
      written === undefined ? end : openingLine(written),
      `${written === undefined ? 'The file ends' : `\`${partName(written)}\` stands`} here, where ${first.source.name} has ${wanted === undefined ? 'no further part' : `\`${partName(wanted)}\``}.`,
      'Every language has the same parts in the same order.',
      wanted === undefined ? endOf(first) : openingLine(wanted),
      wanted === undefined ? 'The other language ends here.' : 'The other language has this part.',
    ),
  ];
}

function partName(part: Directive | undefined): string {
  return part === undefined ? '' : [part.directive, ...part.arguments.map(({ value }) => value)].join(' ');
}

function openingLine({ span }: Directive): Span {
  const lineEnd = span.source.text.slice(span.start, span.end).search(/[\r\n]/);
  return lineEnd < 0 ? span : { ...span, end: span.start + lineEnd };
}

/** The last line that holds anything. */
function endOf({ source }: Words): Span {
  const end = source.text.trimEnd().length;
  return { source, start: Math.max(0, end - locate(source, end).column + 1), end };
}

function problem(
  code: Diagnostic['code'],
  span: Span,
  message: string,
  hint: string,
  relatedSpan: Span,
  relatedMessage: string,
): Diagnostic {
  return { code, severity: 'error', message, span, related: [{ span: relatedSpan, message: relatedMessage }], hint };
}
