import { expect, it } from 'vitest';
import { prepareWorkbook } from '../../src/build.js';
import { sharedWords } from '../support/shared-words-source.js';

const WORDS = '---\ntitle: T\ngoal: G\nminutes: 1\nnames: { one.a: amount of one, one.b: amount of all }\n---\n\n::: five-questions\n:::\n';

function studentText(scale: string): string {
  const sums = `examples: { one: { givens: { a: 1 yuan }, steps: { b: a * 1000 }${scale} } }\n`;
  const files = { folder: '01-one', sums: { name: 'sums.yaml', text: sums }, words: new Map([['en', { name: 'en.md', text: WORDS }]]) };
  const { documents, diagnostics } = prepareWorkbook(
    {
      workbook: { name: 'workbook.yaml', text: 'title: { en: T }\nchapters: [01-one]\nlicence: L\npaper: a4\nversion: "1"\n' },
      chapters: new Map([['01-one', { value: files, diagnostics: [] }]]),
      sharedWords: [sharedWords('en')],
    },
    { languages: ['en'], editions: ['student'], chapters: ['01-one'] },
  );
  expect(diagnostics).toEqual([]);
  return JSON.stringify(documents);
}

it('the fifth question names the figures of a chapter without rounds, and not their values', () => {
  const text = studentText(', scale: [b]');
  expect(text).toContain('Look again at: amount of all.');
  expect(text).not.toContain('1000');
  expect(text).not.toContain('No figure of this chapter is carried further out.');
});

it('the fifth question says so when a chapter carries nothing further out', () => {
  expect(studentText('')).toContain('No figure of this chapter is carried further out.');
});
