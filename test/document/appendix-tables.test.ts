import { expect, it } from 'vitest';
import type { Edition } from '../../src/document/index.js';
import { oneChapter } from '../support/one-chapter.js';

const HEAD = (names: string) => `---\ntitle: T\ngoal: G\nminutes: 1\nnames: { ${names} }\n---\n\nRead.\n`;

function textOf(sums: string, names: string, edition: Edition): string {
  const { documents, diagnostics } = oneChapter(sums, HEAD(names), [edition]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return JSON.stringify(documents);
}

it('the table of inputs has one row for what several examples take in the same way', () => {
  const example = (base: string) => `{ unstated: { base: { is: ${base} } }, steps: { b: base * 3 } }`;
  const sums = `examples: { one: ${example('1000 yuan')}, two: ${example('1000 yuan')}, three: ${example('50 yuan')} }\n`;
  const names = ['one', 'two', 'three'].map((one) => `${one}.base: base, ${one}.b: amount of ${one}`).join(', ');
  const text = textOf(sums, names, 'teacher');
  // Of two examples with 1000 yuan and one with 50: one row each.
  expect(text.match(/"1000\s?yuan"/gu)).toHaveLength(1);
  expect(text.match(/"50\s?yuan"/gu)).toHaveLength(1);
});

it('what is carried further out stands in the table of the teacher, and not on the pages of the student', () => {
  const sums = 'examples: { one: { givens: { a: 1 yuan }, steps: { b: a * 1000 }, scale: [b] } }\n';
  const names = 'one.a: amount of one, one.b: amount of all';
  // 1 yuan × 1000 = 1000 yuan.
  const teacher = textOf(sums, names, 'teacher');
  expect(teacher).toContain('Carried further out');
  expect(teacher).toMatch(/"amount of all".*"1000\s?yuan"/u);
  expect(textOf(sums, names, 'student')).not.toMatch(/amount of all|1000/u);
});
