import { expect, test } from 'vitest';
import { roundingAsPrinted, roundingNote } from '../../src/document/exercise/parts.js';
import type { NumericAnswer } from '../../src/exercises/index.js';
import { amount, baseUnit } from '../../src/number/index.js';
import { sampleVoice } from '../support/sample-voice.js';

/** An answer whose exact figure is a third of 10 000 orders: it does not end at any of the places. */
function answerTo(places: number): NumericAnswer {
  const exact = { amount: amount(10_000).dividedBy(3), unit: baseUnit('order') };
  return { exact, places } as NumericAnswer;
}

test.each<['en' | 'zh', number, string]>([
  ['en', 1, 'one decimal place.'],
  ['en', 2, '2 decimal places'],
  ['en', 0, 'a whole number'],
  ['en', -3, 'a multiple of 1000'],
  ['zh', 2, '保留 2 位小数'],
  ['zh', -3, '1000 的整倍数'],
])('%s: %s places', (language, places, words) => {
  expect(JSON.stringify(roundingNote([answerTo(places)], sampleVoice(language).voice))).toContain(words);
});

test('printed figures have their own places; whether to round on the way is not said', () => {
  const { voice } = sampleVoice('en');
  const notes = roundingAsPrinted([answerTo(2), answerTo(0)], voice);
  expect(JSON.stringify(notes)).toContain('as many decimal places as the document prints');
  expect(JSON.stringify(notes)).not.toContain('on the way');
  expect(notes).toHaveLength(1);
  const even = { exact: { amount: amount(2), unit: baseUnit('order') }, places: 0 } as NumericAnswer;
  expect(roundingAsPrinted([even], voice)).toEqual([]);
});
