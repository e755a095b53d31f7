import type { Example } from '../../chapter/index.js';
import {
  type ColumnCall,
  dottedReferencesIn,
  type Formula,
  fail,
  looksAtRows,
  type RowsNode,
  type SolveNode,
  visitFormula,
} from '../../formula/index.js';

/** True when the formula speaks of rows: a cell, `first(…)`, `count(…)`, a column such as in `sum(…)`, `before.`. */
export function speaksOfRows(formula: Formula): boolean {
  let found = false;
  visitFormula(formula, (node) => {
    if (node.kind === 'cell' || node.kind === 'before' || looksAtRows(node)) found = true;
  });
  return found;
}

export function isLocal(node: { readonly example?: string }, example: string): boolean {
  return node.example === undefined || node.example === example;
}

/** The other examples that the formulas of an example name. */
export function neighboursOf(example: Example): readonly string[] {
  const { givens, conventions, unstated, steps, rounds, readings, money, promise, suchThat } = example;
  const formulas: readonly Formula[] = [
    ...[...givens, ...conventions, ...unstated].flatMap(({ formula }) => formula ?? []),
    ...[...steps, ...(rounds?.start ?? []), ...(rounds?.row ?? []), ...readings.flatMap(({ replaces }) => replaces)].map(
      ({ formula }) => formula,
    ),
    ...(rounds !== undefined && 'until' in rounds.length ? [rounds.length.until] : []),
    ...money.map(({ amount }) => amount),
    ...(promise === undefined ? [] : [promise.promised, promise.funded]),
    ...example.claims.map(({ content }) => (content.kind === 'figure' ? content.of : content.says)),
    ...suchThat,
  ];
  const named = formulas.flatMap((formula) => dottedReferencesIn(formula)).map(({ example }) => example);
  return [...new Set(named)].filter((name) => name !== example.name);
}

/** What looks at all rows is worked out when they are there, so none of them can hold it. */
export function failInRow(node: ColumnCall | RowsNode | SolveNode): never {
  if (node.kind === 'solve') {
    const message = '`solve(…)` works out all rows again and again, so it cannot stand in a row of them.';
    return fail('column-order', node.span, message, 'Give what it finds a name under `steps:`.');
  }
  const message = `\`${node.kind === 'call' ? node.function : node.kind}(…)\` takes rows of the whole table, so it cannot stand in a row of it.`;
  return fail('column-order', node.span, message, 'Carry it on in a column of its own, as in `total: before.total + interest`.');
}
