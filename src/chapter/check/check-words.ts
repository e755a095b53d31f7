import { type Diagnostic, type DiagnosticCode, didYouMean, suggest } from '../../diagnostics/index.js';
import { BUILT_IN_UNITS } from '../../number/index.js';
import type { Located, Span } from '../../source/index.js';
import type { ChapterSource, Example } from '../model/chapter.js';
import type { Words } from '../model/words.js';

/** Compares each words file with sums.yaml, both ways: names, claims, readings, assumptions, parties, units. */
export function checkWords(chapter: ChapterSource): readonly Diagnostic[] {
  return [...chapter.words.values()].flatMap((words) => [...checkWordings(chapter, words), ...checkUnits(chapter, words)]);
}

interface Wording {
  readonly code: DiagnosticCode;
  readonly what: string;
  /** Where the words file keeps it. */
  readonly key: string;
  readonly defined: readonly Located<string>[];
  readonly worded: ReadonlyMap<string, Located<unknown>>;
  /** True where a wording may be left out. */
  readonly optional?: true;
  /** No wording of them is asked for, and none is a stranger: faulty and reported already, or worded elsewhere. */
  readonly failed?: readonly string[];
}

function checkWordings(chapter: ChapterSource, words: Words): readonly Diagnostic[] {
  return wordings(chapter, words).flatMap(({ code, what, key, defined, worded, optional, failed = [] }) => {
    const names = new Set(defined.map(({ value }) => value));
    const strangers = [...worded.keys()].filter((name) => !names.has(name) && !failed.includes(name));
    const misspelt = strangers.map((name) => suggest(name, names));
    const asked = optional === true ? [] : defined;
    const missing = asked
      .filter(
        ({ value }, index) => !worded.has(value) && !misspelt.includes(value) && defined.findIndex((one) => one.value === value) === index,
      )
      .map(({ value, span }) =>
        problem(
          code,
          span,
          `The ${what} \`${value}\` has no wording in ${words.source.name}.`,
          `Add \`${value}: …\` under \`${key}:\` there.`,
        ),
      );
    const unknown = strangers.map((name) =>
      problem(
        'words-known-name',
        (worded.get(name) as Located<unknown>).span,
        `sums.yaml defines no ${what} \`${name}\`.`,
        didYouMean(name, names, 'Delete the line, or define it there.'),
      ),
    );
    return [...missing, ...unknown];
  });
}

function wordings({ sums }: ChapterSource, words: Words): readonly Wording[] {
  const dotted = (example: string, list: readonly { readonly name: string; readonly span: Span }[]) =>
    list.map(({ name, span }) => ({ value: `${example}.${name}`, span }));
  const located = (list: readonly { readonly name: string; readonly span: Span }[]) =>
    list.map(({ name, span }) => ({ value: name, span }));
  const { examples } = sums;
  return [
    {
      code: 'name-in-words',
      what: 'quantity',
      key: 'names',
      defined: examples.filter(({ like }) => like === undefined).flatMap((one) => dotted(one.name, quantitiesOf(one))),
      worded: words.names,
      failed: [
        ...examples.flatMap((one) => [...(one.failed ?? [])].map((name) => `${one.name}.${name}`)),
        // A copy borrows the names of its model, and may have its own.
        ...examples.filter(({ like }) => like !== undefined).flatMap((one) => quantitiesOf(one).map(({ name }) => `${one.name}.${name}`)),
      ],
    },
    {
      code: 'claim-in-words',
      what: 'claim',
      key: 'claims',
      defined: examples.flatMap((one) => dotted(one.name, one.claims)),
      worded: words.claims,
      failed: examples.flatMap((one) => [...(one.failedClaims ?? [])].map((name) => `${one.name}.${name}`)),
    },
    {
      code: 'claim-in-words',
      what: 'claim',
      key: 'reasons',
      defined: examples.flatMap((one) => dotted(one.name, one.claims)),
      worded: words.reasons,
      optional: true,
      failed: examples.flatMap((one) => [...(one.failedClaims ?? [])].map((name) => `${one.name}.${name}`)),
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
    // Their wordings are asked for where coverage is checked.
    {
      code: 'claim-in-words',
      what: 'entry under `not-a-sum:`',
      key: 'not-a-sum',
      defined: [],
      worded: words.notASum,
      failed: sums.notASum.map(({ ledger }) => ledger.value),
    },
    { code: 'claim-in-words', what: 'conflict', key: 'conflicts', defined: located(sums.conflicts), worded: words.conflicts },
    {
      code: 'claim-in-words',
      what: 'party',
      key: 'parties',
      defined: examples.flatMap((one) => one.money.flatMap(({ from, to }) => [from, to])),
      worded: words.parties,
    },
  ];
}

function quantitiesOf({
  givens,
  conventions,
  unstated,
  steps,
  rounds,
}: Example): readonly { readonly name: string; readonly span: Span }[] {
  return [...givens, ...conventions, ...unstated, ...steps, ...(rounds?.row ?? [])];
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

function problem(code: DiagnosticCode, span: Span, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, span, hint };
}
