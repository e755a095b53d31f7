import { expect, it } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { evaluateText } from '../support/chapter-text.js';

function audit(text: string) {
  return auditChapter(evaluateText(text).chapter);
}

it('calls a figure exact that decimals miss by their last digit: 888 shared among 7 and added up again', () => {
  const { value } = audit(
    'examples:\n  one:\n    givens: { release: 888, members: 7 }\n    steps: { back: release / members * members }\n    claims: { all: { printed: 888, of: back * 1 } }\n',
  );
  expect(value.figures.map(({ verdict }) => verdict)).toEqual(['exact']);
});

it('never guesses a statement about every row that nothing can decide', () => {
  // Each row is the row above divided and multiplied by the root of 2, which is no fraction.
  const { value, diagnostics } = audit(
    'examples:\n  one:\n    rounds:\n      each: night\n      start: { x: 1 / 3 }\n      row: { x: before.x / 2 ^ 0.5 * 2 ^ 0.5 }\n      rows: 5\n      limit: 10\n    claims: { stays: { says: x = before.x, every: night } }\n',
  );
  expect(value.figures.map(({ verdict }) => verdict)).toEqual(['cannot-be-derived']);
  expect(diagnostics.map(({ code }) => code)).toContain('undecided');
});

it('decides the root of a square, which is a fraction: every row is the row above', () => {
  const { value, diagnostics } = audit(
    'examples:\n  one:\n    rounds:\n      each: night\n      start: { x: 1 / 3 }\n      row: { x: (before.x * before.x) ^ 0.5 }\n      rows: 5\n      limit: 10\n    claims: { stays: { says: x = before.x, every: night } }\n',
  );
  expect(value.figures.map(({ verdict }) => verdict)).toEqual(['holds']);
  expect(diagnostics).toEqual([]);
});
