import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runIn } from './fake-terminal.js';
import { smallWorkbook, WORDS_HEAD } from './small-workbook.js';

const WORKBOOK = (title: string, chapters: string) =>
  `title: ${title}\nchapters: [${chapters}]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n`;

describe('a chapter that would be missing without a word', () => {
  it('because it has no words is a mistake', async () => {
    const folder = smallWorkbook();
    rmSync(path.join(folder, 'chapters/01-shares/en.md'));
    const run = await runIn(folder, ['check']);
    expect([run.exitCode, run.error]).toEqual([
      1,
      expect.stringContaining('There are no words beside this file, such as en.md: 01-shares makes no page.'),
    ]);
  });

  it.each(['En.md', 'EN.MD', 'en.md.txt', 'en.txt', 'en.markdown'])(
    'because its words are called %s is told the right name',
    async (name) => {
      const folder = smallWorkbook();
      const place = (file: string) => path.join(folder, 'chapters/01-shares', file);
      renameSync(place('en.md'), place('x'));
      renameSync(place('x'), place(name));
      const run = await runIn(folder, ['check']);
      expect([run.exitCode, run.error]).toEqual([1, expect.stringContaining(`hint: Rename it to \`en.md\`.`)]);
    },
  );

  it('in a language without shared words, or in one of the title, is a warning', async () => {
    const folder = smallWorkbook({
      'workbook.yaml': WORKBOOK('{ en: A, zh: 书 }', '01-shares'),
      '01-shares/fr.md': '---\ntitle: A\n---\n',
    });
    const run = await runIn(folder, ['check', '--json']);
    const { diagnostics } = JSON.parse(run.out) as { readonly diagnostics: readonly { readonly code: string; readonly message: string }[] };
    expect(diagnostics.filter(({ code }) => code === 'words-present').map(({ message }) => message)).toEqual([
      'No page is made in `fr`: there are no shared words in that language.',
      '01-shares has no words in `zh`, a language of the workbook: it is missing from its pages.',
    ]);
  });

  it('of one language of the workbook makes no blank pages in the other', async () => {
    const sums = 'examples:\n  a:\n    givens: { s: 1 yuan }\nexercises:\n  say: { explain: true, marks: 1, level: basic }\n';
    const words = `${WORDS_HEAD}names:\n  a.s: sum\n---\n\n::: exercise say\nWho pays?\n:::\n\n::: rubric say\n- all (1)\n:::\n`;
    const folder = smallWorkbook({
      'workbook.yaml': WORKBOOK('{ en: A, zh: 书 }', '01-shares, 02-more'),
      '02-more/sums.yaml': sums,
      '02-more/en.md': words,
      '02-more/zh.md': words,
    });
    const run = await runIn(folder, ['build', '--format', 'html', '--edition', 'student', '--out', 'out']);
    expect(run.error).toContain('01-shares has no words in `zh`');
    const made = readdirSync(path.join(folder, 'out'), { recursive: true, encoding: 'utf8' });
    expect([run.exitCode, made.filter((file) => /zh/.test(file)).toSorted()]).toEqual([
      0,
      ['02-more.zh.student.html', 'workbook.zh.student.html'],
    ]);
  });
});

it('a chapter that is listed twice is a mistake, and is not made twice', async () => {
  const folder = smallWorkbook({ 'workbook.yaml': WORKBOOK('{ en: A }', '01-shares, 01-shares') });
  const run = await runIn(folder, ['check']);
  expect([run.exitCode, run.error]).toEqual([1, expect.stringContaining('The chapter `01-shares` is listed twice.')]);
});

it('a note beside the words is no mistake', async () => {
  const folder = smallWorkbook();
  writeFileSync(path.join(folder, 'chapters/01-shares/README.md'), 'x');
  mkdirSync(path.join(folder, 'chapters/notes'));
  expect(await runIn(folder, ['check'])).toMatchObject({ exitCode: 0, error: '' });
});
