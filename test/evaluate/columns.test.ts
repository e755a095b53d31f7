import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, evaluateText } from '../support/chapter-text.js';

/** A loan of 1200 yuan paid back in 12 equal parts, with 1% of what is open each month. */
const LOAN = `
examples:
  loan:
    givens: { borrowed: 1200 yuan, rate: 1%, months: 12 month }
    steps:
      total: sum(interest)
      first_half: sum(interest[1..6])
      second_half: sum(interest[7..last])
      middle: "sum(interest[months / 4 + 1 month..months - 3 month])"
      beyond: "sum(interest[1..14])"
      least: min(open)
      most: max(open)
      with_start: "max(open[0..last])"
      least_of_two: min(open[3], open[4])
      end: last(open)
      dear_months: count(row where interest > 6 yuan)
      none: count(row where interest > 600 yuan)
    rounds:
      each: month
      start: { open: borrowed }
      row: { interest: before.open * rate, open: before.open - borrowed / (months / (1 month)) }
      rows: 12
      limit: 14
`;

const values = (sums: string, names: readonly string[]) => {
  const { chapter, diagnostics } = evaluateText(sums);
  expect(diagnostics).toEqual([]);
  return names.map((name) => amountText(chapter, 'loan', name));
};

describe('functions of a column', () => {
  it('take rows 1 to the last, or the rows that are named', () => {
    // Open at the end of month n: 1200 − 100n. Interest of month n: 1% of 1200 − 100(n − 1) = 13 − n.
    // Sum of 12 … 1 = 78; of 12 … 7 = 57; of 6 … 1 = 21; months 4 to 9: 9 + 8 + 7 + 6 + 5 + 4 = 39; months 13 and 14: 0 and −1.
    expect(values(LOAN, ['total', 'first_half', 'second_half', 'middle', 'beyond'])).toEqual(['78', '57', '21', '39', '77']);
    expect(values(LOAN, ['least', 'most', 'with_start', 'least_of_two', 'end'])).toEqual(['0', '1100', '1200', '800', '0']);
    // Interest is above 6 in months 1 to 6.
    expect(values(LOAN, ['dear_months', 'none'])).toEqual(['6', '0']);
  });

  it('have the unit of the column, and count in that of the rows', () => {
    const { chapter } = evaluateText(LOAN);
    const units = ['total', 'most', 'end', 'dear_months'].map((name) => chapter.examples.get('loan')?.quantities.get(name)?.unit.key);
    expect(units).toEqual(['yuan', 'yuan', 'yuan', 'month']);
  });

  it('decide on fractions: twelve twelfths are one', () => {
    const [whole, above] = values(
      `
examples:
  loan:
    steps: { whole: sum(part) = 1, above: "floor(sum(part[1..12]))" }
    rounds: { each: month, start: {}, row: { part: 1 / 12 }, rows: 12 }
`.replace('start: {}, ', ''),
      ['whole', 'above'],
    );
    expect([whole, above]).toEqual(['true', '1']);
  });

  it.each([
    ['sum(interest[5..3])', 'There are no rows from 5 to 3.'],
    ['sum(interest[1..15])', 'Row 15 lies beyond the limit of 14 rows.'],
    ['sum(interest[0..3])', '`interest` has no value in row 0.'],
    ['sum(interest[1..2.5])', 'There is no row 2.5 in `interest`.'],
    ['max(paid)', 'There is no `paid` in loan.'],
    ['sum(borrowed)', 'There is no `borrowed` in loan.'],
    ['count(row where rate)', 'A number stands where a condition is needed.'],
  ])('%s says what is wrong', (formula, message) => {
    const { diagnostics } = evaluateText(LOAN.replace('total: sum(interest)', `total: "${formula}"`));
    expect(diagnostics.map((one) => one.message)).toEqual([message]);
  });

  it('says how rows are named where they are named the wrong way round', () => {
    const { diagnostics } = evaluateText(LOAN.replace('total: sum(interest)', 'total: "sum(interest[5..3])"'));
    expect(diagnostics.map(({ hint }) => hint)).toEqual(['Rows are named from the smaller number to the larger: `[1..12]`.']);
  });

  it.each(['sum(interest)', 'max(open[1..2])', 'count(row where open > 0 yuan)'])('%s cannot stand in a row', (formula) => {
    const { diagnostics } = evaluateText(LOAN.replace('interest: before.open * rate', `interest: "${formula} * rate"`));
    expect(diagnostics.map(({ code }) => code)).toEqual(['column-order']);
  });

  it('are those of a simple loop over the cells, for any table and any rows', () => {
    const cells = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cells, fc.nat(11), fc.nat(11), (all, one, other) => {
        const [from, to] = [1 + (Math.min(one, other) % all.length), 0];
        const end = Math.max(from, 1 + (Math.max(one, other) % all.length)) + to;
        // A column that holds the cells: row n is the n-th of them.
        const chosen = all.reduceRight((rest, cell, index) => `if(row = ${index + 1} month, ${cell}, ${rest})`, '0');
        const text = `
examples:
  loan:
    steps: { a: "sum(x[${from}..${end}])", b: "min(x[${from}..${end}])", c: "max(x[${from}..${end}])", d: "count(row where x > 3)" }
    rounds: { each: month, row: { x: "${chosen}" }, rows: ${all.length} }
`;
        const part = all.slice(from - 1, end);
        const expected = [
          part.reduce((sum, cell) => sum + cell, 0),
          Math.min(...part),
          Math.max(...part),
          all.filter((cell) => cell > 3).length,
        ];
        expect(values(text, ['a', 'b', 'c', 'd'])).toEqual(expected.map(String));
      }),
      { numRuns: 100 },
    );
  });

  it('keep no row of a table of 200,000 rows', () => {
    // 1 + 2 + … + n = n(n + 1) / 2 with n = 200,000: 20,000,100,000. Rows above 199,990: 10.
    const text = `
examples:
  loan:
    steps: { total: sum(n), most: max(n), late: count(row where n > 199990) }
    rounds: { each: month, start: { n: 0 }, row: { n: before.n + 1 }, rows: 200000, limit: 200000 }
`;
    expect(values(text, ['total', 'most', 'late'])).toEqual(['20000100000', '200000', '10']);
  });
});
