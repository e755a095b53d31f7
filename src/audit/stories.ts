import type { Diagnostic } from '../diagnostics/index.js';
import { type Breach, breachUnder, type EvaluatedExample } from '../evaluate/index.js';

/** The readings of an example that break its story, with what they break. */
export type Breaches = ReadonlyMap<string, Breach>;

export function breachesOfReadings(example: EvaluatedExample): Breaches {
  return new Map(
    example.example.readings.flatMap(({ name }) => {
      const breach = breachUnder(example.underReading(name), example);
      return breach === undefined ? [] : [[name, breach] as const];
    }),
  );
}

/** A reading under which there are fewer than none of something is no reading. */
export function checkReadings({ example }: EvaluatedExample, breaches: Breaches): readonly Diagnostic[] {
  return example.readings.flatMap(({ name, span }) => {
    const breach = breaches.get(name);
    if (breach === undefined) return [];
    const message = `Under reading \`${name}\` ${breach.says}. It gives no claim a condition.`;
    return [{ code: 'reading-keeps-story', severity: 'error', message, span, hint: 'Delete the reading, or correct what it replaces.' }];
  });
}
