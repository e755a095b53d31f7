import { expect, it } from 'vitest';
import { printDiagnostic } from '../../src/diagnostics/index.js';
import type { Edition } from '../../src/document/index.js';
import { blockText } from '../support/document-text.js';
import { oneChapter } from '../support/one-chapter.js';

const SUMS = `examples:
  card:
    givens: { price: 20 yuan }
    steps: { paid: price * 3 }
    claims:
      dear: { says: paid > 100 yuan, expect: fails }
exercises:
  pay: { compute: card.paid, marks: 1, level: basic }
  judge: { check: card.dear, marks: 1, level: basic }
`;
const items = (text: string) => [1, 2, 3, 4, 5].map((number) => `${number}. ${text} ${number}`).join('\n');
const WORDS = `---
title: T
goal: G
minutes: 1
names: { card.price: price, card.paid: money paid }
claims: { card.dear: It is dear. }
reasons:
  card.dear: 'Only {{card.paid}}, not {{"100"}} yuan.'
---

Three times {{"20"}} yuan.

::: exercise pay
How much? And who pays?
:::

::: answer pay
The guest pays {{card.paid}}.
:::

::: verdicts
:::

::: exercise judge
Check.
:::

::: five-questions
${items('prompt')}
:::

::: five-answers
${items('answer')}
:::

::: exit
"What is a price?" It is ___.
:::

::: answer exit
What one cup costs.
:::
`;

function pageOf(edition: Edition): string {
  const { documents, diagnostics } = oneChapter(SUMS, WORDS, [edition]);
  expect(diagnostics.map((one) => printDiagnostic(one))).toEqual([]);
  const [made] = documents;
  if (made === undefined) throw new Error('no document');
  return blockText(made.document.chapters[0]?.blocks ?? []);
}

it('a student is asked the five questions in words of the chapter, with room to write, and told none of the answers', () => {
  const page = pageOf('student');
  expect(page.match(/prompt [1-5]/g)).toHaveLength(5);
  expect(page).toContain('Three times 20 yuan.');
  expect(page).toContain('Four verdicts');
  expect(page).not.toMatch(/answer [1-5]|The guest pays|What one cup costs|Only 60/);
  expect(page).not.toContain('This chapter looks at');
});

it.each(['teacher', 'key'] as const)('the %s edition answers the prompts, the exit ticket and the five questions', (edition) => {
  const page = pageOf(edition);
  expect(page.match(/answer [1-5]/g)).toHaveLength(5);
  expect(page).toMatch(/The guest pays 60\syuan\./);
  expect(page).toContain('What one cup costs.');
});
