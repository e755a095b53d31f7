import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, dateNumber, dateOfNumber, dateText, days360Between } from '../../src/number/index.js';

const DAY = 24 * 60 * 60 * 1000;
const someDay = fc.date({ min: new Date('1582-10-15'), max: new Date('2999-12-31'), noInvalidDate: true });

function dateOf(text: string) {
  const date = calendarDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}

describe('days between dates', () => {
  it('are those of the calendar of the machine', () => {
    fc.assert(
      fc.property(someDay, someDay, (first, second) => {
        const [from, to] = [first, second].map((one) => one.toISOString().slice(0, 10)) as [string, string];
        expect(dateNumber(dateOf(to)) - dateNumber(dateOf(from))).toBe((Date.parse(to) - Date.parse(from)) / DAY);
      }),
    );
  });

  it.each([
    // Half a year, the end of February, both ends on a 31st: figures of the rule as it is printed for European bonds.
    ['2026-01-15', '2026-07-15', 180],
    ['2026-02-28', '2026-03-31', 32],
    ['2026-01-31', '2026-12-31', 330],
    ['2024-02-29', '2025-02-28', 359],
  ])('by 30/360 from %s to %s are %i', (from, to, days) => {
    expect(days360Between(dateOf(from), dateOf(to))).toBe(days);
  });

  it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-5', '26-01-05'])('%s is no date', (text) => {
    expect(calendarDate(text)).toBeUndefined();
  });

  it('are counted as a spreadsheet counts them, and the figure leads back to the date', () => {
    // Days since the end of 1899 in any spreadsheet: 1 March 1900 is 61, 1 January 2000 is 36526.
    expect(['1900-03-01', '2000-01-01'].map((text) => dateNumber(dateOf(text)))).toEqual([61, 36526]);
    fc.assert(
      fc.property(someDay, (day) => {
        const text = day.toISOString().slice(0, 10);
        const found = dateOfNumber(dateNumber(dateOf(text)));
        expect(found && dateText(found)).toBe(text);
      }),
    );
    expect([dateOfNumber(0.5), dateOfNumber(-800_000), dateOfNumber(3_000_000)]).toEqual([undefined, undefined, undefined]);
  });

  it('a leap day is one', () => expect(calendarDate('2000-02-29')).toEqual({ year: 2000, month: 2, day: 29 }));
});
