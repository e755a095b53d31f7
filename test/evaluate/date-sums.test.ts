import { describe, expect, it } from 'vitest';
import { amountText, evaluateText } from '../support/chapter-text.js';

function messages(steps: string, more = ''): readonly string[] {
  const sums = `examples:\n  loan:\n    givens: { ends: 2026-11-29, wait: 30.5 day, latest: 9999-12-31, earliest: 0001-01-01 }\n    steps: { ${steps} }\n${more}`;
  return evaluateText(sums).diagnostics.map(({ message }) => message);
}

describe('a sum with a date', () => {
  it.each([
    ['ends + wait', '30.5 days after 2026-11-29 is no whole day of the calendar.'],
    ['wait + ends', '30.5 days after 2026-11-29 is no whole day of the calendar.'],
    ['ends + (wait - 31 day)', '0.5 days before 2026-11-29 is no whole day of the calendar.'],
    ['days(earliest, if(wait > 1 day, ends, latest) - wait)', '30.5 days before 2026-11-29 is no whole day of the calendar.'],
    ['latest + 1 day', '1 day after 9999-12-31 lies outside the years 1 to 9999.'],
    ['earliest - 1 day', '1 day before 0001-01-01 lies outside the years 1 to 9999.'],
    ['ends - 999999 day', '999999 days before 2026-11-29 lies outside the years 1 to 9999.'],
  ])('%s is a mistake with the date and the days', (formula, message) => {
    expect(messages(`one: "${formula}"`)).toEqual([message]);
  });

  it('reaches the first and the last day of the calendar, and takes days that are rounded', () => {
    // Year 9999 has 365 days, the year 1 too; 30.5 rounds half-up to 31: 29 November and 31 days is 30 December.
    const steps = 'top: 9999-01-01 + 364 day, bottom: 0001-12-31 - 364 day, later: "days(ends, ends + round(wait))"';
    expect(messages(steps)).toEqual([]);
    const { chapter } = evaluateText(`examples:\n  loan:\n    givens: { ends: 2026-11-29, wait: 30.5 day }\n    steps: { ${steps} }\n`);
    expect(amountText(chapter, 'loan', 'later')).toBe('31');
  });

  it('tells the row of a table in which it leaves the calendar, and reads dates of another example', () => {
    const rounds = '    rounds: { each: month, start: { due: latest }, row: { due: before.due + 31 day }, rows: 3 }\n';
    expect(messages('one: ends', rounds)).toEqual(['31 days after 9999-12-31 lies outside the years 1 to 9999 in row 1.']);
    expect(messages('one: ends', '  other:\n    steps: { one: loan.ends + 0.5 day }\n')).toEqual([
      '0.5 days after 2026-11-29 is no whole day of the calendar.',
    ]);
  });

  it('is not found by `solve` within a day', () => {
    // Three yuan a day from 29 November: 99 yuan after 33 days, 1 January; 100 yuan a third of a day later.
    const due = (yuan: number) =>
      `due: "solve(ends where days(2026-11-29, ends) * (3 yuan/day) = ${yuan} yuan between 2026-11-29 and 2027-11-29)"`;
    expect(messages(due(99))).toEqual([]);
    expect(messages(due(100))).toEqual(['Both sides are equal between 2027-01-01 and 2027-01-02, so `ends` is no day of the calendar.']);
  });

  it('knows no year 0', () => {
    expect(messages('one: 0000-05-01')).toEqual(['There is no day `0000-05-01`.']);
  });
});
