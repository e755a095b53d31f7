import { expect, test } from 'vitest';
import type { EvaluatedExample } from '../../src/evaluate/index.js';
import { amount, PURE_NUMBER } from '../../src/number/index.js';
import { amountText, evaluateText } from '../support/chapter-text.js';

const PRICE_LADDER = `
units: [point]
examples:
  ladder:
    givens:
      intake: 160 yuan
      gift: 112 yuan
      opening: 1 yuan/point
      cap: 1200 yuan
    steps:
      exit_order: first(row where minted_first * price >= cap)
      minted_first: gift / opening
      all_points: sum(minted)
      last_price: price[last]
    rounds:
      each: order
      start: { pool: 0 yuan, points: 0 point, price: opening }
      row:
        minted: gift / before.price
        pool: before.pool + intake
        points: before.points + minted
        price: pool / points
      rows: 3
    readings:
      rounded:
        minted: round(gift / before.price, 0)
        price: round(pool / points, 2)
`;

const ladder = () => {
  const { chapter, diagnostics } = evaluateText(PRICE_LADDER);
  expect(diagnostics).toEqual([]);
  return { chapter, example: chapter.examples.get('ladder') as EvaluatedExample };
};

test('rows follow from the row above', () => {
  const { chapter } = ladder();
  // 112/1 = 112; 160/112 = 10/7 = 1.428571…; 112·7/10 = 78.4; 320/190.4 = 200/119; 112·119/200 = 66.64; 480/257.04 = 2000/1071
  expect(amountText(chapter, 'ladder', 'minted', 1)).toBe('112');
  expect(amountText(chapter, 'ladder', 'price', 1)).toMatch(/^1\.428571428571428571/);
  expect(amountText(chapter, 'ladder', 'minted', 2)).toMatch(/^78\.4$|^78\.39{30}|^78\.40{30}/);
  expect(amountText(chapter, 'ladder', 'price', 2)).toMatch(/^1\.680672268907563025/);
  expect(amountText(chapter, 'ladder', 'price', 3)).toMatch(/^1\.867413632119514472/);
});

test('steps read the rounds: a sum, the last row, the first row that fulfils a condition', () => {
  const { chapter } = ladder();
  expect(amountText(chapter, 'ladder', 'all_points')).toMatch(/^257\.04|^257\.039{20}/);
  expect(amountText(chapter, 'ladder', 'last_price')).toMatch(/^1\.8674136/);
  expect(amountText(chapter, 'ladder', 'exit_order')).toBe('1137');
});

test('a reading replaces formulas and leaves the rest', () => {
  const { example } = ladder();
  const rounded = example.underReading('rounded');
  const at = (row: number, column: string) => {
    const value = rounded.rounds?.cell(column, row);
    return typeof value === 'object' ? value.amount.toFixed() : 'none';
  };
  // 160/112 → 1.43; 112/1.43 = 78.32 → 78; 320/190 → 1.68; 112/1.68 = 66.67 → 67; 480/257 → 1.87
  expect([at(1, 'price'), at(2, 'minted'), at(2, 'points'), at(2, 'price')]).toEqual(['1.43', '78', '190', '1.68']);
  expect([at(3, 'minted'), at(3, 'points'), at(3, 'price')]).toEqual(['67', '257', '1.87']);
});

test('a change works its way through, and the unchanged example stays as it was', () => {
  const { chapter, example } = ladder();
  const span = example.example.span;
  const doubled = example.withChanges(new Map([['intake', { kind: 'name', name: 'cap', span }]]));
  const first = doubled.rounds?.cell('price', 1);
  // 1200/112 = 75/7
  expect(typeof first === 'object' && first.amount.toFixed(4)).toBe('10.7143');
  expect(amountText(chapter, 'ladder', 'price', 1)).toMatch(/^1\.428/);
});

test('a cell far down is reached without keeping the rows between', () => {
  const { example } = ladder();
  const near = example.rounds?.cell('pool', 100);
  const far = example.rounds?.cell('pool', 5000);
  const back = example.rounds?.cell('pool', 4000);
  expect([near, far, back].map((value) => typeof value === 'object' && value.amount.toFixed())).toEqual(['16000', '800000', '640000']);
});

test('yuan taken from a count is found as a silent conversion; a reading of it is recorded once', () => {
  const { chapter, diagnostics } = evaluateText(`
units: [point, value]
examples:
  night:
    givens:
      balance: 1000 value
      points: 8.88 point
      price: 2 yuan/point
    steps:
      worth: points * price
      left: balance - worth
      also: left + 1 value
`);
  expect(diagnostics).toEqual([]);
  const found = chapter.examples.get('night')?.conversions.map(({ from, to, where }) => `${from.key} as ${to.key} in ${where}`);
  expect(found).toEqual(['yuan as value in left']);
  const again = chapter.examples.get('night')?.withChanges(new Map());
  expect(again?.conversions).toEqual(chapter.examples.get('night')?.conversions);
  expect(amountText(chapter, 'night', 'left')).toBe('982.24');
});

test('a claim printed in another unit than its formula has is a silent conversion', () => {
  const { chapter, diagnostics } = evaluateText(`
units: [value]
examples:
  night:
    givens: { paid: 1000 yuan }
    claims:
      consumed: { printed: 1000 value, of: paid, expect: exact }
      spent: { printed: 1000 yuan, of: paid, expect: exact }
      # A claim that asks is not a definition in which units are mixed.
      mixed: { printed: 1000 yuan, of: paid + 0 value, expect: exact }
`);
  expect(diagnostics).toEqual([]);
  const found = chapter.examples.get('night')?.conversions.map(({ from, to, where }) => `${from.key} as ${to.key} in ${where}`);
  expect(found).toEqual(['yuan as value in claim:consumed']);
});

test('what rests on an unknown input has no value and names it', () => {
  const { chapter } = evaluateText(`
examples:
  fee:
    givens:
      paid: 1000 yuan
    unstated:
      fee_rate: { unknown: "1" }
    steps:
      fee: paid * fee_rate
      net: paid - fee
`);
  const net = chapter.examples.get('fee')?.quantities.get('net');
  expect(net?.value).toBeUndefined();
  expect(net?.missing).toEqual(['fee_rate']);
});

test('a derivation lists each step once, in order, ending with what was asked for', () => {
  const { example } = ladder();
  const span = example.example.span;
  const derivation = example.derive({
    kind: 'cell',
    column: 'price',
    row: { kind: 'number', text: '2', amount: amount(2), unit: PURE_NUMBER, span },
    span,
  });
  const names = derivation.steps.map(({ target }) => `${target?.name}[${target?.row}]`);
  // price 2 needs pool 2 (pool 1 + intake) and points 2 (points 1 + minted 2, which needs price 1)
  expect([...names].sort()).toEqual(['minted[1]', 'minted[2]', 'points[1]', 'points[2]', 'pool[1]', 'pool[2]', 'price[1]', 'price[2]']);
  expect(names.indexOf('price[1]')).toBeLessThan(names.indexOf('minted[2]'));
  expect(new Set(names).size).toBe(names.length);
  expect(names.at(-1)).toBe('price[2]');
});
