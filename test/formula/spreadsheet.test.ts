import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNumber, type Formula, NotOnSheet, type SpreadsheetNames, spreadsheetFormula } from '../../src/formula/index.js';
import { amountOf } from '../../src/number/index.js';
import { parseText } from '../support/formula-text.js';
import { randomNumeric } from '../support/random-formula.js';

/** Names as they are, and rows of a column as calls, so that the text shows where each part went. */
const NAMES: SpreadsheetNames = {
  name: ({ example, name }) => (example === undefined ? name : `${example}_${name}`),
  before: ({ column }) => `${column}_before`,
  cell: ({ column }, row) => `INDEX(${column},${row}+1)`,
  rows: ({ kind, condition }) => `${kind === 'first' ? 'MATCH' : 'COUNT'}(TRUE(),${spreadsheetFormula(condition, NAMES)},0)`,
  column: ({ name }, _rows, bounds) => [`${name}_rows`, ...bounds].join('_'),
};

function written(text: string): string {
  const { value } = parseText(text);
  if (value === undefined) throw new Error(`${text} is no formula`);
  return spreadsheetFormula(value, NAMES);
}

describe('a formula as a spreadsheet writes it', () => {
  it.each([
    ['a + b - c', 'a+b-c'],
    ['a - (b - c)', 'a-(b-c)'],
    ['a - b * c', 'a-b*c'],
    ['(a + b) * c / d', '(a+b)*c/d'],
    ['a / (b * c)', 'a/(b*c)'],
    ['10% * 3万', '0.1*30000'],
    // A spreadsheet takes -2^2 for 4.
    ['-2 ^ 2', '(-(2^2))'],
    ['(-a) ^ 2', '((-a)^2)'],
    ['2 ^ 3 ^ 2', '(2^(3^2))'],
    ['before.price', 'price_before'],
    ['price[2]', 'INDEX(price,2+1)'],
    ['price[last]', 'INDEX(price,last+1)'],
    ['ladder.gift', 'ladder_gift'],
    ['sum(price)', 'SUM(price_rows)'],
    ['max(price[1..n])', 'MAX(price_rows_1_n)'],
    ['min(price[2..last])', 'MIN(price_rows_2)'],
    ['last(price)', 'INDEX(price,last+1)'],
    ['count(row where price >= 2)', 'COUNT(TRUE(),price>=2,0)'],
    ['first(row where price >= 2)', 'MATCH(TRUE(),price>=2,0)'],
    // Binary noise below a billionth is no reason to take the next number.
    ['round(a / 3, 2)', 'ROUND(ROUND(a/3,9),2)'],
    ['round(a)', 'ROUND(ROUND(a,9),0)'],
    ['floor(a)', 'INT(ROUND(a,9))'],
    ['ceil(a)', '(-INT(-ROUND(a,9)))'],
    ['min(a, b, c) + max(a, b)', 'MIN(a,b,c)+MAX(a,b)'],
    ['abs(a - b)', 'ABS(a-b)'],
    ['sqrt(a + b)', 'SQRT(a+b)'],
    ['whole(a, 1%, 5, 2%)', 'IF(a<5,a*0.01,a*0.02)'],
    ['marginal(a, 1%, 5, 2%)', 'IF(a<5,a*0.01,5*0.01+(a-5)*0.02)'],
    ['root(a + b, n - 1)', '((a+b)^(1/(n-1)))'],
    ['ln(a) / log(b) * log(a, 1 + b)', 'LN(a)/LOG(b,10)*LOG(a,1+b)'],
    ['(1 + a) ^ (1 / 12)', '((1+a)^(1/12))'],
    // The right side may divide by zero where the left side already decides.
    ['if(a != 0 and b / a > 1, b, c)', 'IF(IF(a<>0,b/a>1,FALSE()),b,c)'],
    ['if(a = 0 or b / a > 1, b, c)', 'IF(IF(a=0,TRUE(),b/a>1),b,c)'],
    ['if(not a > b, b, c)', 'IF(NOT(a>b),b,c)'],
  ])('%s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it('says which row is not on the sheet', () => {
    const none: SpreadsheetNames = {
      ...NAMES,
      cell: () => {
        throw new NotOnSheet(4326);
      },
    };
    const { value } = parseText('price[4326] + 1');
    expect(() => spreadsheetFormula(value as Formula, none)).toThrow('row 4326');
  });

  it('gives what the exact fractions give', () => {
    fc.assert(
      fc.property(randomNumeric({ names: [], operators: ['+', '-', '*', '/'] }), (formula) => {
        const exact = exactNumber(formula, NO_NAMES);
        if (exact === undefined) return;
        const expected = amountOf(exact).toNumber();
        const found = calculated(spreadsheetFormula(formula, NAMES));
        // Cancelling may leave noise of the size of the largest parts, which stay below 10^9 or so.
        if (Number.isFinite(found)) expect(Math.abs(found - expected)).toBeLessThanOrEqual(Math.max(1e-6, Math.abs(expected) * 1e-9));
      }),
      // Fixed: a spreadsheet compares binary numbers, so a comparison of equal fractions may turn out the other way.
      { numRuns: 300, seed: 20 },
    );
  });
});

const NOTHING = () => undefined;
const NO_NAMES = { name: NOTHING, before: NOTHING, cell: NOTHING, rows: NOTHING, column: NOTHING, solve: NOTHING };

/** Works out the text of a spreadsheet formula of numbers: brackets and signs mean the same in JavaScript. */
function calculated(text: string): number {
  const script = text.replaceAll('<>', '!==').replace(/(?<![<>!=])=(?!=)/g, '===');
  const functions = {
    IF: (condition: boolean, yes: number, no: number) => (condition ? yes : no),
    MIN: Math.min,
    MAX: Math.max,
    ABS: Math.abs,
    FALSE: () => false,
    TRUE: () => true,
    NOT: (condition: boolean) => !condition,
  };
  return new Function(...Object.keys(functions), `return ${script};`)(...Object.values(functions)) as number;
}
