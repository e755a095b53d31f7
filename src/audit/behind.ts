import type { Given } from '../chapter/index.js';
import type { EvaluatedChapter, EvaluatedExample } from '../evaluate/index.js';
import { type Formula, freeReferencesIn, referencesIn, solvesIn, visitFormula } from '../formula/index.js';
import type { ClaimInput } from './results.js';

/**
 * The inputs that a formula of `example` reads, followed through steps, columns and other examples, in the order in which they are met.
 * What a reading puts in the place of an input belongs to the reading.
 */
export function inputsBehind(formula: Formula, example: EvaluatedExample, chapter: EvaluatedChapter): readonly ClaimInput[] {
  const found: ClaimInput[] = [];
  const seen = new Set<string>();
  const note = (input: ClaimInput) => {
    if (!found.some((one) => one.example === input.example && one.name === input.name)) found.push(input);
  };

  const visit = (one: Formula, owner: EvaluatedExample) => {
    if (readsLength(one)) visitLength(owner);
    for (const { unknown, equation } of solvesIn(one)) {
      const isLookedFor = (input: ClaimInput) => input.example === owner.example.name && input.name === unknown.name;
      for (const input of inputsBehind(equation, owner, chapter)) if (!isLookedFor(input)) note(input);
    }
    for (const node of freeReferencesIn(one)) {
      const named = node.kind === 'before' ? undefined : node.example;
      const holder = named === undefined || named === owner.example.name ? owner : chapter.examples.get(named);
      if (holder !== undefined) visitName(node.kind === 'name' ? node.name : node.column, holder);
      if (holder !== undefined && node.kind === 'cell' && node.row === 'last') visitLength(holder);
    }
  };
  const visitLength = ({ example: { name, rounds } }: EvaluatedExample) => {
    const owner = name === example.example.name ? example : chapter.examples.get(name);
    const key = `${name} length`;
    if (seen.has(key) || owner === undefined || rounds === undefined || !('until' in rounds.length)) return;
    seen.add(key);
    visit(rounds.length.until, owner);
  };
  const visitName = (name: string, owner: EvaluatedExample) => {
    const key = `${owner.example.name}.${name}`;
    if (seen.has(key)) return;
    seen.add(key);
    const quantity = owner.quantities.get(name);
    if (quantity === undefined) {
      for (const one of columnFormulas(name, owner)) visit(one, owner);
      return;
    }
    const input = inputOf(name, owner, chapter);
    if (input !== undefined) note(input);
    // A figure that a line prints is read there, whatever it is worked out from.
    if (input?.kind !== 'stated' && quantity.formula !== undefined) visit(quantity.formula, owner);
  };
  visit(formula, example);
  return found;
}

/** `sum(column)` and `largest row` depend on how long the table is. */
function readsLength(formula: Formula): boolean {
  let found = false;
  visitFormula(formula, (node) => {
    if (node.kind === 'count') found = true;
    if (node.kind === 'call' && node.ofColumn) found = true;
  });
  return found;
}

function columnFormulas(name: string, { example, rounds }: EvaluatedExample): readonly Formula[] {
  const starts = example.rounds?.start ?? [];
  return [...starts, ...(rounds?.columns ?? [])].filter((one) => one.name === name).map(({ formula }) => formula);
}

/** A name as an input; undefined for a step, and for what a reading replaces. */
function inputOf(name: string, { example, reading, quantities }: EvaluatedExample, chapter: EvaluatedChapter): ClaimInput | undefined {
  const { givens, conventions, unstated } = example;
  const replaced = example.readings.find((one) => one.name === reading)?.replaces.some((step) => step.name === name) ?? false;
  const given = [...givens, ...conventions, ...unstated].find((one) => one.name === name);
  if (given === undefined || replaced) return undefined;
  const kind = kindOf(given, conventions.includes(given), unstated.includes(given));
  // A given that is worked out from others and printed nowhere is a step.
  if (kind === 'supposed' && given.formula !== undefined && referencesIn(given.formula).length > 0) return undefined;
  const value = quantities.get(name)?.value;
  const document = given.document ?? chapter.source.sums.document?.letter;
  return {
    kind,
    example: example.name,
    name,
    ...(typeof value === 'object' ? { value } : {}),
    ...(kind !== 'stated' || document === undefined ? {} : { document }),
    ...(given.line === undefined ? {} : { line: given.line }),
    ...(given.newcomers === true ? { newcomers: true } : {}),
  };
}

/** An unstated input with a line is stated after all. One given without a value is no more stated than an unknown. */
function kindOf({ line, formula }: Given, isConvention: boolean, isUnstated: boolean): ClaimInput['kind'] {
  if (isConvention) return 'convention';
  if (line !== undefined) return 'stated';
  return isUnstated || formula === undefined ? 'unstated' : 'supposed';
}
