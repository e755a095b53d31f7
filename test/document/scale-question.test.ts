import { expect, it } from 'vitest';
import { hasErrors } from '../../src/diagnostics/index.js';
import { oneChapter } from '../support/one-chapter.js';

const WORDS = '---\ntitle: T\ngoal: G\nminutes: 1\nnames: { one.a: amount of one, one.b: amount of all }\n---\n\n::: five-questions\n:::\n';

function studentText(scale: string): string {
  const sums = `examples: { one: { givens: { a: 1 yuan }, steps: { b: a * 1000 }${scale} } }\n`;
  const { documents, diagnostics } = oneChapter(sums, WORDS, ['student']);
  expect(hasErrors(diagnostics)).toBe(false);
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
