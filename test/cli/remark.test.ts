import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { classWorkbook } from './class-workbook.js';
import { runIn } from './fake-terminal.js';

const made = async () => {
  const folder = classWorkbook();
  await runIn(folder, ['class', 'roster.csv', '--seed', 'spring', '--exercises', 'take,say', '--out', 'set']);
  return folder;
};

describe('reckoner remark', () => {
  it.each([
    [[], 'Nothing is asked for.'],
    [['--void', '1.1'], 'A remark needs a reason.'],
    [['--void', '7', '--reason', 'x'], 'There is no answer `7`.'],
    [['--void', '2', '--reason', 'x'], 'Exercise 2 is marked by hand.'],
    [['--accept', '1=5', '--reason', 'x'], 'Exercise 1 has several answers.'],
    [['--accept', '1.1', '--reason', 'x'], '`--accept 1.1` names no answer.'],
    [['--accept', '1.1=', '--reason', 'x'], '`--accept 1.1=` names no answer.'],
    [['--accept', '1.1=5..4', '--reason', 'x'], '5 is above 4.'],
    [['--give', '1.1', '--student', '99', '--reason', 'x'], 'There is no student `99`.'],
    [['--undo', '1'], 'There is no remark 1.'],
  ])('%j is wrong usage, and nothing is written', async (words, says) => {
    const folder = await made();
    const run = await runIn(folder, ['remark', 'set', ...words]);
    expect([run.exitCode, run.error.includes(says)]).toEqual([2, true]);
    expect(existsSync(path.join(folder, 'set/remarks.json'))).toBe(false);
  });

  it('says so where a remark stands already, and keeps what was undone', async () => {
    const folder = await made();
    const give = ['remark', 'set', '--give', '1', '--reason', 'fire drill'];
    expect((await runIn(folder, give)).exitCode).toBe(0);
    const again = await runIn(folder, give);
    expect([again.exitCode, again.error]).toEqual([2, expect.stringContaining('Remark 1 says so already: 1.1: marks for everybody')]);
    expect((await runIn(folder, ['remark', 'set', '--undo', '1'])).exitCode).toBe(0);
    expect((await runIn(folder, ['remark', 'set', '--undo', '1'])).error).toContain('Remark 1 was undone on 2026-03-01.');
    expect((await runIn(folder, give)).error).toContain('Remark 2 says so already');
    expect((await runIn(folder, ['remark', 'set', '--list'])).out).toContain('[undone 2026-03-01]\n2. 1.2: marks for');
  });

  it('refuses a key that was edited by hand, as `mark` does, and names it', async () => {
    const folder = await made();
    const key = path.join(folder, 'set/key.json');
    writeFileSync(key, readFileSync(key, 'utf8').replace(/"low": "[^"]*"/, '"low": "1"'));
    for (const words of [
      ['mark', 'set', 'set/answers.csv'],
      ['remark', 'set', '--void', '1.1', '--reason', 'x'],
    ]) {
      const run = await runIn(folder, words);
      expect([run.exitCode, run.error]).toEqual([
        2,
        expect.stringMatching(/^reckoner: key\.json is not as it was made: nothing is marked by it\./),
      ]);
    }
  });

  it('names a changed handout, and marks by the key', async () => {
    const folder = await made();
    writeFileSync(path.join(folder, 'set/handouts/02.pdf'), 'x');
    const run = await runIn(folder, ['mark', 'set', 'set/answers.csv']);
    expect([run.exitCode, run.error]).toEqual([
      0,
      'Not all of the set is as it was made; the key is:\n  handouts/02.pdf is not as it was made\n',
    ]);
  });
});
