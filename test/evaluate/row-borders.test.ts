import { describe, expect, it } from 'vitest';
import { parseChapter } from '../../src/chapter/index.js';
import { evaluateChapter } from '../../src/evaluate/index.js';

/** A table in which row r holds r, up to `limit`; what is first reached in row `line`, or nothing and why. */
function counted(limit: number, line: number, far?: Map<string, string>, rows = 3) {
  const text = `examples:
  count:
    steps: { reached: "first(row where n >= ${line})", total: sum(n), cell: "n[${line}]" }
    rounds: { each: turn, start: { n: 0 }, row: { n: before.n + 1 }, rows: ${rows}, limit: ${limit} }
`;
  const { value } = parseChapter({ folder: '01-count', sums: { name: 'sums.yaml', text }, words: new Map() });
  if (value === undefined) throw new Error('the chapter can be read');
  const evaluated = evaluateChapter(value, far);
  const quantities = evaluated.value.examples.get('count')?.quantities;
  const [reached, total, cell] = ['reached', 'total', 'cell'].map((name) => {
    const found = quantities?.get(name)?.value;
    return typeof found === 'object' ? found.amount.toFixed() : undefined;
  });
  return { reached, total, cell, codes: evaluated.diagnostics.map(({ code }) => code) };
}

describe('the first row that fulfils a condition', () => {
  // 1000 rows are looked through in one go; beyond them an earlier answer may be known.
  it.each([1, 2, 999, 1000, 1001, 1200])('may be the last that may be looked at, row %i', (limit) => {
    expect(counted(limit, limit)).toMatchObject({ reached: String(limit), codes: [] });
    expect(counted(limit, limit, new Map())).toMatchObject({ reached: String(limit), codes: [] });
  });

  // Nor does the table have a cell there.
  it.each([1, 2, 999, 1000, 1001, 1200])('is not the one behind it, where the limit is %i', (limit) => {
    expect(counted(limit, limit + 1)).toMatchObject({ reached: undefined, codes: ['rounds-end', 'row-exists'] });
    expect(counted(limit, limit + 1, new Map())).toMatchObject({ reached: undefined, codes: ['rounds-end', 'row-exists'] });
  });
});

describe('what is kept for the next run', () => {
  const kept = (line: number, rows: number) => {
    const far = new Map<string, string>();
    counted(2000, line, far, rows);
    return [...far.values()];
  };

  it('begins behind row 1000', () => {
    expect(kept(1000, 3)).toEqual([]);
    // The row that is first reached, and its cell.
    expect(kept(1001, 3)).toEqual(['1001', '1001']);
  });

  it('holds the sum of a table with more than 1000 rows', () => {
    expect(kept(3, 1000)).toEqual([]);
    // 1 + 2 + … + 1001 = 1001 · 1002 ÷ 2, and the last row, which holds 1001.
    expect(kept(3, 1001)).toEqual(['501501', '1001']);
  });
});
