import { describe, expect, it } from 'vitest';
import { parseSharedWords, type SharedWords } from '../../src/chapter/index.js';
import {
  answerReading,
  answerStatistics,
  exercisesCsv,
  gradePaper,
  type KeyEntry,
  type KeyRow,
  keyEntries,
  keyExercises,
  markedCsv,
  paperOfFigures,
  planChapters,
  readAnswers,
  readCsv,
  studentsCsv,
} from '../../src/classroom/index.js';
import { makeExercises } from '../../src/exercises/index.js';
import { sharedWords } from '../support/shared-words-source.js';
import { shippedChapter } from '../support/shipped-chapter.js';

const { chapter, audit } = shippedChapter('07-pool-price');
const plans = planChapters(
  [{ evaluated: chapter, audit, exercises: makeExercises(chapter, audit).value }],
  new Set(['second-order', 'next-plan', 'exit', 'fill-ladder', 'say-it']),
);

/** Ann's numbers: 200 yuan in, 100 given at 1 yuan: 100 points at 2 yuan, so 50 more; 400 yuan ÷ 150 points = 2.67 yuan. */
const figure = (group: string, name: string, value: string) => ({ chapter: 'pool-price', group, example: group, name, value, unit: '' });
const paper = paperOfFigures(plans, [
  figure('second_plan', 'spend', '500'),
  figure('second_plan', 'take_rate', '0.24'),
  figure('second_plan', 'gift_rate', '0.5'),
  figure('next_plan', 'spend', '1000'),
  figure('next_plan', 'intake_rate', '0.1'),
  figure('next_plan', 'gift_rate', '0.5'),
  figure('exit_plan', 'intake', '200'),
  figure('exit_plan', 'gift', '100'),
]);
const exercises = keyExercises(paper);
const ann: KeyRow = { id: '01', name: 'Ann', group: '', code: 'ABCDE', answers: Object.fromEntries(keyEntries(paper)) };
const [english, chinese] = ['en', 'zh'].map((language) => parseSharedWords(sharedWords(language)).value) as [SharedWords, SharedWords];
const content = { evaluated: chapter, audit, exercises: makeExercises(chapter, audit).value };
const reading = answerReading([content], [english, chinese], english);
const label = (exercise: string, index: number) => exercises.find((one) => one.exercise === exercise)?.columns[index]?.label ?? 'none';
const [points, price] = [label('exit', 0), label('exit', 1)];
const marks = (typed: Readonly<Record<string, string>>) => {
  const graded = gradePaper(ann, new Map(Object.entries(typed)), { exercises, reading, paper });
  return { graded, of: (one: string) => graded.answers.find(({ column }) => column.label === one)?.mark };
};

describe('an answer', () => {
  it('is right anywhere between the ends, both included', () => {
    expect(marks({ [points]: '50' }).of(points)).toBe('right');
    // 400 ÷ 150 = 2.666…, asked to two places: 2.67, accepted from 2.665 to 2.675
    for (const [written, mark] of [
      ['2.67', 'right'],
      ['2.6666667', 'right'],
      ['2.665', 'right'],
      ['2.675', 'right'],
      ['2.6649', 'wrong'],
      ['2.6751', 'wrong'],
      ['8/3', 'right'],
    ] as const) {
      expect([written, marks({ [price]: written }).of(price)]).toEqual([written, mark]);
    }
  });

  it.each([
    ['５０', 'right'],
    ['50 points', 'right'],
    ['50个积分', 'right'],
    ['0.005万', 'right'],
    ['5,000%', 'other-unit'],
    ['五十个积分', 'right'],
    ['50积分。', 'right'],
    ['¥50', 'other-unit'],
    ['50 kg', 'unreadable'],
    ['50 元', 'other-unit'],
    ['fifty', 'unreadable'],
    ['', 'empty'],
    ['50 51', 'unreadable'],
  ])('typed as “%s” is %s', (typed, mark) => {
    expect(marks({ [points]: typed }).of(points)).toBe(mark);
  });

  it('of a choice may be the letter of an option', () => {
    const entry: KeyEntry = {
      shown: '960',
      exact: '960',
      places: 0,
      low: '959.5',
      high: '960.5',
      options: ['240', '800', '960'],
      misconceptions: [],
    };
    const column = { label: '1', chapter: 'pool-price', exercise: 'exit', answer: 'exit', unit: 'yuan' };
    const read = (typed: string) => {
      const found = reading.read(typed, column, entry);
      return found.kind === 'figure' ? found.value.toFixed() : found.kind;
    };
    expect(['C', 'ｃ', '(A)', 'A.', 'D', '960 yuan'].map(read)).toEqual(['960', '960', '240', '240', 'refused', '960']);
  });
});

describe('what was understood', () => {
  it.each([
    ['50', undefined],
    ['50 points', undefined],
    ['0.005万', '50 points'],
    ['1', undefined],
    ['3/3', '1 point'],
    ['50 yuan', '50 yuan'],
    ['5 or 6', 'There is more than one number. Please write one.'],
    ['50 kg', '“kg” is not understood.'],
  ])('of “%s” stands beside it: %s', (typed, told) => {
    const found = marks({ [points]: typed }).graded.answers.find(({ column }) => column.label === points);
    expect(found?.readAs?.replace(/[\u00a0\u2009]/g, ' ')).toBe(told);
  });
});

describe('letters and codes', () => {
  const chain = shippedChapter('14-twenty-questions');
  const questions = planChapters(
    [{ evaluated: chain.chapter, audit: chain.audit, exercises: makeExercises(chain.chapter, chain.audit).value }],
    new Set(['q11', 'q18']),
  );
  // 400 of 20,000 yuan is 0.02 of 500 points: 10 points, and at 2 yuan 20 yuan. Line 2 divides where it should multiply (K2).
  const one = paperOfFigures(questions, []);
  const asked = keyExercises(one);
  const ben: KeyRow = { id: '02', name: 'Ben', group: '', code: 'ABCDE', answers: Object.fromEntries(keyEntries(one)) };
  const graded = (typed: Readonly<Record<string, string>>) =>
    gradePaper(ben, new Map(Object.entries(typed)), { exercises: asked, reading, paper: one });

  it('of a hunted slip are marked beside its figure: line, code, figure, and what follows', () => {
    for (const line of ['2', '(2)', '（2）', '2.', '02', 'line 2', 'Line2', '②', '⑵', '第2行', '第二行', '第２行', '2行', '#2', '2、'])
      expect([line, graded({ '1.1': line }).answers[0]?.mark]).toEqual([line, 'right']);
    for (const line of ['12', '22', '3', '2.5', '-2', 'K2'])
      expect([line, graded({ '1.1': line }).answers[0]?.mark]).toEqual([line, 'wrong']);
    for (const letter of ['c', '(C)', '丙', '丙。'])
      expect([letter, graded({ '1.2': letter }).answers[1]?.mark]).toEqual([letter, 'right']);
    for (const letter of ['a', '乙', '甲乙丙']) expect([letter, graded({ '1.2': letter }).answers[1]?.mark]).toEqual([letter, 'wrong']);
    const marked = graded({ '1.1': '第2行', '1.2': 'Ｃ', '1.3': '10', '1.4': '20 元' }).answers.slice(0, 4);
    expect(marked.map(({ column, mark }) => `${column.label} ${column.answer} ${mark}`)).toEqual([
      '1.1 q11.line.1 right',
      '1.2 q11.code.1 right',
      '1.3 q11.1 right',
      '1.4 q11.last right',
    ]);
    expect(
      graded({ '1.1': '3', '1.2': 'K20', '1.3': '' })
        .answers.slice(0, 3)
        .map(({ mark }) => mark),
    ).toEqual(['wrong', 'wrong', 'empty']);
  });

  it('of pairs are marked one by one, and the wrong one met most often is told', () => {
    const letters = [1, 2, 3].map((place) => ben.answers[`2.${place}`]?.shown ?? '');
    expect([...letters].sort()).toEqual(['A', 'B', 'C']);
    const [first = '', second = ''] = letters;
    const paperOf = (letter: string) => graded({ '2.1': letter, '2.2': second.toLowerCase() });
    expect(
      paperOf(first)
        .answers.slice(4)
        .map(({ mark }) => mark),
    ).toEqual(['right', 'right', 'empty']);
    const [statistics] = answerStatistics(asked.slice(1), [paperOf(second), paperOf(second.toLowerCase())]);
    expect(statistics?.frequent).toEqual({ written: second, times: 2 });
  });
});

describe('an error that is carried forward', () => {
  it('earns the mark of what follows from it', () => {
    // 100 points as for the first customer: 400 ÷ 200 = 2
    const { of, graded } = marks({ [points]: '100', [price]: '2' });
    expect([of(points), of(price)]).toEqual(['wrong', 'follow-on']);
    expect(graded.answers.find(({ column }) => column.label === points)?.misconception).toBe('K14');
    expect(graded.marks.get(exercises.find(({ exercise }) => exercise === 'exit')?.number ?? 0)?.toFixed()).toBe('1');
  });

  it('is none where nothing earlier is wrong, or the sum does not follow', () => {
    expect(marks({ [points]: '50', [price]: '2' }).of(price)).toBe('wrong');
    expect(marks({ [points]: '100', [price]: '3' }).of(price)).toBe('wrong');
    expect(marks({ [price]: '2' }).of(price)).toBe('wrong');
  });

  it('is none where nonsense stands: zero, nothing, another unit, the same figure once more', () => {
    // 100 points come from 0 points in no way, and 400 ÷ (100 + 0) = 4 is what follows from them.
    expect(marks({ [points]: '0', [price]: '4' }).of(price)).toBe('wrong');
    expect(marks({ [points]: '', [price]: '4' }).of(price)).toBe('wrong');
    expect(marks({ [points]: '100 yuan', [price]: '2' }).of(price)).toBe('wrong');
    // 0 points in row 2 lead to 190.4 − 78.4 = 112 in all; and 60 in the place of both is one figure written twice.
    const [minted, total] = [0, 1].map((index) => label('fill-ladder', index)) as [string, string];
    expect(marks({ [minted]: '0', [total]: '0' }).of(total)).toBe('wrong');
    expect(marks({ [minted]: '60', [total]: '60' }).of(total)).toBe('wrong');
  });

  it('goes on through a table: a wrong cell counts in the rows below', () => {
    // Row 3 of the document's ladder: 112 ÷ 1.68 = 66.6… points; with 60 written there are 250.40 points and 480 ÷ 250.4 = 1.92 yuan
    const [minted, total, third] = [0, 1, 2].map((index) => label('fill-ladder', index)) as [string, string, string];
    const { of } = marks({ [minted]: '60', [total]: '250.4', [third]: '1.92' });
    expect([of(minted), of(total), of(third)]).toEqual(['wrong', 'follow-on', 'follow-on']);
  });
});

describe('the tables of a class', () => {
  it('hold marks, answers and what went wrong most often', () => {
    const students = [ann, { ...ann, id: '02', name: 'Ben' }, { ...ann, id: '03', name: 'Cem' }];
    const typed = readAnswers(
      readCsv({ name: 'a.csv', text: `id,${points},${price}\n01,50,2.67\n02,100,=1+1\n03,,\n` }),
      exercises,
      students,
    ).value;
    const papers = students.map((student) => gradePaper(student, typed.get(student.id), { exercises, reading, paper }));
    const statistics = answerStatistics(exercises, papers);
    const first = statistics.find(({ column }) => column.label === points);
    expect([first?.counts.right, first?.counts.wrong, first?.solved, first?.misconception]).toEqual([1, 1, 50, { code: 'K14', times: 1 }]);
    const csv = studentsCsv(exercises, papers).split('\r\n');
    // second-order, next-plan, exit and fill-ladder have 2 + 3 + 2 + 6 marks; say-it is marked by hand
    expect(csv[1]).toContain('01,Ann,,yes,2,13');
    expect(csv[1]).toContain('by hand');
    expect(csv[3]).toMatch(/^03,Cem,,no,,13,/);
    expect(markedCsv(papers)).toContain(`'=1+1,"Please write the result, not the sum.",unreadable`);
    expect(exercisesCsv(statistics)).toContain('K14,1');
  });
});
