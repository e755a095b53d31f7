import { describe, expect, it } from 'vitest';
import { evaluateText } from '../support/chapter-text.js';

const conversionsOf = (formula: string) => {
  const { chapter, diagnostics } = evaluateText(`examples:\n  one:\n    steps: { x: "${formula}" }\n`);
  const conversions = chapter.examples.get('one')?.conversions ?? [];
  return [...diagnostics.map(({ code }) => code), ...conversions.map(({ from, to }) => `${from.key} -> ${to.key}`)];
};

describe('day, week, month and year', () => {
  const TIMES = ['day', 'week', 'month', 'year'];

  it.each(TIMES.flatMap((one) => TIMES.map((other) => [one, other] as const)))('%s with %s', (one, other) => {
    const expected = one === other ? [] : [`${other} -> ${one}`];
    expect(conversionsOf(`2 ${one} + 3 ${other}`)).toEqual(expected);
    expect(conversionsOf(`if(2 ${one} < 3 ${other}, 1, 0)`)).toEqual(expected);
  });

  it('become another through a figure', () => {
    expect(conversionsOf('2 year + 3 month / (12 month/year)')).toEqual([]);
    expect(conversionsOf('days(2026-01-01, 2026-01-29) / (7 day/week) + 1 week')).toEqual([]);
  });

  it('days between dates are days', () => {
    expect(conversionsOf('days(2026-01-01, 2026-01-29) + 1 week')).toEqual(['week -> day']);
  });
});
