import { describe, expect, it } from 'vitest';
import { createClassSet, drawnFigures, keyEntries, paperOfFigures, planChapters } from '../../src/classroom/index.js';
import { makeExercises, studentNumber } from '../../src/exercises/index.js';
import { amount } from '../../src/number/index.js';
import { shippedChapter } from '../support/shipped-chapter.js';

function content(folder: string) {
  const { chapter, audit } = shippedChapter(folder);
  return { evaluated: chapter, audit, exercises: makeExercises(chapter, audit).value };
}

const CHAPTERS = ['01-one-purchase', '07-pool-price'].map(content);
const IDS = Array.from({ length: 30 }, (_, index) => `2026${String(index + 1).padStart(2, '0')}`);

describe('a class set', () => {
  const set = createClassSet(CHAPTERS, { seed: 'spring' });
  const numbersOf = (id: string, from = set) =>
    drawnFigures(from.paper(studentNumber(id))).map(({ example, name, value }) => `${example}.${name} ${value}`);

  it('hands out the exercises that vary, numbered through', () => {
    const { parts } = set.paper(studentNumber('202601'));
    expect(parts.flatMap(({ content: one }) => one.exercises.map(({ number, name }) => `${number} ${name}`))).toEqual([
      '1 faded-small',
      '2 faded-large',
      '3 exit',
      '4 faded-price',
      '5 second-order',
      '6 next-plan',
      '7 look-back',
      '8 exit',
    ]);
  });

  it('gives a student numbers that depend on seed, student and example only', () => {
    const alone = numbersOf('202607');
    const other = createClassSet(CHAPTERS, { seed: 'spring' });
    for (const id of IDS.slice(0, 8).reverse()) other.paper(studentNumber(id));
    expect(numbersOf('202607', other)).toEqual(alone);
    const single = createClassSet(CHAPTERS.slice(1), { seed: 'spring', exercises: new Set(['exit']) });
    expect(alone).toEqual(expect.arrayContaining([...numbersOf('202607', single)]));
    expect(numbersOf('202607', createClassSet(CHAPTERS, { seed: 'autumn' }))).not.toEqual(alone);
  });

  it('gives no two students of a class the same numbers in an exercise', () => {
    const drawn = IDS.map((id) => drawnFigures(set.paper(studentNumber(id))));
    for (const { groups } of set.plans) {
      for (const group of groups) {
        const numbers = drawn.map((figures) =>
          figures
            .filter((one) => one.group === group.name)
            .map(({ value }) => value)
            .join(' '),
        );
        expect([group.name, new Set(numbers).size]).toEqual([group.name, IDS.length]);
      }
    }
  });

  it('puts options and partners into an order of the student, the same each time, with every letter about as often', () => {
    const chapters = ['01-one-purchase', '14-twenty-questions'].map(content);
    const letters = (seed: string) => {
      const from = createClassSet(chapters, { seed, exercises: new Set(['pick-deposit', 'q18']) });
      return IDS.map((id) => {
        const exercises = from.paper(studentNumber(id)).parts.flatMap((part) => part.content.exercises);
        return exercises.map(({ form }) =>
          form.kind === 'choose'
            ? `${form.correct} ${form.options[form.correct]?.value.amount}`
            : form.kind === 'match'
              ? form.letters.join('')
              : '',
        );
      });
    };
    const drawn = letters('spring');
    expect(letters('spring')).toEqual(drawn);
    expect(letters('autumn')).not.toEqual(drawn);
    // 500 yuan at 2 yuan a point: 250 points, wherever they stand; thirty students and four places.
    const places = ['0 250', '1 250', '2 250', '3 250'].map((place) => drawn.filter(([choice]) => choice === place).length);
    expect(places.reduce((sum, count) => sum + count)).toBe(IDS.length);
    expect(Math.min(...places)).toBeGreaterThan(2);
    // Three partners in all orders but the one in which nothing has to be found.
    expect([...new Set(drawn.map(([, pairs]) => pairs))].sort()).toEqual(['021', '102', '120', '201', '210']);
  });

  it('keeps what must hold, and refuses rounding ties', () => {
    for (const id of IDS) {
      const figures = new Map(
        drawnFigures(set.paper(studentNumber(id))).map(({ example, name, value }) => [`${example}.${name}`, amount(value)]),
      );
      const [gift, intake] = [figures.get('exit_plan.gift'), figures.get('exit_plan.intake')];
      if (gift === undefined || intake === undefined) throw new Error('exit_plan varies');
      expect(gift.greaterThanOrEqualTo(intake.times('0.4')) && gift.lessThanOrEqualTo(intake.times('0.8'))).toBe(true);
      // second_points = gift² ÷ intake, asked to two places: 100 times it never ends in exactly a half
      const scaled = gift.times(gift).times(100).dividedBy(intake);
      expect(scaled.minus(scaled.floor()).equals('0.5')).toBe(false);
    }
  });

  it('works the answers out from the numbers: D owns v of 160,000 and sells at p', () => {
    for (const id of IDS) {
      const paper = set.paper(studentNumber(id));
      const figures = new Map(drawnFigures(paper).map(({ example, name, value }) => [`${example}.${name}`, Number(value)]));
      const [v = 0, p = 0] = [figures.get('exit_night.own_value'), figures.get('exit_night.price')];
      const entries = keyEntries(paper);
      // points = v ÷ 160000 × 888, worth = points × p, left = v − worth; within half a cent of what the key shows
      const expected = [(v * 888) / 160_000, ((v * 888) / 160_000) * p, v - ((v * 888) / 160_000) * p];
      for (const [index, figure] of expected.entries()) {
        expect(Math.abs(Number(entries.get(`3.${index + 1}`)?.shown) - figure)).toBeLessThan(0.005001);
      }
    }
  });

  it('is made again from the figures that were kept, without a draw', () => {
    const paper = set.paper(studentNumber('202611'));
    const again = paperOfFigures(planChapters(CHAPTERS), JSON.parse(JSON.stringify(drawnFigures(paper))));
    expect([...keyEntries(again)]).toEqual([...keyEntries(paper)]);
  });
});
