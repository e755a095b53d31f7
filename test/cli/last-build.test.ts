import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runIn } from './fake-terminal.js';
import { smallWorkbook, WORDS_HEAD } from './small-workbook.js';

const FILE = 'out/01-shares.en.student.html';
const UNCHANGED = 'Nothing has changed since these files were made';

function oneChapter() {
  const folder = smallWorkbook({
    'workbook.yaml': 'title: { en: T }\nchapters: [01-shares]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n',
    '01-shares/sums.yaml': 'examples:\n  kiosk:\n    givens: { paid: 200 yuan }\n    steps: { half: paid / 2 }\n',
    '01-shares/en.md': `${WORDS_HEAD}names:\n  kiosk.paid: the price\n  kiosk.half: half\n---\n\nHalf is {{kiosk.half}}.\n`,
  });
  const build = (...words: readonly string[]) => runIn(folder, ['build', '--edition', 'student', '--format', 'html', ...words]);
  return { folder, build, at: (file: string) => path.join(folder, file) };
}

it('what has not changed is not made again, and the same is printed', async () => {
  const { build, at } = oneChapter();
  const first = await build();
  const written = statSync(at(FILE)).mtimeMs;
  const second = await build();
  expect(first.out).not.toContain(UNCHANGED);
  expect(second.out).toBe(`${first.out}Nothing has changed since these files were made; \`--fresh\` makes them again.\n`);
  expect([second.exitCode, second.error, statSync(at(FILE)).mtimeMs]).toEqual([0, first.error, written]);
});

it('a changed text, a changed file, other options and `--fresh` make the files again', async () => {
  const { build, at } = oneChapter();
  await build();
  const right = readFileSync(at(FILE), 'utf8');

  appendFileSync(at(FILE), ' ');
  expect((await build()).out).not.toContain(UNCHANGED);
  expect(readFileSync(at(FILE), 'utf8')).toBe(right);

  expect((await build('--fresh')).out).not.toContain(UNCHANGED);
  expect((await build('--paper', 'letter')).out).not.toContain(UNCHANGED);

  const sums = at('chapters/01-shares/sums.yaml');
  writeFileSync(sums, readFileSync(sums, 'utf8').replace('200 yuan', '300 yuan'));
  expect((await build()).out).not.toContain(UNCHANGED);
  // 300 yuan / 2
  expect(readFileSync(at(FILE), 'utf8')).toContain('150');
});

it('what was kept of a build counts only with its checksum', async () => {
  const { build, at } = oneChapter();
  await build();
  const kept = at('chapters/.reckoner-cache/builds.json');
  writeFileSync(kept, readFileSync(kept, 'utf8').replace('2 files', '3 files'));
  expect((await build()).out).not.toContain(UNCHANGED);
});
