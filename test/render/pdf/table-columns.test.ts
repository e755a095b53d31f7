import { expect, it } from 'vitest';
import type { Inline, Table } from '../../../src/document/index.js';
import { withFittingColumns } from '../../../src/render/output/table-columns.js';

const cell = (text: string): readonly Inline[] => [{ kind: 'text', text }];

function table(widths: readonly number[], head: readonly string[], ...rows: readonly (readonly string[])[]): Table {
  return {
    caption: [],
    columns: widths.map((width) => ({ align: 'start', width })),
    head: head.map(cell),
    rows: rows.map((row) => row.map(cell)),
    rowHeads: false,
  };
}

const widthsOf = ({ columns }: Table) => columns.map(({ width }) => width);

it('leaves columns alone that have room for their longest figure', () => {
  // 170 mm in 1 : 1; ten digits of 11 pt are at most 10 × 0.56 × 3.88 = 22 mm.
  const given = table([1, 1], ['Claim', 'Figure'], ['a short claim', '1234567890']);
  expect(withFittingColumns(given, 170, 11)).toBe(given);
});

it('widens a column for a figure that cannot be broken; the others give way in proportion', () => {
  // 100 mm in 4 : 4 : 2 leave 20 mm for 14 digits of 16 pt: 14 × 0.56 × 16 × 0.3528 + 3.53 = 47.8 mm.
  const given = table([4, 4, 2], ['Claim', 'Why', 'Figure'], ['a', 'b', '12345678901234']);
  const [first = 0, second = 0, figure = 0] = widthsOf(withFittingColumns(given, 100, 16));
  expect(figure).toBeCloseTo(47.78, 1);
  expect(first).toBeCloseTo(second, 6);
  expect(first + second + figure).toBeCloseTo(100, 6);
});

it('never breaks a figure at the thin spaces in it', () => {
  // 2 600 000 000: ten digits and three thin spaces are 10 × 0.56 + 3 × 0.28 = 6.44 em of 5.64 mm, and 3.5 mm beside: 39.9 mm.
  const given = table([4, 1], ['Claim', 'Figure'], ['a', '2\u2009600\u2009000\u2009000\u00a0元/市']);
  expect(widthsOf(withFittingColumns(given, 100, 16))[1]).toBeCloseTo(39.88, 1);
});

it('breaks a figure from its unit, and a long word by a hyphen', () => {
  // 33 mm of 100: eight letters of 16 pt take 28.8 mm with the sides of the cell, all ten would take 35.1 mm.
  const given = table([6, 3], ['Claim', 'Figure'], ['a', '20 kilometres']);
  expect(withFittingColumns(given, 100, 16)).toBe(given);
});

it('leaves a table alone that no widths would save', () => {
  const given = table([1, 1], ['A', 'B'], ['1'.repeat(40), '2'.repeat(40)]);
  expect(withFittingColumns(given, 100, 16)).toBe(given);
});

it('keeps a place of the document on one line', () => {
  // `D 49` is 4 × 0.45 × 1.2 = 2.16 em of 5.64 mm, and 3.53 mm beside: 15.7 mm, where its weight gives 8.3 mm of 100.
  const given = table([8, 1, 3], ['Claim', 'At', 'Verdict'], ['a', 'D\u00a049', 'b']);
  expect(widthsOf(withFittingColumns(given, 100, 16))[1]).toBeCloseTo(15.72, 1);
});
