import { describe, expect, it } from 'vitest';
import { createAnswerReader } from '../../src/answer/index.js';
import { parseSharedWords } from '../../src/chapter/index.js';
import { gradeAnswer, gradeText } from '../../src/panel/index.js';
import { sharedWords } from '../support/shared-words-source.js';

const read = createAnswerReader({ point: ['个积分', '个', 'point', 'points'] });
// 982.24 to two decimals: every number from 982.235 to 982.245, both included; 17.76 is the part taken away (K3).
const answer = {
  id: 'left',
  low: '982.235',
  high: '982.245',
  unit: 'point',
  said: ['point', 'points'],
  looksLike: [{ text: 'K3', low: '17.755', high: '17.765' }],
};
const grade = (written: string) => gradeAnswer(written, answer, read);

describe('a typed answer', () => {
  it.each([
    ['982.24', 'right'],
    ['982.235', 'right'],
    ['982.245 个积分', 'right'],
    ['982.2349999', 'wrong'],
    ['982.2450001', 'wrong'],
    ['９８２．２４', 'right'],
    ['982.24 元', 'other-unit'],
    ['98224%', 'other-unit'],
    ['17.76', 'looks-like'],
    ['', 'empty'],
    ['  ', 'empty'],
    ['many', 'unreadable'],
    ['982.24 kg', 'unreadable'],
  ])('%j is %s', (written, kind) => expect(grade(written).kind).toBe(kind));

  // A letter or a code is compared whole: K1 is not K10, and no number comes near it.
  it.each([
    ['K1', 'right'],
    [' k1 ', 'right'],
    ['Ｋ１', 'right'],
    ['(K1).', 'right'],
    ['K10', 'wrong'],
    ['1', 'wrong'],
    ['', 'empty'],
  ])('%j in the place of a code is %s', (written, kind) => expect(gradeAnswer(written, { id: 'code', word: 'K1' }, read).kind).toBe(kind));

  it('names the misconception whose figure it is', () => {
    expect(grade('17.76')).toEqual({ kind: 'looks-like', text: 'K3' });
  });

  it('says in words how it was read, in which unit it is asked for, or why it is not read', () => {
    const words = Object.fromEntries(parseSharedWords(sharedWords('en')).value.phrases) as Parameters<typeof gradeText>[1];
    const text = (written: string) => gradeText(grade(written), words).replace(/[\u00a0\u2009]/g, ' ');
    expect(['982.24', '2万5千', '1776/100', '5 yuan', '5 kg', '1,5', '5 or 6', ''].map(text)).toEqual([
      'Right.',
      'Not yet. Read as 25 000 points.',
      'Not yet. It looks like: K3. Read as 17.76 points.',
      'Not yet. The unit asked for: points.',
      '“kg” is not understood.',
      '“1,5”: this comma can be read in two ways. Please write it without.',
      'There is more than one number. Please write one.',
      '',
    ]);
  });
});
