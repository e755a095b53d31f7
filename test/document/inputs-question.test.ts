import { expect, it } from 'vitest';
import { prepareWorkbook } from '../../src/build.js';
import { sharedWords } from '../support/shared-words-source.js';

const WORDS = `---
title: T
goal: G
minutes: 1
names: { one.base: base, one.b: amount of one, two.base: base, two.b: amount of two, three.base: base, three.b: amount of three }
---

::: five-questions
:::
`;

it('the third question says once what several examples take in the same way', () => {
  const example = (base: string) => `{ unstated: { base: { is: ${base} } }, steps: { b: base * 3 } }`;
  const sums = `examples: { one: ${example('1000 yuan')}, two: ${example('1000 yuan')}, three: ${example('50 yuan')} }\n`;
  const files = { folder: '01-one', sums: { name: 'sums.yaml', text: sums }, words: new Map([['en', { name: 'en.md', text: WORDS }]]) };
  const { documents, diagnostics } = prepareWorkbook(
    {
      workbook: { name: 'workbook.yaml', text: 'title: { en: T }\nchapters: [01-one]\nlicence: L\npaper: a4\nversion: "1"\n' },
      chapters: new Map([['01-one', { value: files, diagnostics: [] }]]),
      sharedWords: [sharedWords('en')],
    },
    { languages: ['en'], editions: ['teacher'], chapters: ['01-one'] },
  );
  expect(diagnostics).toEqual([]);
  const text = JSON.stringify(documents);
  // Of two examples with 1000 yuan and one with 50: one sentence and one row of the appendix each.
  expect(text.match(/Not printed: base\. The sum takes it as 1000\s?yuan\./gu)).toHaveLength(1);
  expect(text.match(/Not printed: base\. The sum takes it as 50\s?yuan\./gu)).toHaveLength(1);
  expect(text.match(/"1000\s?yuan"/gu)).toHaveLength(1);
});
