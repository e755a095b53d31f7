import type { Stated, Task } from '../../chapter/index.js';
import { didYouMean } from '../../diagnostics/index.js';
import type { Located } from '../../source/index.js';
import type { Making } from '../answer/making.js';
import type { ExerciseKind } from './kind.js';
import { findExample } from './named.js';

export interface SpotForm {
  readonly kind: 'spot';
  readonly example: string;
  readonly statements: readonly {
    readonly name: string;
    readonly kind: 'given' | 'unstated' | 'assumption' | 'conversion';
    readonly stated: boolean;
    /** Where it is stated; the letter is absent for the chapter's own document. */
    readonly line?: number;
    readonly document?: string;
    /** Words that were looked for in vain. */
    readonly searched?: Stated['searched'];
  }[];
}

type Statement = SpotForm['statements'][number];

/** Statements of which some are printed in the document and others are needed, but printed nowhere. */
export const spot = {
  make: makeSpot,
  written: () => [],
} satisfies ExerciseKind<Task<'spot'>, SpotForm>;

function makeSpot(task: Task<'spot'>, making: Making): SpotForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  const { givens, unstated, assumptions } = example.example;
  const known = [...givens, ...unstated, ...assumptions].map(({ name }) => name);
  const statements = task.names.map((name) => {
    const found = [
      ...givens.map((one) => ({ one, kind: 'given' as const })),
      ...unstated.map((one) => ({ one, kind: 'unstated' as const })),
      ...assumptions.map((one) => ({ one, kind: one.converts === undefined ? ('assumption' as const) : ('conversion' as const) })),
    ].find(({ one }) => one.name === name.value);
    if (found !== undefined) return statement(name, found.kind, found.one, making);
    return making.report(
      'known-name',
      name.span,
      `\`${name.value}\` is neither a given nor an assumption of ${task.example.value}.`,
      didYouMean(name.value, known, `Known here: ${known.join(', ')}.`),
    );
  });
  const made = statements.filter((statement) => statement !== undefined);
  return made.length === statements.length ? { kind: 'spot', example: task.example.value, statements: made } : undefined;
}

/** A row with its answer. One that names neither a line nor a search is reported: nobody could check its answer. */
function statement({ value: name, span }: Located<string>, kind: Statement['kind'], one: Stated, making: Making): Statement {
  const { line, document, searched } = one;
  if (line === undefined && searched === undefined) {
    const hint =
      kind === 'given'
        ? 'Add the `line` of the document to the given.'
        : 'Add `line: …`, or `searched: [word, …]` with words that no line has.';
    making.report('row-has-source', span, `The row \`${name}\` of exercise \`${making.spec.name}\` names no line and no search.`, hint);
  }
  return {
    name,
    kind,
    stated: kind === 'given' || line !== undefined,
    ...(line === undefined ? {} : { line }),
    ...(document === undefined ? {} : { document }),
    ...(searched === undefined ? {} : { searched }),
  };
}
