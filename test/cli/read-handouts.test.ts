import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { prepareWorkbook } from '../../src/build.js';
import { availableLanguages, keptFolder, readWorkbook } from '../../src/cli/files/read-workbook.js';
import { readHandouts } from '../../src/cli/kept/read-handouts.js';
import { runIn } from './fake-terminal.js';
import { smallWorkbook, WORDS_HEAD } from './small-workbook.js';

/** Points left of 200: none is missing with 120 taken, 50 are with 250 taken. */
const sums = (taken: string) => `units: [point]
examples:
  kiosk:
    givens: { issued: 200 point, taken: 150 point }
    steps: { left: issued - taken }
    vary:
      taken: [${taken}]
exercises:
  one: { compute: kiosk.left, marks: 1, level: basic }
`;

const words = (shop: string) => `${WORDS_HEAD}units:
  point: [point, points]
names:
  kiosk.issued: points issued
  kiosk.taken: points taken
  kiosk.left: points left
---

::: exercise one
${shop} issues {{kiosk.issued}}; {{kiosk.taken}} are taken back. How many are left?
:::
`;

const RIGHT = sums('120 point, 180 point');

function twoChapters() {
  const folder = smallWorkbook({
    'workbook.yaml': 'title: { en: T }\nchapters: [01-shares, 02-more]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n',
    '01-shares/sums.yaml': RIGHT,
    '01-shares/en.md': words('A shop'),
    '02-more/sums.yaml': RIGHT,
    '02-more/en.md': words('A kiosk'),
  });
  const kept = path.join(keptFolder(path.join(folder, 'chapters')), 'handouts.json');
  return {
    folder,
    kept,
    write: (file: string, text: string) => writeFileSync(path.join(folder, 'chapters', file), text),
    check: async () => (await runIn(folder, ['check'])).exitCode,
    keptCount: () => Object.keys((JSON.parse(readFileSync(kept, 'utf8')) as { readonly answers: object }).answers).length,
  };
}

it('a chapter is read again when it is changed or one before it, and one with a mistake each time', async () => {
  const { check, write, keptCount } = twoChapters();
  expect([await check(), keptCount()]).toEqual([0, 2]);
  write('02-more/sums.yaml', sums('120 point, 250 point'));
  expect([await check(), keptCount()]).toEqual([1, 2]);
  expect([await check(), keptCount()]).toEqual([1, 2]);
  write('02-more/sums.yaml', RIGHT);
  expect([await check(), keptCount()]).toEqual([0, 2]);
  write('02-more/en.md', words('A stall'));
  expect([await check(), keptCount()]).toEqual([0, 3]);
  write('01-shares/en.md', words('A stall'));
  expect([await check(), keptCount()]).toEqual([0, 5]);
});

it('what was found right is not drawn again', async () => {
  const { check, folder } = twoChapters();
  expect(await check()).toBe(0);
  const workbook = path.join(folder, 'chapters');
  const inputs = readWorkbook(workbook, { folder });
  const prepared = prepareWorkbook(inputs, { languages: availableLanguages(inputs), editions: [] });
  const untouchable = prepared.chapters.map((chapter) => {
    const { source } = chapter.evaluated;
    const sums = Object.defineProperty({ ...source.sums }, 'examples', {
      get: () => {
        throw new Error('drawn');
      },
    });
    return { ...chapter, evaluated: { ...chapter.evaluated, source: { ...source, sums } } };
  });
  expect(readHandouts({ ...prepared, chapters: untouchable }, inputs, keptFolder(workbook))).toEqual([]);
  expect(() => readHandouts({ ...prepared, chapters: untouchable }, inputs, path.join(folder, 'empty'))).toThrow('drawn');
});

it('a verdict that was put into the file by hand is not believed', async () => {
  const { check, write, kept } = twoChapters();
  expect(await check()).toBe(0);
  const verdicts = readFileSync(kept, 'utf8');
  write('02-more/sums.yaml', sums('120 point, 250 point'));
  expect(await check()).toBe(1);
  // Each verdict under each question: the hand does not know the checksum.
  const questions = Object.keys((JSON.parse(verdicts) as { readonly answers: object }).answers);
  writeFileSync(kept, JSON.stringify({ answers: Object.fromEntries(questions.map((one) => [one, 'right'])) }));
  expect(await check()).toBe(1);
});
