import type { EvaluatedChapter, EvaluatedExample } from '../../../evaluate/index.js';
import { type Formula, visitFormula } from '../../../formula/index.js';

/**
 * What a student's workbook leaves open, and what follows from it: none of these figures may stand in the file, not even as the
 * last result of a formula. Where it cannot be seen which row a formula needs, the figure counts as open.
 */
export interface OpenFigures {
  /** Whether a formula outside the rows of `example` needs an open figure. */
  holds(formula: Formula, example: string): boolean;
  /** Whether the quantity `name` is open or follows from one that is. */
  scalar(name: string, example: string): boolean;
  /** The first row in which a column is open; infinite = it never is. */
  firstRow(column: string, example: string): number;
  /** The same for a condition that is looked at in each row. */
  firstRowOf(condition: Formula, example: string): number;
}

/** `asked` has keys such as `ladder.take` and `ladder.price[3]`. */
export function openFigures(chapter: EvaluatedChapter, asked: ReadonlySet<string>): OpenFigures {
  if (asked.size === 0) return NOTHING_OPEN;
  const first = new Map<string, number>();
  const askedRow = (example: string, column: string) => {
    const start = `${example}.${column}[`;
    const rows = [...asked].flatMap((key) => (key.startsWith(start) ? [Number(key.slice(start.length, -1))] : []));
    return Math.min(Number.POSITIVE_INFINITY, ...rows);
  };
  for (const [name, { rounds }] of chapter.examples)
    for (const column of rounds?.columns ?? []) first.set(`${name}.${column.name}`, askedRow(name, column.name));
  const scalars = new Map<string, boolean>();
  const figures: OpenFigures = {
    holds: (formula, example) => holdsOpen(formula, chapter.examples.get(example), figures),
    scalar: (name, example) => {
      const key = `${example}.${name}`;
      const known = scalars.get(key);
      if (known !== undefined) return known;
      const formula = chapter.examples.get(example)?.quantities.get(name)?.formula;
      // What refers to itself was reported as a mistake.
      scalars.set(key, false);
      const open = asked.has(key) || (formula !== undefined && figures.holds(formula, example));
      scalars.set(key, open);
      return open;
    },
    firstRow: (column, example) => first.get(`${example}.${column}`) ?? Number.POSITIVE_INFINITY,
    firstRowOf: (condition, example) => firstOpenRow(condition, chapter.examples.get(example), figures),
  };
  spread(chapter, first, figures, scalars);
  return figures;
}

const NOTHING_OPEN: OpenFigures = {
  holds: () => false,
  scalar: () => false,
  firstRow: () => Number.POSITIVE_INFINITY,
  firstRowOf: () => Number.POSITIVE_INFINITY,
};

/** Columns that follow from open ones are open too, until none is found any more. */
function spread(chapter: EvaluatedChapter, first: Map<string, number>, figures: OpenFigures, scalars: Map<string, boolean>): void {
  for (let isFound = true; isFound; ) {
    isFound = false;
    scalars.clear();
    for (const [name, example] of chapter.examples) {
      for (const { name: column, formula } of example.rounds?.columns ?? []) {
        const start = example.example.rounds?.start.find((one) => one.name === column)?.formula;
        const row = start !== undefined && figures.holds(start, name) ? 0 : firstOpenRow(formula, example, figures);
        const key = `${name}.${column}`;
        if (row >= (first.get(key) ?? 0)) continue;
        first.set(key, row);
        isFound = true;
      }
    }
  }
  scalars.clear();
}

/** The first row in which a formula of the rows needs an open figure. */
function firstOpenRow(formula: Formula, example: EvaluatedExample | undefined, figures: OpenFigures): number {
  if (example === undefined) return Number.POSITIVE_INFINITY;
  const { name } = example.example;
  const columns = new Set(example.rounds?.columns.map((column) => column.name));
  let row = Number.POSITIVE_INFINITY;
  const least = (other: number) => {
    row = Math.min(row, other);
  };
  visitFormula(formula, (node) => {
    if (node.kind === 'before') least(figures.firstRow(node.column, name) + 1);
    if (node.kind === 'name' && node.example === undefined && columns.has(node.name)) least(figures.firstRow(node.name, name));
    else if (node.kind === 'name' && node.name !== 'row' && figures.scalar(node.name, node.example ?? name)) least(1);
    if (node.kind === 'cell')
      least(node.example === undefined ? figures.firstRow(node.column, name) + 1 : figures.holds(node, name) ? 1 : row);
  });
  return row;
}

function holdsOpen(formula: Formula, example: EvaluatedExample | undefined, figures: OpenFigures): boolean {
  if (example === undefined) return false;
  const { name } = example.example;
  let isOpen = false;
  visitFormula(formula, (node) => {
    if (node.kind === 'name' && node.name !== 'row' && figures.scalar(node.name, node.example ?? name)) isOpen = true;
    if (node.kind === 'name' && Number.isFinite(figures.firstRow(node.name, node.example ?? name))) isOpen = true;
    if ((node.kind === 'first' || node.kind === 'count') && Number.isFinite(figures.firstRowOf(node.condition, name))) isOpen = true;
    if (
      node.kind === 'call' &&
      node.ofColumn &&
      node.arguments.some((one) => one.kind === 'name' && Number.isFinite(figures.firstRow(one.name, name)))
    )
      isOpen = true;
    if (node.kind === 'cell') {
      const from = figures.firstRow(node.column, node.example ?? name);
      const row = node.row === 'last' || node.row.kind !== 'number' ? Number.POSITIVE_INFINITY : node.row.amount.toNumber();
      if (Number.isFinite(from) && row >= from) isOpen = true;
    }
  });
  return isOpen;
}
