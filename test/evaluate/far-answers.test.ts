import { describe, expect, it } from 'vitest';
import { parseChapter } from '../../src/chapter/index.js';
import { evaluateChapter } from '../../src/evaluate/index.js';

/** A table that counts in steps: row 20 000 holds 20 000 × step, and a line is first reached in row line ÷ step; each row has its mark. */
function counted(step: string, line: string, far?: Map<string, string>, mark = 'before.m') {
  const text = `examples:
  count:
    givens: { step: ${step}, line: ${line} }
    steps: { near: "n[1000]", distant: "n[20000]", reached: first(row where n >= line), total: sum(m) }
    rounds: { each: turn, start: { n: 0, m: 1 }, row: { n: before.n + step, m: ${mark} }, rows: 17000, limit: 30000 }
`;
  const { value } = parseChapter({ folder: '01-count', sums: { name: 'sums.yaml', text }, words: new Map() });
  if (value === undefined) throw new Error('the chapter can be read');
  const evaluated = evaluateChapter(value, far);
  const figures = evaluated.value.examples.get('count')?.quantities;
  const written = ['near', 'distant', 'reached', 'total'].map((name) => {
    const found = figures?.get(name)?.value;
    return typeof found === 'object' ? found.amount.toFixed() : found;
  });
  return { written, rounds: evaluated.value.examples.get('count')?.rounds, codes: evaluated.diagnostics.map(({ code }) => code) };
}

describe('answers from far down a table', () => {
  // 1000 × 3, 20000 × 3, 54000 ÷ 3, 17000 times 1
  const expected = ['3000', '60000', '18000', '17000'];

  it('are asked for only where the way down is long, and are those of every row', () => {
    const far = new Map<string, string>();
    expect(counted('3', '54000').written).toEqual(expected);
    expect(counted('3', '54000', far).written).toEqual(expected);
    // and the last row of the table, 17000 × 3
    expect([...far.values()]).toEqual(['60000', '18000', '17000', '51000']);
    expect(counted('3', '54000', far).written).toEqual(expected);
    expect(far.size).toBe(4);
  });

  it('are taken as they are known', () => {
    const far = new Map<string, string>();
    counted('3', '54000', far);
    const [first = ''] = far.keys();
    far.set(first, '7');
    expect(counted('3', '54000', far).written).toEqual(['3000', '7', '18000', '17000']);
  });

  it('are not those of other figures or another line', () => {
    const far = new Map<string, string>();
    counted('3', '54000', far);
    // 1000 × 2, 20000 × 2, 54000 ÷ 2
    expect(counted('2', '54000', far).written).toEqual(['2000', '40000', '27000', '17000']);
    // 60000 ÷ 3
    expect(counted('3', '60000', far).written[2]).toBe('20000');
  });

  it('say again that no row fulfils a condition', () => {
    const far = new Map<string, string>();
    for (const _ of [1, 2])
      expect(counted('1', '54000', far)).toMatchObject({ written: ['1000', '20000', undefined, '17000'], codes: ['rounds-end'] });
    expect([...far.values()]).toContain('0');
  });

  it('are kept for single figures, not for a table that is drawn', () => {
    const far = new Map<string, string>();
    const rows = Array.from({ length: 80 }, (_, index) => 1001 + index);
    for (const _ of [1, 2]) {
      const { rounds } = counted('3', '54000', far);
      // Row r holds 3r, whether it is known or worked out.
      const cells = rows.map((row) => rounds?.cell('n', row));
      expect(cells.map((value) => typeof value === 'object' && value.amount.toFixed())).toEqual(rows.map((row) => String(3 * row)));
    }
    expect(far.size).toBe(50);
  });

  it('hide no mistake on the way down', () => {
    const far = new Map<string, string>();
    // The divisor is 0 in row 2001, where the row above holds 2000.
    for (const _ of [1, 2]) expect(counted('1', '1500', far, '1 / (2000 - before.n)').codes).toEqual(['no-division-by-zero']);
  });
});
