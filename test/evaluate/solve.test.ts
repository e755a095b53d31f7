import { describe, expect, it } from 'vitest';
import { triesOf } from '../../src/evaluate/index.js';
import { type Formula, numberNode, type SolveNode } from '../../src/formula/index.js';
import { amount, bracketedRoot, PURE_NUMBER } from '../../src/number/index.js';
import { amountText, evaluateText } from '../support/chapter-text.js';

/** A car for 78,000 yuan, 20% down, a fee of 1500 yuan, and 24 payments of 2860 yuan: what they are worth on the first day. */
const CAR = `
examples:
  car:
    givens: { price: 78000 yuan, down_share: 20%, fee: 1500 yuan, part: 2860 yuan }
    unstated: { rate: { unknown: 1 } }
    steps:
      in_hand: price - price * down_share - fee
      worth: sum(worth_now)
      monthly: solve(rate where worth = in_hand between 0% and 5%)
      yearly: effective(monthly, 12)
    rounds:
      each: month
      start: { factor: 1 }
      row: { factor: before.factor / (1 + rate), worth_now: part * factor }
      rows: 24
`;

const NOWHERE = { source: { name: 'test', text: '' }, start: 0, end: 0 };
const PLACES = 30n;
const SCALE = 10n ** PLACES;

/** The monthly rate in units of 10^-30, by halving: 24 payments, carried on to the end, against the money in hand carried on as long. */
function rateByHalving(inHand: bigint, part: bigint, months: number): bigint {
  let [low, high] = [0n, SCALE / 20n];
  while (high - low > 1n) {
    const rate = (low + high) / 2n;
    let [debt, paid] = [inHand * SCALE, 0n];
    let factor = SCALE;
    for (let month = 1; month <= months; month += 1) {
      debt += (debt * rate) / SCALE;
      paid += (paid * rate) / SCALE + part * SCALE;
      factor += (factor * rate) / SCALE;
    }
    if (debt > paid) high = rate;
    else low = rate;
  }
  return low;
}

function firstTwenty(text: string): string {
  return amount(text).toDecimalPlaces(20).toFixed();
}

function equationOf(chapter: ReturnType<typeof evaluateText>['chapter'], example: string, name: string): SolveNode {
  return chapter.examples.get(example)?.quantities.get(name)?.formula as SolveNode;
}

function one(steps: string, rest = 'givens: { x: 1 }'): ReturnType<typeof evaluateText> {
  return evaluateText(`examples:\n  one:\n    ${rest}\n    steps:\n${steps.replace(/^/gm, '      ')}\n`);
}

describe('a figure between two ends that turns a sign', () => {
  it('is found to the last digits', () => {
    // The square root of 2 from a table of constants.
    const found = bracketedRoot((x) => x.times(x).minus(2), amount(0), amount(2));
    expect(found?.toFixed(36)).toBe('1.414213562373095048801688724209698079');
  });

  it('is the same from either end, and at an end', () => {
    const fall = (root: string) => bracketedRoot((x) => amount('0.3').minus(x), amount(root), amount(1))?.toFixed();
    expect([fall('0'), fall('0.3')]).toEqual(['0.3', '0.3']);
    expect(bracketedRoot((x) => x.pow(9), amount(3), amount(-1))?.toFixed()).toBe('0');
  });

  it('is none where both ends have one sign', () => {
    expect(bracketedRoot((x) => x.times(x).plus(1), amount(-2), amount(2))).toBeUndefined();
  });

  it('looks at few figures where the curve is smooth', () => {
    let looked = 0;
    const root = bracketedRoot(
      (x) => {
        looked += 1;
        return x.exp().minus(5);
      },
      amount(0),
      amount(10),
    );
    // Halving alone would take some 130.
    expect(looked).toBeLessThan(20);
    expect(root?.minus(amount(5).ln()).abs().lessThan('1e-36')).toBe(true);
  });
});

describe('solve', () => {
  it('finds the rate of 24 payments, as halving whole numbers does', () => {
    const { chapter, diagnostics } = evaluateText(CAR);
    expect(diagnostics).toEqual([]);
    const found = amountText(chapter, 'car', 'monthly');
    const monthly = amount(rateByHalving(60_900n, 2860n, 24).toString())
      .times('1e-30')
      .toFixed();
    expect(firstTwenty(found)).toBe(firstTwenty(monthly));
    // (1 + 0.98014%)^12 = 1.12417, with a pocket calculator.
    expect(amountText(chapter, 'car', 'yearly').slice(0, 7)).toBe('0.12416');
  });

  it('is what irr finds for the same payments', () => {
    const { chapter } = evaluateText(
      CAR.replace('{ unknown: 1 }', '2%')
        .replace('yearly:', 'by_payments: irr(payment)\n      yearly:')
        .replace('start: {', 'start: { payment: in_hand,')
        .replace('row: {', 'row: { payment: -part,'),
    );
    expect(firstTwenty(amountText(chapter, 'car', 'by_payments'))).toBe(firstTwenty(amountText(chapter, 'car', 'monthly')));
  });

  it('needs no figure for what it looks for, and other figures all the same', () => {
    const { chapter } = evaluateText(CAR);
    const car = chapter.examples.get('car');
    const formula = equationOf(chapter, 'car', 'monthly') as Formula;
    expect(car?.inputsOf(formula)).toEqual(['price', 'down_share', 'fee', 'part']);
    expect(car?.missingFor(formula)).toEqual([]);
    expect(amountText(chapter, 'car', 'worth')).toBe('none');
    const both = evaluateText(CAR.replace('effective(monthly, 12)', 'monthly + rate')).chapter.examples.get('car');
    expect(both?.quantities.get('yearly')?.missing).toEqual(['rate']);
  });

  it('rests on what it looks for where a figure outside the equation does', () => {
    const { chapter } = one(
      'found: solve(x where doubled = 10 between 0 and 20)\nboth: solve(x where doubled = 10 between 0 and 20) + doubled',
      'givens: { x: 1, doubled: 2 * x }',
    );
    const example = chapter.examples.get('one');
    const inputsOf = (name: string) => example?.inputsOf({ kind: 'name', name, span: NOWHERE });
    expect([inputsOf('found'), inputsOf('both')]).toEqual([['doubled'], ['x', 'doubled']]);
  });

  it('has the unit of what it looks for, and may find it exactly', () => {
    // 12 x = 90 + 3 x, so x = 10 cups.
    const { chapter, diagnostics } = evaluateText(`
units: [cup]
examples:
  one:
    givens: { cups: 4 cup, price: 12 yuan/cup, cost: 3 yuan/cup, stall: 90 yuan }
    steps:
      taken: cups * price
      spent: stall + cups * cost
      even: solve(cups where taken = spent between 0 and 100 cup)
      is_ten: even = 10 cup
      at_even: even * price
`);
    expect(diagnostics).toEqual([]);
    expect([amountText(chapter, 'one', 'even'), amountText(chapter, 'one', 'is_ten'), amountText(chapter, 'one', 'at_even')]).toEqual([
      '10',
      'true',
      '120',
    ]);
    expect(chapter.examples.get('one')?.quantities.get('even')?.unit.key).toBe('cup');
  });

  it('works the other way round in a reading and in a changed example', () => {
    const { chapter } = one('sum: x + y\nfound: solve(x where sum = 10 between 0 and 20)', 'givens: { x: 1, y: 4 }');
    const changes = new Map([['y', numberNode(amount(7), PURE_NUMBER, NOWHERE)]]);
    const changed = chapter.examples.get('one')?.withChanges(changes).quantities.get('found')?.value;
    // x + 4 = 10, x + 7 = 10.
    expect(amountText(chapter, 'one', 'found')).toBe('6');
    expect(typeof changed === 'object' && changed.amount.toFixed()).toBe('3');
  });

  it('leaves out of its working what rests on the figure that is looked for', () => {
    const { chapter } = evaluateText(CAR);
    const derivation = chapter.examples
      .get('car')
      ?.derive({ kind: 'name', name: 'yearly', span: equationOf(chapter, 'car', 'monthly').span });
    expect(derivation?.steps.map(({ target }) => target?.name)).toEqual(['in_hand', 'monthly', 'yearly']);
  });

  it.each([
    [
      'both ends have one sign',
      'sum: x * x + 1\nfound: solve(x where sum = 0 between 0 and 2)',
      'at 0 they are 1 and 0, at 2 they are 5 and 0',
    ],
    ['the sides jump', 'sum: round(x)\nfound: solve(x where sum = 1.5 between 0 and 3)', 'pass each other by 0.5 and are never equal'],
    ['nothing depends on it', 'sum: y + 1\nfound: solve(x where sum = 0 between 0 and 2)', 'Neither side of `sum = 0` depends on `x`.'],
    ['it is a step', 'sum: x + 1\nfound: solve(sum where sum = 0 between 0 and 2)', '`sum` is worked out, so it cannot be looked for.'],
    ['it is unknown', 'sum: x + 1\nfound: solve(z where sum = 0 between 0 and 2)', 'There is no `z` in one.'],
    ['an end has another unit', 'sum: x + 1\nfound: solve(x where sum = 0 between 0 and 2 yuan)', 'a pure number against yuan'],
  ])('says what is wrong where %s', (_, steps, message) => {
    const { diagnostics } = one(steps, 'givens: { x: 1, y: 2 }');
    expect(diagnostics.map((found) => found.message)).toEqual([expect.stringContaining(message)]);
  });

  it('cannot stand in a row', () => {
    const { diagnostics } = evaluateText(
      CAR.replace('worth_now: part * factor }', 'worth_now: part * factor, other: solve(fee where fee = 1 yuan between 0 and 2 yuan) }'),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['column-order']);
  });
});

describe('the tries of a learner', () => {
  it('go from the ends to one digit more at a time, and to the half between two neighbours', () => {
    const { chapter } = evaluateText(CAR);
    const car = chapter.examples.get('car');
    if (car === undefined) throw new Error('there is an example car');
    const tries = triesOf(equationOf(chapter, 'car', 'monthly'), car);
    const figures = tries.map(({ figure }) => figure.amount.toFixed());
    expect(figures.slice(0, 2)).toEqual(['0', '0.05']);
    // The rate is 0.98014% (above): 0.98% is too low a rate, so the payments are worth too much, and 0.981% is too high.
    expect(figures.slice(-4)).toContain('0.0098');
    expect(figures.slice(-4)).toContain('0.00981');
    expect(figures.at(-1)).toBe('0.009805');
    expect(tries.map(({ order, figure }) => order > 0 === figure.amount.lessThan('0.0098014'))).toEqual(tries.map(() => true));
    // 24 payments without interest.
    expect(tries[0]?.left.amount.toFixed()).toBe(String(24 * 2860));
  });

  it('end where both sides are equal', () => {
    const { chapter } = one('sum: x + 4\nfound: solve(x where sum = 10 between 0 and 20)');
    const example = chapter.examples.get('one');
    const tries = example === undefined ? [] : triesOf(equationOf(chapter, 'one', 'found'), example);
    // A straight line leads from 4 and 24 to 10 at 6 at once, to the nearest ten 10.
    expect(tries.map(({ figure }) => figure.amount.toFixed())).toEqual(['0', '20', '10', '6']);
    expect(tries.at(-1)?.order).toBe(0);
  });
});
