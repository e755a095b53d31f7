import { expect, it } from 'vitest';
import { silentConversion } from '../../src/formula/index.js';
import { baseUnit, divideUnits, multiplyUnits, PURE_NUMBER, type Unit } from '../../src/number/index.js';

const unit = (over: readonly string[], under: readonly string[] = []): Unit =>
  divideUnits(over.map(baseUnit).reduce(multiplyUnits, PURE_NUMBER), under.map(baseUnit).reduce(multiplyUnits, PURE_NUMBER));

it.each<[string, Unit, Unit, string | undefined]>([
  ['one counted unit for another', unit(['night']), unit(['day']), 'night as day'],
  ['below the line', unit(['yuan'], ['night']), unit(['yuan'], ['day']), 'night as day'],
  ['below the line, the other way', unit(['yuan'], ['day']), unit(['yuan'], ['night']), 'day as night'],
  ['beside a unit that stays', unit(['order', 'person']), unit(['order', 'share']), 'person as share'],
  ['beside a unit that stays, the other way', unit(['order', 'share']), unit(['order', 'person']), 'share as person'],
  ['over another', unit(['point'], ['yuan']), unit(['share'], ['yuan']), 'point as share'],
  ['the same', unit(['yuan'], ['day']), unit(['yuan'], ['day']), undefined],
  ['two for two others', unit(['yuan'], ['day']), unit(['point'], ['night']), undefined],
  ['one for a product', unit(['yuan']), unit(['point', 'day']), undefined],
  ['a unit for none', unit(['yuan']), PURE_NUMBER, undefined],
  ['none for a unit', PURE_NUMBER, unit(['yuan']), undefined],
])('%s', (_, from, to, expected) => {
  const found = silentConversion(from, to);
  expect(found && `${found.from.key} as ${found.to.key}`).toBe(expected);
});
