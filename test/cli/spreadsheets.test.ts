import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readValues } from '../support/office.js';
import { classWorkbook } from './class-workbook.js';
import { runIn } from './fake-terminal.js';

const values = (folder: string, file: string) => readValues(new Uint8Array(readFileSync(path.join(folder, file))));

describe('reckoner export xlsx', () => {
  it('writes a workbook for students and one for the teacher, and says what they lose', async () => {
    const folder = classWorkbook();
    const run = await runIn(folder, ['export', 'xlsx', 'shares', '--lang', 'en', '--out', 'sheets']);
    expect([run.exitCode, run.error]).toEqual([0, '']);
    const teacher = values(folder, 'sheets/01-shares.en.teacher.xlsx').get('Example 1');
    const student = values(folder, 'sheets/01-shares.en.student.xlsx').get('Example 1');
    // 20 % of 1000 yuan is 200 yuan, a third of that 66.67 yuan. The exercise asks for both.
    expect(['B4', 'B5', 'B8', 'B9'].map((cell) => teacher?.get(cell))).toEqual([1000, 20, 200, 66.6667]);
    expect(['B4', 'B5', 'B8', 'B9'].map((cell) => student?.get(cell))).toEqual([1000, 20, undefined, undefined]);
    expect(JSON.parse(readFileSync(path.join(folder, 'sheets/xlsx.losses.json'), 'utf8'))).toMatchObject({
      format: 'xlsx',
      files: [{ items: 3 }, { items: 3 }],
    });
  });
});

describe('reckoner class-sheet', () => {
  it('writes the figures, the answers and the key of a class beside its marks', async () => {
    const folder = classWorkbook();
    await runIn(folder, ['class', 'roster.csv', '--seed', 'spring', '--exercises', 'take,say', '--out', 'set']);
    const run = await runIn(folder, ['class-sheet', 'set', '--lang', 'en']);
    expect([run.exitCode, run.out]).toEqual([0, '3 students in set/marks/class.xlsx\n']);
    const figures = values(folder, 'set/marks/class.xlsx').get('Figures of the class');
    expect(['A3', 'B3', 'C3', 'B5'].map((cell) => figures?.get(cell))).toEqual(['01', 'Ann', '7A', '王小明']);
    // The sheet stands beside the set, which is as it was made.
    expect((await runIn(folder, ['verify', 'set'])).exitCode).toBe(0);
  });

  it('needs a finished set', async () => {
    const folder = classWorkbook();
    const run = await runIn(folder, ['class-sheet', 'nowhere']);
    expect([run.exitCode, run.error.includes('There is no finished class set')]).toEqual([2, true]);
  });
});
