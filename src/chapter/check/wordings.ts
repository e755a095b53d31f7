import type { DiagnosticCode } from '../../diagnostics/index.js';
import { CURRENCIES } from '../../number/index.js';
import type { Located, Span } from '../../source/index.js';
import type { ChapterSource } from '../model/chapter.js';
import { quantitiesOf } from '../model/quantities-of.js';
import type { Words } from '../model/words.js';

/** One key of the head of a words file, and what sums.yaml asks it to word. */
export interface Wording {
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

/** Everything that sums.yaml asks a words file to word, but for units; what is defined twice is asked for once. */
export function wordings(chapter: ChapterSource, words: Words): readonly Wording[] {
  return allWordings(chapter, words).map((one) => ({ ...one, defined: firstOfEach(one.defined) }));
}

/** The shared words call every currency by its name; other units of a chapter are worded there. */
export function isWithoutWords(unit: string, words: Words): boolean {
  return !words.units.has(unit) && !CURRENCIES.includes(unit);
}

function firstOfEach(defined: readonly Located<string>[]): readonly Located<string>[] {
  return [...new Map(defined.toReversed().map((one) => [one.value, one])).values()].toReversed();
}

function allWordings({ sums }: ChapterSource, words: Words): readonly Wording[] {
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
