import { expect, test } from 'vitest';
import { amountText, evaluateText } from '../support/chapter-text.js';

const sums = (row: string) => `
examples:
  drain:
    givens: { intake: 5 yuan }
    steps:
      none: { is: 0, unit: yuan }
      short: max(0, intake - 8 yuan) + none
      kept: if(intake > 9 yuan, 0, intake)
    rounds: { each: day, start: { pool: 9 yuan }, row: { pool: ${row} }, rows: 1 }
`;

test('a bare 0 takes the unit of its place and adds nothing', () => {
  const { chapter, diagnostics } = evaluateText(sums('0'));
  expect(diagnostics).toEqual([]);
  // 5 − 8 is below 0, and 5 is not above 9
  expect(['none', 'short', 'kept'].map((name) => amountText(chapter, 'drain', name))).toEqual(['0', '0', '5']);
  const quantities = chapter.examples.get('drain')?.quantities;
  expect(['none', 'short', 'kept'].map((name) => quantities?.get(name)?.unit.key)).toEqual(['yuan', 'yuan', 'yuan']);
  expect([amountText(chapter, 'drain', 'pool', 0), amountText(chapter, 'drain', 'pool', 1)]).toEqual(['9', '0']);
});

test('a row formula of any other pure number does not fit', () => {
  expect(evaluateText(sums('1')).diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['units-balance', 'This formula is in a pure number, but yuan is declared.'],
  ]);
});
