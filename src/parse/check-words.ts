import { type Diagnostic, type DiagnosticCode, suggest } from '../diagnostics/index.js';
import { BUILT_IN_UNITS } from '../number/index.js';
import { type Located, locate, type Span } from '../source/index.js';
import type { ChapterSource, Words } from './chapter.js';

/** Compares each words file with sums.yaml, both ways: names, claims, readings, assumptions, parties, units, exercises and their order. */
export function checkWords(chapter: ChapterSource): readonly Diagnostic[] {
  return [...chapter.words.values()].flatMap((words) => [
    ...checkWordings(chapter, words),
    ...checkUnits(chapter, words),
    ...checkExercises(chapter, words),
  ]);
}

interface Wording {
  readonly code: DiagnosticCode;
  readonly what: string;
  /** Where the words file keeps it. */
  readonly key: string;
  readonly defined: readonly Located<string>[];
  readonly worded: ReadonlyMap<string, Located<string>>;
}

function checkWordings(chapter: ChapterSource, words: Words): readonly Diagnostic[] {
  return wordings(chapter, words).flatMap(({ code, what, key, defined, worded }) => {
    const names = new Set(defined.map(({ value }) => value));
    const missing = defined
      .filter(({ value }, index) => !worded.has(value) && defined.findIndex((one) => one.value === value) === index)
      .map(({ value, span }) =>
        problem(
          code,
          span,
          `The ${what} \`${value}\` has no wording in ${words.source.name}.`,
          `Add \`${value}: …\` under \`${key}:\` there.`,
        ),
      );
    const strangers = [...worded]
      .filter(([name]) => !names.has(name))
      .map(([name, { span }]) => {
        const nearest = suggest(name, [...names]);
        return problem(
          'words-known-name',
          span,
          `sums.yaml defines no ${what} \`${name}\`.`,
          nearest === undefined ? 'Delete the line, or define it there.' : `Did you mean \`${nearest}\`?`,
        );
      });
    return [...missing, ...strangers];
  });
}

function wordings({ sums }: ChapterSource, words: Words): readonly Wording[] {
  const dotted = (example: string, list: readonly { readonly name: string; readonly span: Span }[]) =>
    list.map(({ name, span }) => ({ value: `${example}.${name}`, span }));
  const { examples } = sums;
  return [
    {
      code: 'name-in-words',
      what: 'quantity',
      key: 'names',
      defined: examples.flatMap((one) => [
        ...dotted(one.name, [...one.givens, ...one.unstated, ...one.steps]),
        ...dotted(one.name, one.rounds?.row ?? []),
      ]),
      worded: words.names,
    },
    {
      code: 'claim-in-words',
      what: 'claim',
      key: 'claims',
      defined: examples.flatMap((one) => dotted(one.name, one.claims)),
      worded: words.claims,
    },
    {
      code: 'claim-in-words',
      what: 'reading',
      key: 'readings',
      defined: examples.flatMap((one) => dotted(one.name, one.readings)),
      worded: words.readings,
    },
    {
      code: 'claim-in-words',
      what: 'assumption',
      key: 'assumptions',
      defined: examples.flatMap((one) => dotted(one.name, one.assumptions)),
      worded: words.assumptions,
    },
    {
      code: 'claim-in-words',
      what: 'party',
      key: 'parties',
      defined: examples.flatMap((one) => one.money.flatMap(({ from, to }) => [from, to])),
      worded: words.parties,
    },
  ];
}

function checkUnits({ sums }: ChapterSource, words: Words): readonly Diagnostic[] {
  const missing = sums.units
    .filter(({ value }) => !words.units.has(value))
    .map(({ value, span }) =>
      problem(
        'unit-in-words',
        span,
        `The unit \`${value}\` has no wording in ${words.source.name}.`,
        `Add \`${value}: [one, many]\` under \`units:\` there.`,
      ),
    );
  const known = [...sums.units.map(({ value }) => value), ...BUILT_IN_UNITS];
  const top = { source: words.source, start: 0, end: 3 };
  const strangers = [...words.units.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => problem('words-known-name', top, `sums.yaml has no unit \`${name}\`.`, 'Delete it under `units:`, or list it there.'));
  return [...missing, ...strangers];
}

function checkExercises({ sums }: ChapterSource, words: Words): readonly Diagnostic[] {
  const prompts = words.body.flatMap((block) =>
    block.kind === 'directive' && block.directive === 'exercise' ? (block.arguments[0] ?? []) : [],
  );
  const names = sums.exercises.map(({ name }) => name);
  const missing = sums.exercises
    .filter(({ name }) => !prompts.some(({ value }) => value === name))
    .map(({ name, span }) =>
      problem(
        'exercise-in-every-language',
        span,
        `Exercise \`${name}\` has no prompt in ${words.source.name}.`,
        `Add \`::: exercise ${name}\` there, at its place in the order.`,
      ),
    );
  const strangers = prompts
    .filter(({ value }) => !names.includes(value))
    .map(({ value, span }) => {
      const nearest = suggest(value, names);
      return problem(
        'exercise-in-every-language',
        span,
        `${sums.source.name} defines no exercise \`${value}\`.`,
        nearest === undefined ? 'Define it under `exercises:` there, or delete the prompt.' : `Did you mean \`${nearest}\`?`,
      );
    });
  return [...missing, ...strangers, ...checkOrder(prompts, names, sums.exercises)];
}

/** Numbers follow sums.yaml, so a prompt that stands earlier or later would carry another number in this language. */
function checkOrder(
  prompts: readonly Located<string>[],
  names: readonly string[],
  specs: readonly { readonly name: string; readonly span: Span }[],
): readonly Diagnostic[] {
  const placed = prompts.filter(({ value }) => names.includes(value));
  const expected = names.filter((name) => placed.some(({ value }) => value === name));
  const doubled = placed.find(({ value }, index) => placed.findIndex((one) => one.value === value) < index);
  if (doubled !== undefined)
    return [problem('exercise-order', doubled.span, `Exercise \`${doubled.value}\` has two prompts in this file.`, 'Delete one of them.')];
  const index = placed.findIndex(({ value }, position) => value !== expected[position]);
  const wrong = placed[index];
  const spec = specs.find(({ name }) => name === expected[index]);
  if (wrong === undefined || spec === undefined) return [];
  const line = locate(spec.span.source, spec.span.start).line;
  return [
    problem(
      'exercise-order',
      wrong.span,
      `Exercise \`${wrong.value}\` stands where \`${spec.name}\` comes in ${spec.span.source.name} (line ${line}).`,
      'Put the prompts in the order of sums.yaml: the numbers are the same in every language.',
    ),
  ];
}

function problem(code: DiagnosticCode, span: Span, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, span, hint };
}
