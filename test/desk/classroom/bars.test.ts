import { describe, expect, it } from 'vitest';
import type { KeyEntry, Mark, MarkedPaper } from '../../../src/classroom/index.js';
import { barsOf } from '../../../src/desk/classroom/mark/bars.js';
import { amount, ZERO } from '../../../src/number/index.js';

const ENTRY: KeyEntry = { shown: '2', exact: '2', places: 0, low: '1.5', high: '2.5', misconceptions: [] };
const COLUMN = { label: '1', chapter: 'c', exercise: 'e', answer: 'a', unit: '' };

type Given = readonly [mark: Mark, typed: string, misconception?: string];

function paper([mark, typed, misconception]: Given, handedIn = true): MarkedPaper {
  const written = /^[\d.]+$/.test(typed) ? { written: amount(typed) } : {};
  const named = misconception === undefined ? {} : { misconception };
  const answers = [{ column: COLUMN, typed, mark, entry: ENTRY, ...written, ...named }];
  const student = { id: '1', name: '', group: '', code: '', answers: {} };
  return { student, handedIn, answers, marks: new Map(), total: ZERO, most: new Map(), outOf: ZERO };
}

const bars = (...papers: readonly MarkedPaper[]) =>
  barsOf('1', papers, (code) => `name of ${code}`).map(({ kind, text, times }) => `${kind} ${text} ${times}`.replace('  ', ' '));

describe('the bars of an answer', () => {
  it('begin with what was right, then the most frequent slips by name or figure, then the rest; their sum is the papers handed in', () => {
    const given: readonly Given[] = [
      ['right', '2'],
      ['follow-on', '3'],
      ['wrong', '7', 'K1'],
      ['wrong', '5'],
      ['wrong', '5.0'],
      ['wrong', '9'],
      ['wrong', 'b'],
      ['wrong', 'Ｂ'],
      ['wrong', '5'],
      ['empty', ''],
      ['unreadable', 'x'],
    ];
    // 5, 5.0 and 5 are one figure, b and a full-width B one letter; 9 was written once.
    expect(bars(...given.map((one) => paper(one)), paper(['empty', ''], false))).toEqual([
      'right 1',
      'follow-on 1',
      'figure 5 3',
      'figure B 2',
      'misconception name of K1 1',
      'wrong 1',
      'unreadable 1',
      'empty 1',
    ]);
  });

  it('name no more than three figures', () => {
    const papers = ['3', '4', '5', '6'].flatMap((figure) => [paper(['wrong', figure]), paper(['wrong', figure])]);
    expect(bars(...papers)).toEqual(['figure 3 2', 'figure 4 2', 'figure 5 2', 'wrong 2']);
  });
});
