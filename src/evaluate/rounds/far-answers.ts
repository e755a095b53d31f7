import type { Rounds } from '../../chapter/index.js';
import { type Formula, type NameNode, printFormula, referenceKey, referencesIn } from '../../formula/index.js';
import type { Amount } from '../../number/index.js';
import type { Column } from '../model/definitions.js';

/**
 * What was once found far down a table, by the text of everything that it follows from. `get` gives what `set` was given, perhaps in an
 * earlier run of the same engine, or undefined.
 */
export interface FarAnswers {
  get(question: string): string | undefined;
  set(question: string, answer: string): void;
}

/** Words a question about a table so that equal texts have equal answers: each formula, and the value of each name outside the table. */
export function questionWriter(
  rounds: Rounds,
  columns: readonly Column[],
  scalar: (node: NameNode) => Amount | boolean,
): (question: string, condition?: Formula) => string {
  const own = new Set(['row', ...columns.map(({ name }) => name)]);
  const values = (formula: Formula) =>
    referencesIn(formula).flatMap((node) => {
      if (node.kind !== 'name' || (node.example === undefined && own.has(node.name))) return [];
      const value = scalar(node);
      return [`${referenceKey(node)} = ${typeof value === 'boolean' ? value : value.toFixed()}`];
    });
  const written = (formula: Formula) => [printFormula(formula), ...values(formula)].join(', ');
  const writeTable = () => {
    const lines = columns.map(({ name, formula, start }) => {
      const from = start === undefined ? '' : ` from ${written(start.formula)}`;
      return `${name}: ${written(formula)}${from}`;
    });
    return `${lines.join('; ')}; up to ${rounds.limit}`;
  };
  // Most tables are never asked so far down.
  let table: string | undefined;
  return (question, condition) => {
    table ??= writeTable();
    return `${table}; ${question}${condition === undefined ? '' : ` ${written(condition)}`}`;
  };
}
