import { expect, test } from 'vitest';
import { defaultPlaces, settled, tellingPlaces } from '../../src/exercises/answer/default-places.js';
import { amount, baseUnit, PURE_NUMBER } from '../../src/number/index.js';

const YUAN = baseUnit('yuan');
const POINT = baseUnit('point');

test.each([
  ['whole money', amount('160'), YUAN, 0],
  ['money to the cent at most', amount('17.765'), YUAN, 2],
  ['a count in full up to four decimals', amount('0.8888'), POINT, 4],
  ['a count that does not end', amount(10).dividedBy(7), POINT, 2],
  // 1/300 = 0.00333…: two decimals would show 0
  ['a figure that two decimals would lose', amount(1).dividedBy(300), POINT, 4],
  ['a share', amount('0.112'), PURE_NUMBER, 3],
])('%s', (_, value, unit, places) => {
  expect(defaultPlaces({ amount: value, unit })).toBe(places);
});

test('the noise of long division is no decimal: 112 ÷ (160 ÷ 112) is 78.4', () => {
  const noisy = amount(112).dividedBy(amount(160).dividedBy(112));
  expect(settled(noisy).toFixed()).toBe('78.4');
  const seventh = amount(1).dividedBy(7);
  expect(settled(seventh)).toBe(seventh);
});

test.each([
  ['as printed where that tells enough', '1.4286', 2, 2],
  ['0.25 beside a printed 25', '0.25', 0, 2],
  // 21 is 0.8 % above 20.83…
  ['125/6 beside a printed 25', '20.8333', 0, 0],
  ['nothing', '0', 0, 0],
  ['a figure printed in ten thousands', '120000', -4, -4],
])('places that show what comes out: %s', (_, value, printed, places) => {
  expect(tellingPlaces(amount(value), printed)).toBe(places);
});
