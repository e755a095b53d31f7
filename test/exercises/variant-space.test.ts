import { expect, it } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { type DrawnVariant, makeExercises, studentNumber, variantGroups, variantSpace } from '../../src/exercises/index.js';
import { nameHash, permutation } from '../../src/number/index.js';
import { evaluateText } from '../support/chapter-text.js';

/** 20 amounts, of which `condition` lets some be drawn. */
function spaceOf(condition: string, mostCounted: number) {
  const { chapter } = evaluateText(`examples:
  errand:
    givens: { spend: 7 yuan }
    steps: { double: spend * 2 }
    vary: { spend: 100 .. 2000 step 100 yuan }
    such-that: ["${condition}"]
exercises:
  double: { compute: errand.double, marks: 1, level: basic }
`);
  const audit = auditChapter(chapter).value;
  const [group] = variantGroups(chapter);
  if (group === undefined) throw new Error('the example varies');
  return variantSpace({ chapter, audit, exercises: makeExercises(chapter, audit).value, group }, 'spring', mostCounted);
}

const amounts = (drawn: readonly (DrawnVariant | undefined)[]) => drawn.map((one) => one?.variant[0]?.value.amount.toFixed());
const students = (count: number) => Array.from({ length: count }, (_, index) => studentNumber(String(index + 1).padStart(2, '0')));

it('a small space is judged whole, and every student up to its number of variants has one of his own', () => {
  const space = spaceOf('errand.spend > 1500 yuan', 20);
  expect([space.combinations, space.counted, space.different]).toEqual([20, true, 5]);
  expect(amounts(students(5).map((one) => space.draw(one))).sort()).toEqual(['1600', '1700', '1800', '1900', '2000']);
});

it('the order of a space hangs on seed, chapter and example, the first place in it on the letters of the id', () => {
  const place = permutation(['spring', 'test', 'errand'], 5);
  const offset = nameHash(['spring', 'test', 'errand', '7B-']) % 5;
  const space = spaceOf('errand.spend > 1500 yuan', 20);
  const drawn = [1, 2, 3, 4, 5].map((number) => space.draw(studentNumber(`7B-${number}`)));
  expect(amounts(drawn)).toEqual([1, 2, 3, 4, 5].map((number) => String(1600 + 100 * place((number + offset) % 5))));
});

it('in a larger one each has four combinations to himself: a fourth of the space has numbers of its own', () => {
  const space = spaceOf('errand.spend > 0 yuan', 19);
  expect([space.combinations, space.counted, space.different]).toEqual([20, false, 5]);
  expect(new Set(amounts(students(5).map((one) => space.draw(one)))).size).toBe(5);
});

it('who has no suitable one to himself gets one by chance, the same each time', () => {
  const draw = () => amounts(students(5).map((one) => spaceOf('errand.spend = 1200 yuan', 1).draw(one)));
  expect(draw()).toEqual(['1200', '1200', '1200', '1200', '1200']);
  const few = spaceOf('errand.spend <= 200 yuan', 1);
  expect(new Set(amounts(students(5).map((one) => few.draw(one))))).toEqual(new Set(['100', '200']));
});

it('where none is suitable nobody gets one', () => {
  expect(
    amounts(
      [spaceOf('errand.spend > 5000 yuan', 1), spaceOf('errand.spend > 5000 yuan', 20)].map((space) => space.draw(studentNumber('01'))),
    ),
  ).toEqual([undefined, undefined]);
});
