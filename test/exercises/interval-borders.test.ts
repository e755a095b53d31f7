import { describe, expect, it } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { makeExercises, type NumericAnswer, numericAnswers } from '../../src/exercises/index.js';
import { evaluateText } from '../support/chapter-text.js';

/** The only answer to a figure that follows from two steps. */
function answer(givens: string, steps: string, misconceptions = ''): NumericAnswer | undefined {
  const { chapter } = evaluateText(`examples:
  shop: { givens: { ${givens} }, steps: { ${steps} } }
exercises:
  asked: { compute: shop.asked, places: 0, ${misconceptions} marks: 1, level: basic }
`);
  const form = makeExercises(chapter, auditChapter(chapter).value).value[0]?.form;
  return form === undefined ? undefined : numericAnswers(form)[0];
}

const ends = (one: NumericAnswer | undefined) => one && `${one.accepted.low.toFixed()} ${one.accepted.high.toFixed()}`;

describe('a figure whose steps are rounded on the way', () => {
  // 200 yuan ÷ 3 = 66.666…, written 66.67 beside the working: 0.00333… more. Times n, that is n ÷ 300 yuan more.
  const times = (n: number, more = '') => answer(`paid: 200 yuan, n: ${n}`, 'third: paid / 3, asked: third * n', more);

  it('is accepted up to ten units of its last place further off', () => {
    // 66.666… · 2990 = 199 333.33; 66.67 · 2990 = 199 343.3: ten units.
    expect(ends(times(2990))).toBe('199332.5 199343.5');
  });

  it('is another figure from eleven units on', () => {
    // 66.666… · 3200 = 213 333.33; 66.67 · 3200 = 213 344: eleven units, and far less than one per cent.
    expect(ends(times(3200))).toBe('213332.5 213333.5');
    // 66.666… · 6000 = 400 000; 66.67 · 6000 = 400 020: twenty.
    expect(ends(times(6000))).toBe('399999.5 400000.5');
  });

  it('is not accepted as far as a misconception, as it is or as a student writes it', () => {
    // 199 338 lies between the two, 199 343.9 is written 199 344: behind the interval, and stays apart.
    expect(ends(times(2990, 'misconceptions: { K1: 199338 yuan },'))).toBe('199332.5 199333.5');
    expect(ends(times(2990, 'misconceptions: { K1: 199343.9 yuan },'))).toBe('199332.5 199343.5');
  });
});

describe('a misconception that is written rounded', () => {
  const made = (misconceptions: string) => {
    const { chapter } = evaluateText(`examples:
  shop: { givens: { paid: 800 yuan, rate: 1.5% }, steps: { fee: paid * rate } }
exercises:
  asked: { compute: shop.fee, places: 0, misconceptions: { ${misconceptions} }, marks: 1, level: basic }
`);
    const { value, diagnostics } = makeExercises(chapter, auditChapter(chapter).value);
    const codes = value.flatMap(({ form }) => numericAnswers(form).flatMap((one) => one.misconceptions.map(({ code }) => code)));
    return { codes, messages: diagnostics.map(({ code, message }) => `${code}: ${message}`) };
  };

  // 800 · 1.5 % = 12.
  it('is told from the right figure only where what is written differs', () => {
    expect(made('K1: shop.fee + 0.6 yuan')).toEqual({ codes: ['K1'], messages: [] });
    expect(made('K1: shop.fee + 0.3 yuan')).toEqual({
      codes: [],
      messages: ['distinct-options: In exercise `asked`, misconception K1 gives 12.3, which cannot be told from the right figure 12.'],
    });
  });

  it('is told from another only where what is written differs', () => {
    // 120.4 and 119.6 are both written 120; 120.6 is written 121.
    expect(made('K1: 120.4 yuan, K2: 120.6 yuan')).toEqual({ codes: ['K1', 'K2'], messages: [] });
    expect(made('K1: 120.4 yuan, K2: 119.6 yuan')).toEqual({
      codes: ['K1'],
      messages: ['distinct-options: In exercise `asked`, misconception K2 gives 119.6, which cannot be told from the 120.4 of K1.'],
    });
  });
});
