import { expect, it } from 'vitest';
import { prepareWorkbook } from '../../src/build.js';
import { sharedWords } from '../support/shared-words-source.js';

const SUMS = 'examples: { one: { givens: { a: 1 yuan } } }\nnot-a-sum: { A-1: no figure, A-9: no figure }\n';
const WORDS = '---\ntitle: T\ngoal: G\nminutes: 1\nnames: { one.a: amount }\nnot-a-sum: { A-1: It has no figure. }\n---\n';
const LEDGER = 'entries: [{ id: A-1, document: A, lines: "24-28", kind: rule, en: Points may be kept. }]\n';

it('a statement without a figure is printed for teachers, with its place, our words and the reason', () => {
  const files = { folder: '01-one', sums: { name: 'sums.yaml', text: SUMS }, words: new Map([['en', { name: 'en.md', text: WORDS }]]) };
  const { documents, diagnostics } = prepareWorkbook(
    {
      workbook: { name: 'workbook.yaml', text: 'title: { en: T }\nchapters: [01-one]\nlicence: L\npaper: a4\nversion: "1"\n' },
      chapters: new Map([['01-one', { value: files, diagnostics: [] }]]),
      sharedWords: [sharedWords('en')],
      beside: new Map([['ledger.yaml', { name: 'ledger.yaml', text: LEDGER }]]),
    },
    { languages: ['en'], editions: ['teacher', 'student'], chapters: ['01-one'] },
  );
  expect(diagnostics).toEqual([]);
  const appendices = documents.map(({ chapters }) => JSON.stringify(chapters[0]?.appendix));
  expect(appendices[0]).toMatch(/Points may be kept\..*"A 24-28".*It has no figure\./);
  // An entry that the ledger lacks still shows its id.
  expect(appendices[0]).toContain('"A-9"');
  expect(appendices[1]).toBe('[]');
});
