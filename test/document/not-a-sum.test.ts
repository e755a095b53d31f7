import { expect, it } from 'vitest';
import { oneChapter } from '../support/one-chapter.js';

const SUMS = 'examples: { one: { givens: { a: 1 yuan } } }\nnot-a-sum: { A-1: no figure, A-9: no figure }\n';
const WORDS = '---\ntitle: T\ngoal: G\nminutes: 1\nnames: { one.a: amount }\nnot-a-sum: { A-1: It has no figure. }\n---\n';
const LEDGER = 'entries: [{ id: A-1, document: A, lines: "24-28", kind: rule, en: Points may be kept. }]\n';

it('a statement without a figure is printed for teachers, with its place, our words and the reason', () => {
  const { documents, diagnostics } = oneChapter(SUMS, WORDS, ['teacher', 'student'], LEDGER);
  expect(diagnostics).toEqual([]);
  const appendices = documents.map(({ document: { chapters } }) => JSON.stringify(chapters[0]?.appendix));
  expect(appendices[0]).toMatch(/Points may be kept\..*"A\u00a024-28".*It has no figure\./);
  // An entry that the ledger lacks still shows its id.
  expect(appendices[0]).toContain('"A-9"');
  expect(appendices[1]).toBe('[]');
});
