import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { runIn } from './fake-terminal.js';
import { smallWorkbook, sumsWith } from './small-workbook.js';

describe('export', () => {
  it('writes the files of a format and says what they do not carry', async () => {
    const folder = smallWorkbook();
    const { exitCode, out, error } = await runIn(folder, ['export', 'moodle', '--out', 'bank']);
    expect([exitCode, error]).toEqual([0, '']);
    expect(readdirSync(path.join(folder, 'bank')).sort()).toEqual(['01-shares.en.moodle.xml', 'moodle.losses.json']);
    expect(out).toContain('own-spelling          1  figures are typed in digits');
    expect(out).toMatch(/1 file in bank; what each does not carry, exercise by exercise: moodle\.losses\.json\n$/);
    const losses = JSON.parse(readFileSync(path.join(folder, 'bank', 'moodle.losses.json'), 'utf8')) as unknown;
    expect(losses).toMatchObject({
      reckoner: 1,
      format: 'moodle',
      files: [
        {
          path: '01-shares.en.moodle.xml',
          items: 1,
          losses: [{ code: 'own-spelling', exercise: 'shares.first' }],
          summary: [{ count: 1 }],
        },
      ],
    });
  });

  it('writes the same bytes again', async () => {
    const folder = smallWorkbook();
    for (const out of ['a', 'b']) await runIn(folder, ['export', 'qti', '--out', out]);
    const read = (out: string) => readFileSync(path.join(folder, out, '01-shares.en.qti3.zip')).toString('base64');
    expect(read('a')).toBe(read('b'));
  });

  it('writes nothing while a chapter has a mistake', async () => {
    const folder = smallWorkbook({ '01-shares/sums.yaml': sumsWith('take / 3', 'tale / 3') });
    const { exitCode, error } = await runIn(folder, ['export', 'gift']);
    expect(exitCode).toBe(1);
    expect(error).toContain('error known-name');
    expect(existsSync(path.join(folder, 'exports'))).toBe(false);
  });

  test.each([
    [['export', 'moodel'], 'There is no export format `moodel`.', 'Did you mean `moodle`?'],
    [['export', 'pdf'], 'There is no export format `pdf`.', 'Known: moodle, qti, gift'],
    [['export', 'qti', '--profile', '2.2'], 'There is no profile of qti `2.2`.', '`2.1`'],
    [['export', 'gift', '--profile', 'canvas'], '`gift` has no profiles.', 'Leave `--profile` out.'],
    [['export', 'gift', '--variants', '-1'], '`--variants -1` is no number of variants.', 'from 0 (as printed) to 500'],
    [['export', 'gift', '--variants', '501'], '`--variants 501` is no number of variants.', 'from 0 (as printed) to 500'],
    [['export', 'gift', 'sharse'], 'There is no chapter `sharse`.', 'Did you mean `shares`?'],
  ])('%s is wrong usage', async (words, message, hint) => {
    const { exitCode, error } = await runIn(smallWorkbook(), words);
    expect(exitCode).toBe(2);
    expect(error).toContain(message);
    expect(error).toContain(hint);
  });
});
