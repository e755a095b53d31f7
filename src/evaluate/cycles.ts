import type { Example } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { type Formula, mistake, referencesIn } from '../formula/index.js';
import type { Span } from '../source/index.js';
import { type Definitions, gatherDefinitions } from './model/definitions.js';
import { speaksOfRows } from './model/references.js';

const ROUNDS = '[rounds]';
const DEEPEST = 200;
/** Names of a cycle that are printed. */
const MOST_NAMED = 8;

/**
 * Finds definitions that depend on themselves, across examples, and those that rest on too many others one upon the other. The rounds of
 * an example count as one definition. Returns one diagnostic per cycle, with its path, one for all that is too deep, and the keys
 * (`example.name`) that cannot be worked out.
 */
export function findCycles(examples: readonly Example[]): {
  readonly diagnostics: readonly Diagnostic[];
  readonly keys: ReadonlySet<string>;
} {
  const graph = dependencyGraph(examples);
  const diagnostics: Diagnostic[] = [];
  const keys = new Set<string>();
  /** How many definitions one rests on, one upon the other. */
  const depths = new Map<string, number>();
  const path: string[] = [];

  const visit = (key: string) => {
    const from = path.lastIndexOf(key);
    if (from >= 0) {
      const cycle = path.slice(from);
      if (!cycle.some((one) => keys.has(one))) diagnostics.push(cycleMistake(cycle, graph));
      for (const one of cycle) keys.add(one);
      return;
    }
    const node = graph.get(key);
    if (node === undefined || depths.has(key)) return;
    path.push(key);
    if (path.length <= DEEPEST + 1) for (const next of node.uses) visit(next);
    path.pop();
    const depth = path.length > DEEPEST ? DEEPEST : 1 + Math.max(-1, ...node.uses.map((next) => depths.get(next) ?? -1));
    depths.set(key, depth);
    if (depth < DEEPEST) return;
    if (![...keys].some((one) => (depths.get(one) ?? 0) >= DEEPEST)) diagnostics.push(depthMistake(key, node.span));
    keys.add(key);
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
  const whole = [...cycle, first].map((key) => key.replace(`.${ROUNDS}`, ' (rounds)'));
  const path = (whole.length <= MOST_NAMED ? whole : [...whole.slice(0, MOST_NAMED - 2), '…', ...whole.slice(-1)]).join(' → ');
  return {
    ...mistake(
      'acyclic-definitions',
      (graph.get(first) as Node).span,
      `These definitions need each other: ${path}.`,
      'Start one of them from a given, or move it into `rounds:`, where `before.` reads the row above.',
    ),
    sentence: { name: 'circle', slots: { names: [...cycle, first].join(' ') } },
  };
}

function depthMistake(key: string, span: Span): Diagnostic {
  const hint = 'Let columns of `rounds:` take many equal steps; they may have as many rows as are needed.';
  return mistake('formula-depth', span, `\`${key}\` rests on ${DEEPEST} definitions, one upon the other.`, hint);
}
