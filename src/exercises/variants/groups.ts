import { type Example, examplesNamedIn } from '../../chapter/index.js';
import type { EvaluatedChapter } from '../../evaluate/index.js';

/** Examples whose figures are drawn together, because an exercise asks about several of them at once or one draws on another. */
export interface VariantGroup {
  /** The name of its first example; with the chapter's it names the stream of draws. */
  readonly name: string;
  readonly examples: readonly Example[];
  /** Every exercise of the chapter whose answers change with these examples. */
  readonly exercises: readonly string[];
}

/**
 * What varies from student to student. An example with claims is the document's own and never does; nor does what no exercise asks
 * about. In the order of sums.yaml.
 */
export function variantGroups({ source, examples: evaluated }: EvaluatedChapter): readonly VariantGroup[] {
  const { examples, exercises } = source.sums;
  const varying = new Set(examples.filter(isPractice).map(({ name }) => name));
  const uses = exercises.map((spec) => ({
    name: spec.name,
    examples: [...reached(examplesNamedIn(spec), evaluated)].filter((name) => varying.has(name)),
  }));
  const groups = joined(uses.map((use) => use.examples));
  return examples.flatMap(({ name }): readonly VariantGroup[] => {
    const group = groups.find((one) => one.has(name));
    const members = examples.filter((example) => group?.has(example.name));
    if (group === undefined || members[0]?.name !== name) return [];
    return [
      { name, examples: members, exercises: uses.filter((use) => use.examples.some((one) => group.has(one))).map((use) => use.name) },
    ];
  });
}

function isPractice({ vary, claims }: Example): boolean {
  return vary.length > 0 && claims.length === 0;
}

/** Sets that share an element become one. */
function joined(sets: readonly (readonly string[])[]): readonly ReadonlySet<string>[] {
  let groups: readonly ReadonlySet<string>[] = [];
  for (const set of sets.filter(({ length }) => length > 0)) {
    const touching = groups.filter((group) => set.some((name) => group.has(name)));
    groups = [...groups.filter((group) => !touching.includes(group)), new Set([...touching.flatMap((group) => [...group]), ...set])];
  }
  return groups;
}

/** The examples named, and those on which they draw. */
function reached(names: readonly string[], examples: EvaluatedChapter['examples']): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string) => {
    const example = examples.get(name);
    if (example === undefined || found.has(name)) return;
    found.add(name);
    for (const other of example.neighbours) visit(other);
  };
  for (const name of names) visit(name);
  return found;
}
