import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { CAN_READ_PDF, pdfText } from '../render/pdf/inspect-pdf.js';
import { runIn } from './fake-terminal.js';
import { smallWorkbook, sumsWith } from './small-workbook.js';

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z"/></svg>';
const BARE = 'title: { en: A small workbook }\nchapters: [01-shares]\n';
const OWN = `${BARE}school: River School
logo: logo.svg
header: Class 7B
footer: Mathematics department
words: { en: { goal: Aim } }
misconceptions: misconceptions.yaml
`;
const OWN_FILES = {
  'workbook.yaml': OWN,
  'logo.svg': LOGO,
  'misconceptions.yaml': 'K15: { en: { name: the rest is named, say: "Which part was asked for?" } }\n',
  '01-shares/sums.yaml': sumsWith('{ compute: deal.take,', '{ compute: deal.take, misconceptions: { K15: deal.spend - deal.take },'),
};

const read = (folder: string, file: string) => readFileSync(path.join(folder, 'out', file));
const wordFile = (folder: string, file: string) =>
  Object.entries(unzipSync(read(folder, file))).map(([name, content]) => [name, strFromU8(content)] as const);

it('school, logo, header, footer and own words stand on the pages of every edition', async () => {
  const folder = smallWorkbook(OWN_FILES);
  const { exitCode, error } = await runIn(folder, ['build', '--lang', 'en', '--format', 'pdf,html,docx']);
  expect([exitCode, error.replace(/Word files.*\n/, '')]).toEqual([0, '']);
  for (const edition of ['student', 'teacher', 'key']) {
    const html = read(folder, `01-shares.en.${edition}.html`).toString().replaceAll('&#x3D;', '=');
    expect(html).toContain(`<img class="logo" src="data:image/svg+xml;base64,${Buffer.from(LOGO).toString('base64')}" alt="">`);
    expect(html).toContain('img-src data:');
    expect(html).toMatch(/River School<\/span>.*Class 7B[\s\S]*<p>Mathematics department<\/p>/);
    const docx = wordFile(folder, `01-shares.en.${edition}.a4.docx`);
    const parts = docx.filter(([name]) => /word\/(header|footer)\d\.xml/.test(name)).map(([, xml]) => xml.replace(/<[^>]*>/g, ' '));
    expect(parts.join()).toMatch(/River School.*Class 7B.*Mathematics department/);
    expect(docx.some(([name, content]) => /media\/.*\.svg$/.test(name) && content === LOGO)).toBe(true);
    if (!CAN_READ_PDF) continue;
    const pages = pdfText({ path: 'a.pdf', content: read(folder, `01-shares.en.${edition}.a4.pdf`) });
    for (const text of ['RiverSchool', 'Class7B', 'Mathematicsdepartment']) expect(pages).toContain(text);
  }
  expect(read(folder, '01-shares.en.teacher.html').toString()).toMatch(/K15[\s\S]*the rest is named[\s\S]*Which part was asked for\?/);
  expect(read(folder, '01-shares.en.student.html').toString()).toContain('<strong>Aim</strong>');
});

it('without version and licence no word of either is left on any page', async () => {
  const folder = smallWorkbook({ 'workbook.yaml': BARE });
  expect((await runIn(folder, ['build', '--lang', 'en', '--format', 'pdf,html,docx'])).exitCode).toBe(0);
  expect((await runIn(folder, ['export', 'epub', '--out', 'out'])).exitCode).toBe(0);
  const files = ['01-shares.en.student.html', 'workbook.en.teacher.html'].map((file) => read(folder, file).toString());
  const packed = ['01-shares.en.student.a4.docx', '01-shares.en.epub'].flatMap((file) =>
    wordFile(folder, file).flatMap(([name, content]) => (/header|footer|core|cover|package/.test(name) ? content : [])),
  );
  const printed = CAN_READ_PDF
    ? ['01-shares.en.student', 'workbook.en.teacher'].map((name) => pdfText({ path: 'a.pdf', content: read(folder, `${name}.a4.pdf`) }))
    : [];
  const texts = [...files.map((html) => html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '')), ...packed, ...printed];
  for (const text of texts) expect(text.replace(/version="[\d.]+"/g, '')).not.toMatch(/Version|Licence| · <|· $/);
});

it('a handout has the school, and a class set is made anew when the look or a phrase changes', async () => {
  const sums = sumsWith('{ compute: deal.take,', '{ compute: other.take,').replace(
    'exercises:',
    '  other:\n    like: deal\n    vary: { spend: 200 .. 900 step 100 yuan }\nexercises:',
  );
  const folder = smallWorkbook({ ...OWN_FILES, '01-shares/sums.yaml': sums, '01-shares/en.md': WORDS });
  expect((await runIn(folder, ['handout', 'shares.first', '--lang', 'en', '--format', 'pdf,docx'])).exitCode).toBe(0);
  expect(wordFile(folder, 'handout.en.docx').some(([name, xml]) => /header/.test(name) && xml.includes('River School'))).toBe(true);
  writeFileSync(path.join(folder, 'list.csv'), 'id,name\n01,Ann\n02,Ben\n');
  const make = async () => {
    expect((await runIn(folder, ['class', 'list.csv', '--seed', 'spring', '--lang', 'en', '--replace', '--allow-repeats'])).exitCode).toBe(
      0,
    );
    return readFileSync(path.join(folder, 'class', 'handouts.pdf'));
  };
  const first = await make();
  writeFileSync(path.join(folder, 'chapters', 'workbook.yaml'), OWN.replace('Class 7B', 'Class 8A'));
  const second = await make();
  expect(second.equals(first)).toBe(false);
  writeFileSync(path.join(folder, 'chapters', 'workbook.yaml'), OWN);
  expect((await make()).equals(first)).toBe(true);
});

const WORDS = `---
title: Shares of a sale
goal: You work out a share.
minutes: 45
names: { deal.spend: amount spent, deal.rate: rate, deal.take: part taken, deal.third: third of the part }
claims: { deal.third: A third is 66.67 yuan. }
---

A customer spends {{deal.spend}}.

::: exercise first
Somebody spends {{other.spend}}, and {{other.rate}} of it are taken. How much is that?
:::
`;

it('a logo that is missing, too large or hostile, and missing misconceptions are told at their places', async () => {
  const folder = smallWorkbook({ 'workbook.yaml': `${BARE}logo: logo.svg\nmisconceptions: mine.yaml\n` });
  const none = await runIn(folder, ['check']);
  expect(none.exitCode).toBe(1);
  expect(none.error).toContain('workbook.yaml:3:7: error file-present');
  expect(none.error).toContain('There is no file `mine.yaml` beside workbook.yaml.');
  const logo = path.join(folder, 'chapters', 'logo.svg');
  writeFileSync(logo, LOGO.replace('<path', '<script>alert(1)</script><path'));
  expect((await runIn(folder, ['check'])).error).toContain('It has an element `script`, which would run.');
  writeFileSync(logo, LOGO.padEnd(400_000));
  expect((await runIn(folder, ['check'])).error).toContain('It has more than 300 kB.');
});
