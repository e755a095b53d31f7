import type { ChapterContent } from '../../document/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import type { Variant } from '../../exercises/index.js';
import { roundHalfUp, wholeOf } from '../../number/index.js';
import type { StudentPaper } from '../set/plan.js';
import { type Counts, countsAsPrinted, fewerThanNone } from './fewer-than-none.js';

export interface BrokenPromise {
  readonly example: string;
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
    for (const { name, says } of [...sharesAboveWhole(story), ...countsBelowNone(story, countsOf(example))]) {
      if (broken.has(`${example}.${name}`)) continue;
      broken.set(`${example}.${name}`, { example, message: `With ${figuresOf(story).join(', ')} ${says}.` });
    }
  }
  return [...broken.values()];
}

/** An example that varies, with the figures of one student. */
interface Story {
  readonly evaluated: EvaluatedExample;
  readonly variant: Variant;
}

/** A quantity, and what is wrong with it: `the share \`errand.rate\` is 150 %`. */
interface Breach {
  readonly name: string;
  readonly says: string;
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

/** A quantity that is called so is a part of a whole. */
const SHARE = /(^|_)(share|rate)(_percent)?$/;
const PERCENT_PLACES = 10;

function sharesAboveWhole({ evaluated: { example, quantities } }: Story): readonly Breach[] {
  return [...quantities].flatMap(([name, quantity]): readonly Breach[] => {
    const value = SHARE.test(name) ? quantity.value : undefined;
    const whole = typeof value === 'object' ? wholeOf(value.unit) : undefined;
    if (whole === undefined || typeof value !== 'object') return [];
    const percent = roundHalfUp(value.amount.times(100).dividedBy(whole), PERCENT_PLACES);
    return percent.lessThanOrEqualTo(100) ? [] : [{ name, says: `the share \`${example.name}.${name}\` is ${percent.toFixed()} %` }];
  });
}

function countsBelowNone({ evaluated }: Story, counts: Counts): readonly Breach[] {
  return fewerThanNone(evaluated, counts).map(({ name, amount, unit, row }) => {
    const where = row === undefined ? '' : ` in row ${row}`;
    const says = `\`${evaluated.example.name}.${name}\`${where} is ${amount.toFixed()} ${unit}: more is taken than there is`;
    return { name, says };
  });
}
