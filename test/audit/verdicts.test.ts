import { describe, expect, it, test } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { evaluateText } from '../support/chapter-text.js';

function audited(example: string) {
  const { chapter, diagnostics } = evaluateText(`examples:\n  shop:\n${example}`);
  return { audit: auditChapter(chapter).value, codes: diagnostics.map(({ code }) => code) };
}

/** The verdict on one claim of an example with these lines. */
function verdict(claim: string, rest = '') {
  const { audit, codes } = audited(`${rest}    claims:\n      it: ${claim}\n`);
  expect(codes).toEqual([]);
  return audit.figures[0];
}

describe('a printed figure that is declared to be about right', () => {
  const about = (computed: string) =>
    verdict('{ printed: 200 yuan, of: paid, about: 1%, expect: about }', `    givens: { paid: ${computed} yuan }\n`)?.verdict;

  // One per cent of the printed 200 yuan is 2 yuan.
  test.each([
    ['202', 'about'],
    ['198', 'about'],
    ['202.01', 'contradicts'],
    ['197.99', 'contradicts'],
  ])('is %s yuan from the formula: %s', (computed, expected) => {
    expect(about(computed)).toBe(expected);
  });

  it('is so below zero, too', () => {
    const loss = (computed: string) =>
      verdict(
        '{ printed: -200 yuan, of: lost, about: 1%, expect: about }',
        `    givens: { paid: ${computed} yuan }\n    steps: { lost: -paid }\n`,
      );
    expect([loss('202')?.verdict, loss('202.01')?.verdict]).toEqual(['about', 'contradicts']);
  });
});

describe('a statement about every row', () => {
  const rounds = (step: string) =>
    `    givens: { paid: 3 yuan }\n    unstated: { hidden: { unknown: yuan } }\n    rounds: { each: day, start: { n: 0 yuan }, row: { n: before.n + ${step} }, rows: 2, limit: 9 }\n`;
  const every = (says: string, step = 'paid') => verdict(`{ says: "${says}", every: true, expect: holds }`, rounds(step));

  it('cannot be derived where a column rests on something unknown', () => {
    expect(every('n < 100 yuan', 'hidden')).toMatchObject({ verdict: 'cannot-be-derived', missing: ['hidden'] });
  });

  it('holds to the limit, or fails in the first row that breaks it', () => {
    expect(every('n <= 27 yuan')).toMatchObject({ verdict: 'holds', testedRows: 9 });
    // Row 4 holds 12 yuan.
    expect(every('n < 12 yuan')).toMatchObject({ verdict: 'fails', failsAtRow: 4, testedRows: 4 });
  });
});

describe('how strongly a claim follows an input', () => {
  const changes = (givens: string, formula: string, printed: string) => {
    const { audit } = audited(
      `    givens: ${givens}\n    steps: { left: ${formula} }\n    claims: { it: { printed: ${printed}, of: left } }\n`,
    );
    return Object.fromEntries(audit.inputs[0]?.sensitivities.map(({ input, percent }) => [input, percent.toFixed()]) ?? []);
  };

  it('is the change in per cent when the input grows by one per cent, with its sign', () => {
    // 500 − 100 = 400. 505 − 100 = 405 is 5 more, 1.25 %; 500 − 101 = 399 is 1 less, 0.25 %.
    expect(changes('{ paid: 500 yuan, cost: 100 yuan }', 'paid - cost', '400 yuan')).toEqual({ paid: '1.25', cost: '-0.25' });
  });

  it('is up where a figure below zero comes nearer to zero', () => {
    // 100 − 500 = −400. 101 − 500 = −399 is 1 more, 0.25 % of 400; 100 − 505 = −405 is 5 less.
    expect(changes('{ got: 100 yuan, cost: 500 yuan }', 'got - cost', '-400 yuan')).toEqual({ got: '0.25', cost: '-1.25' });
  });
});
