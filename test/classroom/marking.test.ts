import { describe, expect, it } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import {
  answerStatistics,
  gradePaper,
  type KeyRow,
  keyEntries,
  keyExercises,
  paperOfFigures,
  planChapters,
} from '../../src/classroom/index.js';
import { makeExercises } from '../../src/exercises/index.js';
import { evaluateText } from '../support/chapter-text.js';
import { PLAIN_READING } from '../support/plain-reading.js';

/**
 * 1000 yuan in three parts are 333.33 yuan each, of which one in seven is 47.62 yuan, and 6000 times that 285 714.29 yuan. Who divides by
 * 6 in place of 7 (K1) has 55.5555… yuan.
 */
const SUMS = `examples:
  shop:
    givens: { paid: 1000 yuan, parts: 3, sevenths: 7, times: 6000 }
    steps: { part: paid / parts, share: part / sevenths, all: share * times }
exercises:
  chain: { compute: [shop.part, shop.share, shop.all], places: 2, marks: 3, level: basic, misconceptions: { K1: shop.part / 6 } }
`;

function classOf(sums: string, names: readonly string[]) {
  const { chapter, diagnostics } = evaluateText(sums);
  const audit = auditChapter(chapter).value;
  const made = makeExercises(chapter, audit);
  expect([...diagnostics, ...made.diagnostics]).toEqual([]);
  const plans = planChapters([{ evaluated: chapter, audit, exercises: made.value }], new Set(names));
  const paper = paperOfFigures(plans, []);
  const exercises = keyExercises(paper);
  const student: KeyRow = { id: '1', name: 'Ann', group: '', code: 'AAAAA', answers: Object.fromEntries(keyEntries(paper)) };
  return {
    exercises,
    grade: (...typed: readonly string[]) => {
      const labels = exercises.flatMap(({ columns }) => columns.map(({ label }) => label));
      return gradePaper(student, new Map(labels.map((label, index) => [label, typed[index] ?? ''])), {
        exercises,
        reading: PLAIN_READING,
        paper,
      });
    },
  };
}

const { grade, exercises } = classOf(SUMS, ['chain']);
const marks = (...typed: readonly string[]) => grade(...typed).answers.map(({ mark }) => mark);

describe('an error that is carried forward', () => {
  it('is so with all figures that the student wrote', () => {
    // 333 is wrong; 333 ÷ 7 = 47.571…, written 47.57, is right given that; 47.57 · 6000 = 285 420.
    expect(marks('333', '47.57', '285420')).toEqual(['wrong', 'follow-on', 'follow-on']);
  });

  it('is so from the wrong figures alone, where the right ones were not used as they were written', () => {
    // The second is written right (47.62), and the third follows from the wrong 333 by itself: 333 ÷ 7 · 6000 = 285 428.57.
    expect(marks('333', '47.62', '285428.57')).toEqual(['wrong', 'right', 'follow-on']);
    // From the right 47.62 the third is 47.62 · 6000 = 285 720.
    expect(marks('333', '47.62', '285720')).toEqual(['wrong', 'right', 'follow-on']);
  });

  it('is none where the figures above are right', () => {
    expect(marks('333.33', '47.62', '285428.57')).toEqual(['right', 'right', 'wrong']);
  });

  it('earns its part of the marks', () => {
    expect(grade('333', '47.57', '1').total.toFixed()).toBe('1');
    expect(grade('333', '47.57', '285420').total.toFixed()).toBe('2');
  });
});

describe('a misconception', () => {
  const code = (written: string) => grade('333.33', written).answers[1]?.misconception;

  // 1000 ÷ 3 ÷ 6 = 55.5555…, which is written 55.56: from 55.555 to 55.565.
  it.each([
    ['55.555', 'K1'],
    ['55.56', 'K1'],
    ['55.565', 'K1'],
    ['55.5549', undefined],
    ['55.5651', undefined],
  ])('is known by what is written of it: %s is %s', (written, expected) => {
    expect(code(written)).toBe(expected);
  });
});

describe('the wrong figure met most often', () => {
  const frequent = (...second: readonly string[]) =>
    answerStatistics(
      exercises,
      second.map((one) => grade('333.33', one)),
    )[1]?.frequent;

  it('is the one written most often, wherever it comes first', () => {
    expect(frequent('1', '2', '2')).toEqual({ written: '2', times: 2 });
    expect(frequent('2', '2', '1')).toEqual({ written: '2', times: 2 });
    expect(frequent('1', '1', '2', '2', '2')).toEqual({ written: '2', times: 3 });
  });

  it('is the first of two written as often, and none where each was written once', () => {
    expect(frequent('2', '1', '1', '2')).toEqual({ written: '2', times: 2 });
    expect(frequent('1', '2')).toBeUndefined();
  });
});
