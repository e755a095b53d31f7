import { describe, expect, it } from 'vitest';
import { gradeAnswer } from '../../src/panel/index.js';

// 982.24 to two decimals: every number from 982.235 to 982.245, both included; 17.76 is the part taken away (K3).
const answer = { id: 'left', low: '982.235', high: '982.245', looksLike: [{ text: 'K3', low: '17.755', high: '17.765' }] };

describe('a typed answer', () => {
  it.each([
    ['982.24', 'right'],
    ['982.235', 'right'],
    ['982.245 元', 'right'],
    ['982.2349999', 'wrong'],
    ['982.2450001', 'wrong'],
    ['９８２．２４', 'right'],
    ['17.76', 'looks-like'],
    ['', 'empty'],
    ['  ', 'empty'],
    ['many', 'unreadable'],
  ])('%j is %s', (written, kind) => expect(gradeAnswer(written, answer).kind).toBe(kind));

  // A letter or a code is compared whole: K1 is not K10, and no number comes near it.
  it.each([
    ['K1', 'right'],
    [' k1 ', 'right'],
    ['Ｋ１', 'right'],
    ['K10', 'wrong'],
    ['1', 'wrong'],
    ['', 'empty'],
  ])('%j in the place of a code is %s', (written, kind) => expect(gradeAnswer(written, { id: 'code', word: 'K1' }).kind).toBe(kind));

  it('names the misconception whose figure it is', () => {
    expect(gradeAnswer('17.76', answer)).toEqual({ kind: 'looks-like', text: 'K3' });
  });
});
