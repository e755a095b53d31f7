import { expect, it } from 'vitest';
import { hasErrors } from '../../src/diagnostics/index.js';
import { oneChapter } from '../support/one-chapter.js';

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
  const { documents, diagnostics } = oneChapter(sums, WORDS, ['teacher']);
  expect(hasErrors(diagnostics)).toBe(false);
  const text = JSON.stringify(documents);
  // Of two examples with 1000 yuan and one with 50: one sentence and one row of the appendix each.
  expect(text.match(/Not printed: base\. The sum takes it as 1000\s?yuan\./gu)).toHaveLength(1);
  expect(text.match(/Not printed: base\. The sum takes it as 50\s?yuan\./gu)).toHaveLength(1);
  expect(text.match(/"1000\s?yuan"/gu)).toHaveLength(1);
});
