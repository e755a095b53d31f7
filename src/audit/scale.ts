import type { EvaluatedExample } from '../evaluate/index.js';
import type { ClaimVerdict, ScaleResult } from './results.js';

/**
 * Question 5, what if everyone does it? The far-out quantities that the example names, plain and under each reading,
 * and for each `says … every` statement the row where it first breaks.
 */
export function auditScale(example: EvaluatedExample, verdicts: readonly ClaimVerdict[]): readonly ScaleResult[] {
  return [...quantities(example), ...statements(verdicts)];
}

function quantities(example: EvaluatedExample): readonly ScaleResult[] {
  return example.example.scale.map(({ value: name, span }) => {
    const read = (under: EvaluatedExample) => {
      const value = under.valueOf({ kind: 'name', name, span });
      return typeof value === 'object' ? { value } : {};
    };
    return {
      example: example.example.name,
      kind: 'quantity',
      name,
      ...read(example),
      readings: example.example.readings.map((reading) => ({ reading: reading.name, ...read(example.underReading(reading.name)) })),
    };
  });
}

function statements(verdicts: readonly ClaimVerdict[]): readonly ScaleResult[] {
  return verdicts
    .filter(({ claim }) => claim.content.kind === 'statement' && claim.content.every)
    .map(({ example, claim, readings, failsAtRow, testedRows }) => ({
      example,
      kind: 'statement',
      name: claim.name,
      readings: readings.map((one) => ({ reading: one.reading, ...(one.failsAtRow === undefined ? {} : { failsAtRow: one.failsAtRow }) })),
      ...(failsAtRow === undefined ? {} : { failsAtRow }),
      ...(testedRows === undefined ? {} : { testedRows }),
    }));
}
