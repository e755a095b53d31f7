import type { Example } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { type Formula, mistake, referencesIn } from '../formula/index.js';
import type { Span } from '../source/index.js';
import { type Definitions, gatherDefinitions } from './model/definitions.js';
import { speaksOfRows } from './model/references.js';

const ROUNDS = '[rounds]';

/**
 * Finds definitions that depend on themselves, across examples. The rounds of an example count as one definition.
 * Returns one diagnostic per cycle, with its path, and the keys (`example.name`) that lie on one.
 */
export function findCycles(examples: readonly Example[]): {
  readonly diagnostics: readonly Diagnostic[];
  readonly keys: ReadonlySet<string>;
} {
  const graph = dependencyGraph(examples);
  const diagnostics: Diagnostic[] = [];
  const keys = new Set<string>();
  const done = new Set<string>();
  const path: string[] = [];

  const visit = (key: string) => {
    const from = path.indexOf(key);
    if (from >= 0) {
      const cycle = path.slice(from);
      if (!cycle.some((one) => keys.has(one))) diagnostics.push(cycleMistake(cycle, graph));
      for (const one of cycle) keys.add(one);
      return;
    }
    const node = graph.get(key);
    if (node === undefined || done.has(key)) return;
    path.push(key);
    for (const next of node.uses) visit(next);
    path.pop();
    done.add(key);
  };
  for (const key of graph.keys()) visit(key);
  return { diagnostics, keys };
}

interface Node {
  readonly span: Span;
  readonly uses: readonly string[];
}

function dependencyGraph(examples: readonly Example[]): ReadonlyMap<string, Node> {
  const graph = new Map<string, Node>();
  for (const example of examples) {
    const definitions = gatherDefinitions(example, new Map());
    for (const [name, definition] of definitions.scalars) {
      const uses = definition.formula === undefined ? [] : usesOf(definition.formula, example.name, definitions);
      graph.set(`${example.name}.${name}`, { span: definition.span, uses });
    }
    if (example.rounds !== undefined) {
      const formulas = [
        ...definitions.columns.flatMap((column) =>
          column.start === undefined ? [column.formula] : [column.start.formula, column.formula],
        ),
        ...('until' in example.rounds.length ? [example.rounds.length.until] : []),
      ];
      const uses = formulas
        .flatMap((formula) => usesOf(formula, example.name, definitions))
        .filter((key) => key !== `${example.name}.${ROUNDS}`);
      graph.set(`${example.name}.${ROUNDS}`, { span: example.rounds.span, uses });
    }
  }
  return graph;
}

function usesOf(formula: Formula, example: string, definitions: Definitions): readonly string[] {
  const columns = new Set(definitions.columns.map((column) => column.name));
  const uses = referencesIn(formula).map((node) => {
    const owner = node.kind === 'before' ? example : (node.example ?? example);
    const isRow = node.kind !== 'name' || (owner === example && columns.has(node.name));
    return `${owner}.${isRow ? ROUNDS : (node as { name: string }).name}`;
  });
  return speaksOfRows(formula) ? [...uses, `${example}.${ROUNDS}`] : uses;
}

function cycleMistake(cycle: readonly string[], graph: ReadonlyMap<string, Node>): Diagnostic {
  const first = cycle[0] as string;
  const path = [...cycle, first].map((key) => key.replace(`.${ROUNDS}`, ' (rounds)')).join(' → ');
  return mistake(
    'acyclic-definitions',
    (graph.get(first) as Node).span,
    `These definitions need each other: ${path}.`,
    'Start one of them from a given, or move it into `rounds:`, where `before.` reads the row above.',
  );
}
