import { expect, test } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { checkCode } from '../../src/document/wording/check-code.js';
import { makeExercises } from '../../src/exercises/index.js';
import { evaluateText } from '../support/chapter-text.js';

const chapter = (spend: number) => {
  const { chapter: evaluated } = evaluateText(`
examples:
  sale:
    givens:
      spend: ${spend} yuan
    steps:
      take: spend * 20%
exercises:
  take: { compute: sale.take, marks: 1 }
`);
  const audit = auditChapter(evaluated).value;
  return { evaluated, audit, exercises: makeExercises(evaluated, audit).value };
};

test('a check code is short, stays with its answers and changes with them', () => {
  const code = checkCode(chapter(1000));
  expect(code).toMatch(/^C01-[34679ACDEFGHJKLMNPQRTWXY]{5}$/);
  expect(checkCode(chapter(1000))).toBe(code);
  const others = [1001, 1010, 2000, 999].map((spend) => checkCode(chapter(spend)));
  expect(new Set([code, ...others]).size).toBe(5);
});
