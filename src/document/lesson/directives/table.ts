import { type Cell, table } from '../../tree/inlines.js';
import { columnTexts } from '../../wording/figures.js';
import { nameWithUnit, rowsHead } from '../../wording/quantity-name.js';
import type { PrintDirective } from './context.js';
import { columnNamed, roundsNamed, rowsNamed } from './named.js';

/** Rows of an example: all its columns, or those that are named. */
export const printTable: PrintDirective<'table'> = (directive, { voice, prose }) => {
  const [example, rows, columns] = directive.arguments;
  const found = roundsNamed(example, directive, voice);
  const range = rowsNamed(rows, directive, voice);
  if (found === undefined || range === undefined) return prose();
  const { name, rounds } = found;
  const wanted = columns === undefined ? rounds.columns.map((column) => column.name) : columns.value.split(',').map((part) => part.trim());
  const shown = wanted.flatMap((column) => columnNamed(column, columns ?? directive, found, voice) ?? []);
  const head = [rowsHead(name, voice), ...shown.map((column) => nameWithUnit(voice.quantityName(name, column.name), column.unit, voice))];
  const cells = shown.map((column) =>
    columnTexts(
      range.map((row) => rounds.cell(column.name, row)),
      voice,
    ),
  );
  const body = range.map((row, index): readonly Cell[] => [String(row), ...cells.map((column) => column[index] ?? '')]);
  return [...prose(), table(['center 1', ...shown.map(() => 'end 2')], head, body)];
};
