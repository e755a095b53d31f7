import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CAN_READ_PDF, pdfText } from '../render/pdf/inspect-pdf.js';
import { classWorkbook } from './class-workbook.js';
import { runIn } from './fake-terminal.js';

const CHINESE = `---
title: 一次消费的份额
goal: 算出一个份额。
minutes: 45
periods: 1
objectives: [算出一个份额]
competences: [份额]
materials: [笔]
names:
  errand.spend: 消费额
  errand.rate: 比例
  errand.take: 抽走的部分
  errand.third: 抽走部分的三分之一
---

::: exercise take
顾客消费{{errand.spend}}，按{{errand.rate}}抽走。抽走多少？它的三分之一是多少？
:::

::: exercise say
谁出钱？
:::

::: rubric say
- 顾客（2）
:::
`;

/** A class set of two students, the second of whom has a language of her own, where the chapter is written in `languages`. */
async function made(chinese: boolean, words: readonly string[] = []) {
  const folder = classWorkbook('id,name,lang\n01,Ann,\n02,Ben,en\n');
  if (chinese) writeFileSync(path.join(folder, 'chapters/01-shares/zh.md'), CHINESE);
  if (chinese)
    writeFileSync(
      path.join(folder, 'chapters/workbook.yaml'),
      readFileSync(path.join(folder, 'chapters/workbook.yaml'), 'utf8').replace(
        '{ en: A small workbook }',
        '{ en: A small workbook, zh: 小册子 }',
      ),
    );
  const run = await runIn(folder, ['class', 'roster.csv', '--seed', 'spring', '--out', 'set', ...words]);
  expect([run.error, run.exitCode]).toEqual(['', 0]);
  const { students } = JSON.parse(readFileSync(path.join(folder, 'set/manifest.json'), 'utf8'));
  const text = (file: string) => pdfText({ path: file, content: readFileSync(path.join(folder, file)) });
  return { folder, text, languages: students.map(({ language }: { language: string }) => language) };
}

it.skipIf(!CAN_READ_PDF)('a class gets Chinese where the chapters have it and nobody says otherwise', async () => {
  const { folder, languages, text } = await made(true);
  expect(languages).toEqual(['zh', 'en']);
  expect(text('set/key.pdf')).toContain('姓名');
  expect((await runIn(folder, ['mark', 'set', 'set/answers.csv'])).exitCode).toBe(0);
  expect(text('set/marks/marks.pdf')).toContain('姓名');
});

it.skipIf(!CAN_READ_PDF)('and the language that there is where the chapters have no Chinese, or that is asked for', async () => {
  expect((await made(false)).languages).toEqual(['en', 'en']);
  const { languages, text } = await made(true, ['--lang', 'en']);
  expect(languages).toEqual(['en', 'en']);
  expect(text('set/key.pdf')).not.toContain('姓名');
});
