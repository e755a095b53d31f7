import { type Amount, magnitudeText } from '../../number/index.js';
import { type Exercise, numericAnswers } from '../kinds/kinds.js';
import type { NumericAnswer } from '../model/answer.js';
import type { Variant } from './combinations.js';

/** Picks from variants the few that tell how their figures may look. */
export interface Telling {
  note(variant: Variant, exercises: readonly Exercise[]): void;
  /**
   * A few of the noted variants that together show what all of them show: each figure at its longest and, where it varies, with two values;
   * each answer that comes out even in only some of them both even and uneven.
   */
  variants(): readonly Variant[];
}

/** Notes variants as they are judged. What it finds depends on which they were, and in what order. */
export function startTelling(): Telling {
  const noted: { readonly variant: Variant; readonly features: ReadonlyMap<string, number> }[] = [];
  const first = new Map<string, string>();
  return {
    note: (variant, exercises) => {
      const features = new Map<string, number>();
      for (const [name, text] of textsOf(variant, exercises)) {
        if (!first.has(name)) first.set(name, text);
        features.set(`length of ${name}`, text.length);
        features.set(`${name} ${text === first.get(name)}`, 1);
      }
      noted.push({ variant, features });
    },
    variants: () => {
      const most = new Map<string, number>();
      for (const { features } of noted) for (const [name, value] of features) most.set(name, Math.max(value, most.get(name) ?? 0));
      const found: Variant[] = [];
      while (most.size > 0) {
        // What shows most of that at once; of those that show equally much the first.
        const shown = noted.map(({ features }) => [...features].filter(([name, value]) => most.get(name) === value));
        const best = shown.reduce((least, one, index) => (one.length > (shown[least]?.length ?? 0) ? index : least), 0);
        for (const [name] of shown[best] ?? []) most.delete(name);
        found.push(...noted.slice(best, best + 1).map(({ variant }) => variant));
      }
      return found;
    },
  };
}

/** True where the answer has more decimals than it is asked to. */
export function isUneven({ exact, places }: NumericAnswer): boolean {
  return exact.amount.decimalPlaces() > places;
}

/**
 * The figures of a variant about as a page shows them, by names of their own. The names hold which figures of the exercise are cut, and
 * which are written as ten thousands, too: a page with other signs of equality, or with brackets behind a figure, is another page.
 */
function textsOf(variant: Variant, exercises: readonly Exercise[]): readonly (readonly [name: string, text: string])[] {
  const drawn = variant.flatMap(({ value }) => [textOf(value.amount), textOf(value.amount.times(100))]);
  return exercises.flatMap(({ name, form }) => {
    const answers = numericAnswers(form);
    const worked = [...answers.flatMap(({ derivation }) => derivation.steps), ...(form.kind === 'hunt' ? form.lines : [])];
    const values = worked.flatMap(({ value }) => (typeof value === 'object' ? [value.amount] : []));
    const signs = [
      ...variant.map(({ value }) => magnitudeText(value.amount)?.replace(/[0-9.]+/, '') ?? ''),
      ...answers.map((answer) => (isUneven(answer) ? `to ${answer.places}` : 'even')),
      ...values.map((value) => (value.decimalPlaces() > MOST_PLACES ? '≈' : '=')),
    ].join(' ');
    const texts = [...drawn, ...answers.map(({ shown, places }) => shown.toFixed(Math.max(0, places))), ...values.map(textOf)];
    return texts.map((text, index) => [`${name} ${signs} ${index}`, text] as const);
  });
}

function textOf(value: Amount): string {
  return value.toFixed(Math.min(MOST_PLACES, value.decimalPlaces()));
}

/** A figure with more is cut on a page. */
const MOST_PLACES = 4;
