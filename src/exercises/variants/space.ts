import { nameHash, permutation, randomStream } from '../../number/index.js';
import type { Exercise } from '../kinds/kinds.js';
import { combinations, type Variant } from './combinations.js';
import { judgeVariants, refusalText, type VariantScope } from './judge.js';
import { startTelling, type Telling } from './telling.js';

/** The variants of one group of examples under one seed. */
export interface VariantSpace {
  /** Every combination of the values, suitable or not. */
  readonly combinations: number;
  /** Students whose numbers follow each other get different variants up to so many. */
  readonly different: number;
  /** True when `different` is every variant that there is; false when it is a lower bound. */
  readonly counted: boolean;
  /** The variant of a student; undefined when none was found within the bound. Depends on seed, group and student alone. */
  draw(student: StudentNumber): DrawnVariant | undefined;
  /**
   * A few variants that together show each figure at its longest, and both even and uneven each answer that comes out even in only some. They are
   * picked from all variants where the space is counted, else from a sample.
   */
  telling(): readonly Variant[];
  /** Why combinations were refused so far, with how often. */
  refused(): ReadonlyMap<string, number>;
}

export interface DrawnVariant {
  readonly variant: Variant;
  /** The exercises of the group as they came out when the variant was judged; absent where many are judged beforehand. */
  readonly exercises?: readonly Exercise[];
}

/** A student as the draws know him: `20260107` is number 7 after the stem `202601` where numbers have two digits, see `studentNumber`. */
export interface StudentNumber {
  readonly stem: string;
  readonly number: number;
}

/** Of so many variants that were counted the exercises are kept; those of more would fill the memory. */
const MOST_KEPT = 50;
/** Up to so many combinations are judged one by one, so that every variant is counted. */
const MOST_COUNTED = 500;
/** In a larger space each student has so many combinations to himself, tried one after the other. */
const OWN_TRIES = 4;
/** After them come combinations by chance, which another student may meet too. */
const CHANCE_TRIES = 400;

/**
 * Lays the combinations of a group out in an order that the seed shuffles. A small space is judged whole, and student number n gets the
 * n-th variant. In a larger one student number n has the combinations n, n + B, n + 2B, … of the shuffled order for himself, where B is a
 * quarter of the space, and gets the first that is suitable. Either way nobody else's draw is looked at. A space is small up to
 * `mostCounted` combinations.
 */
export function variantSpace(scope: VariantScope, seed: string, mostCounted = MOST_COUNTED): VariantSpace {
  const { chapter, group } = scope;
  const stream = [seed, chapter.source.name, group.name];
  const all = combinations(group);
  const judge = judgeVariants(scope);
  const refused = new Map<string, number>();
  let known: Telling | undefined = startTelling();
  let telling: readonly Variant[] | undefined;
  const counted = all.count <= mostCounted;
  const suitable = (index: number): DrawnVariant | undefined => {
    const variant = all.at(index);
    const judgement = judge(variant);
    if ('exercises' in judgement) {
      if (counted) known?.note(variant, judgement.exercises);
      return { variant, exercises: judgement.exercises };
    }
    const { refusal } = judgement;
    refused.set(refusalText(refusal), (refused.get(refusalText(refusal)) ?? 0) + 1);
    return undefined;
  };
  const { different, at } = counted ? countedVariants(all.count, suitable, stream) : boundedVariants(all.count, suitable, stream);
  return {
    combinations: all.count,
    different,
    counted,
    draw: ({ stem, number }) => {
      if (different === 0) return undefined;
      const offset = nameHash([...stream, stem]) % different;
      return at((number + offset) % different, `${stem} ${number}`);
    },
    telling: () => {
      telling ??= (counted ? known : sampled(different, at))?.variants() ?? [];
      // What was noted would fill memory for as long as handouts are made.
      known = undefined;
      return telling;
    },
    refused: () => refused,
  };
}

/** Variants of a large space that are noted to know how long its figures become. */
const SAMPLES = 40;

function sampled(different: number, at: Laid['at']): Telling {
  const found = startTelling();
  for (let index = 0; index < Math.min(SAMPLES, different); index += 1) {
    const drawn = at(Math.floor((index * different) / SAMPLES), `sample ${index}`);
    if (drawn?.exercises !== undefined) found.note(drawn.variant, drawn.exercises);
  }
  return found;
}

interface Laid {
  readonly different: number;
  readonly at: (place: number, student: string) => DrawnVariant | undefined;
}

type Suitable = (index: number) => DrawnVariant | undefined;

function countedVariants(count: number, suitable: Suitable, stream: readonly string[]): Laid {
  const variants = Array.from({ length: count }, (_, index) => {
    const found = suitable(index);
    return found === undefined || count <= MOST_KEPT ? found : { variant: found.variant };
  }).filter((variant) => variant !== undefined);
  const shuffle = permutation(stream, Math.max(1, variants.length));
  return { different: variants.length, at: (place) => variants[shuffle(place)] };
}

function boundedVariants(count: number, suitable: Suitable, stream: readonly string[]): Laid {
  const shuffle = permutation(stream, count);
  const different = Math.floor(count / OWN_TRIES);
  return {
    different,
    at: (place, student) => {
      for (let round = 0; round < OWN_TRIES; round += 1) {
        const variant = suitable(shuffle(place + round * different));
        if (variant !== undefined) return variant;
      }
      const chance = randomStream([...stream, student]);
      for (let attempt = 0; attempt < CHANCE_TRIES; attempt += 1) {
        const variant = suitable(chance.below(count));
        if (variant !== undefined) return variant;
      }
      return undefined;
    },
  };
}

const MOST_DIGITS = 9;

/**
 * The digits at the end of an id are the student's number, what stands before them the stem: `7B-03` is 3 after `7B-`. Students of one
 * stem whose numbers lie closer together than a space has variants never share one. An id without digits is all stem, at number 0.
 */
export function studentNumber(id: string): StudentNumber {
  const digits = new RegExp(`[0-9]{1,${MOST_DIGITS}}$`).exec(id)?.[0] ?? '';
  return { stem: id.slice(0, id.length - digits.length), number: Number(digits) };
}
