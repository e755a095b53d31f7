import type { Value } from '../../evaluate/index.js';
import {
  compileCondition,
  compileNumber,
  EvaluationFailure,
  type Formula,
  type Frame,
  failSilently,
  type Resolver,
  referenceKey,
  replaceParts,
} from '../../formula/index.js';
import type { Amount } from '../../number/index.js';

type Values = ReadonlyMap<string, Value>;

/**
 * The formula as it is worked out by hand: of each `if` only the branch that is taken. With `keepsTiers` tables of rates that have a name
 * stay whole. `values` are those of a step of a derivation.
 */
export function branchTaken(formula: Formula, values: Values, { keepsTiers = false } = {}): Formula {
  return replaceParts(formula, (part) => {
    if (part.kind !== 'call' || part.function !== 'if') return undefined;
    if (keepsTiers && part.tiers !== undefined) return part;
    const [condition, yes, no] = part.arguments;
    const holds = condition === undefined ? undefined : worked(values, (resolver) => compileCondition(condition, resolver));
    const taken = holds === undefined ? undefined : holds ? yes : no;
    return taken === undefined ? undefined : branchTaken(taken, values, { keepsTiers });
  });
}

/** What a part of a step comes to, in the unit of its figures; undefined where it needs more than the step's values. */
export function amountOf(formula: Formula, values: Values): Amount | undefined {
  return worked(values, (resolver) => compileNumber(formula, resolver));
}

function worked<T>(values: Values, compile: (resolver: Resolver) => (frame: Frame) => T): T | undefined {
  const before: Amount[] = [];
  const known = (key: string): Value => values.get(key) ?? failSilently();
  const figure = (key: string): Amount => {
    const value = known(key);
    return typeof value === 'object' ? value.amount : failSilently();
  };
  const resolver: Resolver = {
    scalar: (node) => {
      const value = known(referenceKey(node));
      return typeof value === 'object' ? value.amount : value;
    },
    position: () => undefined,
    before: (node) => before.push(figure(referenceKey(node))) - 1,
    cell: (node) => figure(referenceKey(node)),
    rows: () => failSilently(),
    column: () => failSilently(),
    solve: () => failSilently(),
    exactness: { quickly: () => undefined, thoroughly: () => undefined },
  };
  try {
    return compile(resolver)({ row: 0, current: [], before });
  } catch (failure) {
    if (failure instanceof EvaluationFailure) return undefined;
    throw failure;
  }
}
