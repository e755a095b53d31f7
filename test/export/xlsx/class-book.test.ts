import { describe, expect, it } from 'vitest';
import { classBook } from '../../../src/export/xlsx/class-book.js';
import { everyChapter, shippedWorkbook } from '../../office/sheets.js';
import { classSheets } from '../../support/class-sheets.js';
import { sharedWords } from '../../support/shipped-document.js';

const POOL = everyChapter().filter(({ evaluated }) => evaluated.source.name === 'pool-price');
const SET = classSheets(POOL);
const BOOK = classBook(shippedWorkbook(), SET, sharedWords('zh'));
const [figures, answers, key] = BOOK.sheets;

describe('the workbook of a class', () => {
  it('has a sheet of figures, one of answers and the key, with the same student in each row', () => {
    expect(BOOK.sheets.map(({ name }) => name)).toEqual(['全班的数', '作答', '答案册']);
    const people = BOOK.sheets.map(({ rows }) =>
      rows.slice(2).map(({ cells }) => cells.slice(0, 4).map((cell) => (cell?.content?.kind === 'text' ? cell.content.text : ''))),
    );
    expect(people[0]).toEqual([
      ['01', '王小明', 'A', 'C01'],
      ['02', 'Ann "Q" <b>', 'A', 'C02'],
      ['03', '', 'A', 'C03'],
    ]);
    expect(people[1]).toEqual(people[0]);
    expect(people[2]).toEqual(people[0]);
  });

  it('shows each drawn figure in the unit in which its author wrote it', () => {
    const heads = figures?.rows[1]?.cells.map((cell) => (cell?.content?.kind === 'text' ? cell.content.text : ''));
    const drawn = SET.manifest.students[0]?.figures ?? [];
    expect(heads).toHaveLength(4 + drawn.length);
    for (const [index, { name, value }] of drawn.entries()) {
      const cell = figures?.rows[2]?.cells[4 + index];
      const isShare = name.endsWith('_rate');
      expect(heads?.[4 + index]?.endsWith('（%）')).toBe(isShare);
      expect(cell?.content).toEqual({ kind: 'number', value: Math.round(Number(value) * (isShare ? 100 : 1) * 1e9) / 1e9 });
    }
  });

  it('compares each answer with both ends of its key', () => {
    const labels = SET.manifest.exercises.flatMap(({ columns }) => columns);
    const formulas = answers?.rows[2]?.cells.flatMap((cell) => (cell?.content?.kind === 'formula' ? [cell.content.formula] : [])) ?? [];
    // The marks first, then one formula for each answer.
    expect(formulas).toHaveLength(1 + labels.length);
    expect(formulas[1]).toBe("IF(ISBLANK(E3),\"\",IF(IF(ISNUMBER(E3),AND(E3>='答案册'!$F$3,E3<='答案册'!$G$3),FALSE()),1,0))");
    expect(key?.rows[2]?.cells).toHaveLength(4 + 3 * labels.length);
  });
});
