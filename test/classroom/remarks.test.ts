import { describe, expect, it } from 'vitest';
import { gradebooks, type KeyEntry, type Remark, type RemarkChange } from '../../src/classroom/index.js';
import { applyRemarks } from '../../src/classroom/mark/apply-remarks.js';
import { type Mark, type MarkedAnswer, sumUp } from '../../src/classroom/mark/grade.js';
import { amount } from '../../src/number/index.js';

const entry = (more: Partial<KeyEntry> = {}): KeyEntry => ({
  shown: '2.67',
  exact: '2.666',
  places: 2,
  low: '2.665',
  high: '2.675',
  misconceptions: [],
  ...more,
});
const column = (label: string) => ({ label, chapter: 'c', exercise: 'e', answer: label, unit: 'yuan' });
const student = { id: '07', name: 'Ann', group: '', code: '', answers: {} };
const EXERCISES = [{ number: 1, chapter: 'c', exercise: 'e', marks: 4, columns: [column('1.1'), column('1.2')] }];

function answer(label: string, mark: Mark, typed: string, key: KeyEntry = entry()): MarkedAnswer {
  return { column: column(label), typed, mark, entry: key, ...(/^[\d.]+$/.test(typed) ? { written: amount(typed) } : {}) };
}
const remark = (change: RemarkChange, number = 1): Remark => ({ number, date: '2026-03-01', reason: 'why', change });

function decided(answers: readonly MarkedAnswer[], changes: readonly RemarkChange[], handedIn = true) {
  const paper = sumUp(student, handedIn, answers, EXERCISES);
  const { answers: found, total, outOf } = applyRemarks(paper, changes.map(remark), EXERCISES);
  return [...found.map(({ mark }) => mark), `${total}/${outOf}`];
}

describe('what was decided after the lesson', () => {
  it.each<[what: string, accept: RemarkChange & { kind: 'accept' }, first: MarkedAnswer, mark: Mark]>([
    ['a value, which takes what rounds to it', accepting({ kind: 'value', value: '2.7' }), answer('1.1', 'wrong', '2.704'), 'accepted'],
    ['not what rounds to another', accepting({ kind: 'value', value: '2.7' }), answer('1.1', 'wrong', '2.706'), 'wrong'],
    ['an interval with its ends', accepting({ kind: 'interval', low: '2.6', high: '2.7' }), answer('1.1', 'wrong', '2.7'), 'accepted'],
    ['not beyond them', accepting({ kind: 'interval', low: '2.6', high: '2.7' }), answer('1.1', 'wrong', '2.701'), 'wrong'],
    [
      'no figure of another unit',
      accepting({ kind: 'interval', low: '2.6', high: '2.7' }),
      answer('1.1', 'other-unit', '2.7'),
      'other-unit',
    ],
    [
      'the letter of an option, by the figure that stands there for this student',
      accepting({ kind: 'word', word: 'B' }),
      answer('1.1', 'wrong', '3', entry({ options: ['2.67', '3', '4'] })),
      'accepted',
    ],
    [
      'a letter of pairs',
      accepting({ kind: 'word', word: 'c' }),
      answer('1.1', 'wrong', 'Ｃ', entry({ word: 'A', low: '', high: '' })),
      'accepted',
    ],
    ['the number of a line', accepting({ kind: 'value', value: '2' }), answer('1.1', 'wrong', '②', entry({ word: '3' })), 'accepted'],
    ['a text that is no number', accepting({ kind: 'word', word: 'none' }), answer('1.1', 'unreadable', 'None.'), 'accepted'],
    ['what is right anyway', accepting({ kind: 'value', value: '2.67' }), answer('1.1', 'right', '2.67'), 'right'],
  ])('accepts %s', (_, change, first, mark) => {
    expect(decided([first, answer('1.2', 'right', '2.67')], [change])[0]).toBe(mark);
  });

  it('a void answer is worth nothing to anybody; the others keep their worth', () => {
    const answers = [answer('1.1', 'right', '2.67'), answer('1.2', 'wrong', '1')];
    // Four marks for two answers: two each.
    expect(decided(answers, [{ kind: 'void', label: '1.1' }])).toEqual(['void', 'wrong', '0/2']);
    expect(decided(answers, [{ kind: 'void', label: '1.2' }])).toEqual(['right', 'void', '2/2']);
    expect(
      decided(answers, [
        { kind: 'give', label: '1.2' },
        { kind: 'void', label: '1.2' },
      ]),
    ).toEqual(['right', 'void', '2/2']);
  });

  it('concerns the student named alone, and gives nothing to a paper that was not handed in', () => {
    const answers = [answer('1.1', 'empty', ''), answer('1.2', 'empty', '')];
    expect(decided(answers, [{ kind: 'give', label: '1.1', student: '07' }])).toEqual(['given', 'empty', '2/4']);
    expect(decided(answers, [{ kind: 'give', label: '1.1', student: '08' }])).toEqual(['empty', 'empty', '0/4']);
    expect(decided(answers, [{ kind: 'give', label: '1.1' }], false)).toEqual(['empty', 'empty', '0/4']);
  });

  it('that is void for one student scales the sum in a gradebook, which has one most for all', () => {
    const papers = ['07', '08'].map((id) => {
      const paper = sumUp({ ...student, id }, true, [answer('1.1', 'wrong', '1'), answer('1.2', 'right', '2.67')], EXERCISES);
      return applyRemarks(paper, [remark({ kind: 'void', label: '1.1', student: '07' })], EXERCISES);
    });
    const list = gradebooks(papers, 'spring').find(({ path }) => path === 'gradebook-list.csv');
    // 07 has 2 of 2, which is 4 of 4; 08 has 2 of 4.
    expect(list?.content).toBe('\ufeff学号,姓名,得分\r\n07,Ann,4\r\n08,Ann,2\r\n');
  });
});

function accepting(answer: (RemarkChange & { kind: 'accept' })['answer']): RemarkChange & { kind: 'accept' } {
  return { kind: 'accept', label: '1.1', answer };
}
