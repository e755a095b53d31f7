import { type Formula, freeReferencesIn, type Reference, referenceKey, solvesIn } from '../formula/index.js';
import type { ExampleInChapter } from './chapter-scope.js';
import { isLocal } from './model/references.js';
import type { Derivation, DerivationStep, Value } from './model/results.js';
import { type Target, targetKey } from './model/target.js';

const DEEPEST = 400;

/** A cell further down than this is derived from the row above it only: a thousand rows of working help nobody. */
const ROWS_DERIVED = 8;

/**
 * The working of a formula: every step that it rests on, each once, the formula itself last.
 * Givens are not steps; their values stand in `values`. A formula that is just a name is that name's own step.
 */
export function deriveFormula(formula: Formula, example: ExampleInChapter): Derivation {
  const steps = new Map<string, DerivationStep>();
  const context: Context = { steps, open: new Set(), depth: 0, far: false };
  const single = formula.kind === 'name' || formula.kind === 'cell';
  for (const node of knownReferences(formula, example)) visitReference(node, example, undefined, context);
  const value = example.valueOf(formula);
  if (!single || steps.size === 0) {
    steps.set('', { role: 'formula', formula, values: valuesOf(formula, example, undefined), ...(value === undefined ? {} : { value }) });
  }
  return { steps: [...steps.values()], ...(value === undefined ? {} : { value }) };
}

interface Context {
  readonly steps: Map<string, DerivationStep>;
  /** What is being derived, as `targetKey` names it: definitions that need each other have no end, and are reported elsewhere. */
  readonly open: Set<string>;
  /** Definitions between the formula and this one; what rests on too many is reported elsewhere, too. */
  readonly depth: number;
  /** Inside a cell far down, where the rows above are not derived. */
  readonly far: boolean;
}

/** What a formula rests on: of an equation that is solved the names that do not depend on the figure that is looked for. */
function knownReferences(formula: Formula, owner: ExampleInChapter): readonly Reference[] {
  const inEquations = solvesIn(formula).flatMap(({ unknown, equation }) =>
    freeReferencesIn(equation).filter((node) => !owner.inputsOf(node).includes(unknown.name)),
  );
  return [...inEquations, ...freeReferencesIn(formula)];
}

function visitReference(node: Reference, reader: ExampleInChapter, row: number | undefined, above: Context): void {
  if (above.depth > DEEPEST) return;
  const context: Context = { ...above, depth: above.depth + 1 };
  const local = node.kind === 'before' || isLocal(node, reader.example.name);
  const owner = local ? reader : reader.neighbour((node as { example: string }).example);
  if (owner === undefined) return;
  if (node.kind === 'name') {
    if (row !== undefined && isColumn(node.name, owner)) visitCell(node.name, row, owner, context);
    else visitScalar(node.name, owner, context);
  } else if (node.kind === 'before') {
    if (row !== undefined && !context.far) visitCell(node.column, row - 1, owner, context);
  } else {
    const at = rowOf(node, reader, row);
    if (at === undefined || (row !== undefined && context.far)) return;
    visitCell(node.column, at, owner, row === undefined ? { ...context, far: at > ROWS_DERIVED } : context);
  }
}

function visitScalar(name: string, owner: ExampleInChapter, context: Context): void {
  const target: Target = { example: owner.example.name, name };
  const key = targetKey(target);
  const definition = owner.definitions.scalars.get(name);
  if (definition?.formula === undefined || definition.role !== 'step' || context.steps.has(key) || context.open.has(key)) return;
  context.open.add(key);
  const { formula } = definition;
  for (const node of knownReferences(formula, owner)) visitReference(node, owner, undefined, context);
  const step = owner.line(key, () => {
    const value = owner.valueOf({ kind: 'name', name, span: definition.span });
    return {
      target,
      role: 'step',
      formula,
      values: valuesOf(formula, owner, undefined),
      ...(value === undefined ? {} : { value }),
    };
  });
  context.steps.set(key, step);
}

function visitCell(name: string, row: number, owner: ExampleInChapter, context: Context): void {
  const target: Target = { example: owner.example.name, name, row };
  const key = targetKey(target);
  const column = owner.definitions.columns[owner.definitions.positions.get(name) ?? -1];
  if (column === undefined || row < 1 || context.steps.has(key) || context.open.has(key)) return;
  context.open.add(key);
  for (const node of freeReferencesIn(column.formula)) visitReference(node, owner, row, context);
  const step = owner.line(key, () => {
    const value = owner.rounds?.cell(name, row);
    return {
      target,
      role: 'column',
      formula: column.formula,
      values: valuesOf(column.formula, owner, row),
      row,
      ...(value === undefined ? {} : { value }),
    };
  });
  context.steps.set(key, step);
}

/** The values of the names and cells in a formula, by `referenceKey`; those inside `first(…)` have none. */
function valuesOf(formula: Formula, owner: ExampleInChapter, row: number | undefined): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const node of freeReferencesIn(formula)) {
    const value = referenceValue(node, owner, row);
    if (value !== undefined) values.set(referenceKey(node), value);
  }
  return values;
}

function referenceValue(node: Reference, owner: ExampleInChapter, row: number | undefined): Value | undefined {
  if (node.kind === 'before') return row === undefined ? undefined : owner.rounds?.cell(node.column, row - 1);
  if (node.kind === 'name' && row !== undefined && isLocal(node, owner.example.name) && isColumn(node.name, owner)) {
    const cell = owner.rounds?.cell(node.name, row);
    if (cell !== undefined) return cell;
  }
  return owner.valueOf(node, node.kind === 'name' && node.name === 'row' ? row : undefined);
}

function isColumn(name: string, { definitions }: ExampleInChapter): boolean {
  return definitions.positions.has(name);
}

function rowOf(node: Reference & { kind: 'cell' }, reader: ExampleInChapter, row: number | undefined): number | undefined {
  if (node.row === 'last') return reader.neighbour(node.example ?? reader.example.name)?.rounds?.lastRow;
  const at = reader.valueOf(node.row, row);
  return typeof at === 'object' ? at.amount.toNumber() : undefined;
}
