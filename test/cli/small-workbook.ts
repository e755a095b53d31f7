import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const WORKBOOK = 'title: { en: A small workbook }\nchapters: [01-shares]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n';

/** 1000 yuan, 20 % taken: 200 yuan; a third of that is 66.6… yuan. The document prints 66.67 yuan. */
const SUMS = `document: { letter: A, file: flyer.txt }
examples:
  deal:
    givens: { spend: { is: 1000 yuan, supposed: true }, rate: { is: 20%, supposed: true } }
    steps: { take: spend * rate, third: take / 3 }
    claims:
      third: { printed: 66.67 yuan, of: third, expect: rounds-to }
exercises:
  first: { compute: deal.take, marks: 1, level: basic }
`;

/** How the words file of a small chapter begins; `names:` follow. */
export const WORDS_HEAD = `---
title: Shares of a sale
goal: You work out a share.
minutes: 45
periods: 1
objectives: [Work out a share]
competences: [Shares]
materials: [Pens]
`;

const WORDS = `${WORDS_HEAD}names:
  deal.spend: amount spent
  deal.rate: rate
  deal.take: part taken
  deal.third: third of the part
claims:
  deal.third: A third is 66.67 yuan.
---

A customer spends {{deal.spend}}.

::: exercise first
How much is taken?
:::
`;

/** A working folder with `chapters/01-shares`, removed after the test. `files` replace or add files by their path below `chapters`. */
export function smallWorkbook(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const all = { 'workbook.yaml': WORKBOOK, '01-shares/sums.yaml': SUMS, '01-shares/en.md': WORDS, ...files };
  for (const [name, text] of Object.entries(all)) {
    const file = path.join(folder, 'chapters', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** The sums of the small workbook with one stretch of text replaced. */
export function sumsWith(from: string, to: string): string {
  if (!SUMS.includes(from)) throw new Error(`the sums do not hold ${from}`);
  return SUMS.replace(from, to);
}
