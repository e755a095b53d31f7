import type { ChapterContent } from '../../document/index.js';
import { breachesOf, type Counts, countsAsPrinted, type EvaluatedExample } from '../../evaluate/index.js';
import type { Variant } from '../../exercises/index.js';
import type { StudentPaper } from '../set/plan.js';

export interface BrokenPromise {
  readonly example: string;
  /** Of the quantity. */
  readonly name: string;
  readonly message: string;
}

/**
 * Figures of these papers that break the promise of their story, one of each kind: a share above the whole, and fewer than none of what
 * is counted. `printed` is the chapter with its own figures, of which the papers are variants.
 */
export function brokenPromises(printed: ChapterContent, papers: readonly StudentPaper[]): readonly BrokenPromise[] {
  const counts = new Map<string, Counts>();
  const countsOf = (name: string): Counts => {
    const example = printed.evaluated.examples.get(name);
    const found = counts.get(name) ?? (example === undefined ? { steps: [], columns: [] } : countsAsPrinted(example));
    counts.set(name, found);
    return found;
  };
  const broken = new Map<string, BrokenPromise>();
  for (const story of papers.flatMap(storiesOf)) {
    const example = story.evaluated.example.name;
    for (const { name, says } of breachesOf(story.evaluated, countsOf(example))) {
      if (broken.has(`${example}.${name}`)) continue;
      broken.set(`${example}.${name}`, { example, name, message: `With ${figuresOf(story).join(', ')} ${says}.` });
    }
  }
  return [...broken.values()];
}

/** An example that varies, with the figures of one student. */
interface Story {
  readonly evaluated: EvaluatedExample;
  readonly variant: Variant;
}

function storiesOf({ parts }: StudentPaper): readonly Story[] {
  return parts.flatMap(({ content, variants }) =>
    [...variants.values()].flatMap((variant) =>
      [...new Set(variant.map(({ example }) => example))].flatMap((name): readonly Story[] => {
        const evaluated = content.evaluated.examples.get(name);
        return evaluated === undefined ? [] : [{ evaluated, variant }];
      }),
    ),
  );
}

/** The drawn figures of the example, and of those on which it draws. */
function figuresOf({ evaluated: { example, neighbours }, variant }: Story): readonly string[] {
  return variant
    .filter((one) => one.example === example.name || neighbours.includes(one.example))
    .map((one) => `${one.example === example.name ? '' : `${one.example}.`}${one.name} ${one.value.amount.toFixed()}`);
}
