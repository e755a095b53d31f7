import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BinaryOperator, Formula } from '../../src/formula/index.js';
import { amount, PURE_NUMBER } from '../../src/number/index.js';
import { evaluateText } from '../support/chapter-text.js';
import { add, exactValue, type Fraction, fraction } from '../support/fraction.js';

const span = { source: { name: 'random', text: '' }, start: 0, end: 0 };
const { chapter } = evaluateText('examples:\n  one:\n    givens:\n      a: 1\n');

/** What the steps of one example come to; conditions as true or false. */
function steps(text: string, more = ''): Readonly<Record<string, string>> {
  const { chapter, diagnostics } = evaluateText(`examples:\n  one:\n    steps:\n${text.replace(/^/gm, '      ')}\n${more}`);
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  const quantities = [...(chapter.examples.get('one')?.quantities.values() ?? [])];
  return Object.fromEntries(
    quantities.map(({ name, value }) => [name, String(typeof value === 'object' ? value.amount.toFixed() : value)]),
  );
}

describe('a decision outside the rows', () => {
  it('is made on exact fractions: a third times three is one', () => {
    expect(
      steps(
        'third: 1 / 3\nwhole: floor(third * 3)\nup: ceil(third * 3)\nis-one: third * 3 = 1\nabove: third * 3 >= 1'.replace(
          'is-one',
          'is_one',
        ),
      ),
    ).toMatchObject({
      whole: '1',
      up: '1',
      is_one: 'true',
      above: 'true',
    });
  });

  it('gives back what was shared out, for every number of members', () => {
    // 888 ÷ n × n is 888 whatever n is.
    const wrong = Array.from({ length: 50 }, (_, index) => index + 1).filter(
      (members) => steps(`same: 888 / ${members} * ${members} = 888`).same !== 'true',
    );
    expect(wrong).toEqual([]);
  });

  it('adds up the parts of any three holders', () => {
    // 888 × a ÷ (a + b + c) and so on add up to 888.
    const holders = [1000, 2000, 7000, 11000, 13000];
    const triples = holders.flatMap((a) => holders.flatMap((b) => holders.map((c) => [a, b, c] as const)));
    const wrong = triples.filter(([a, b, c]) => {
      const part = (own: number) => `888 * ${own} / ${a + b + c}`;
      return steps(`same: "${part(a)} + ${part(b)} + ${part(c)} = 888"`).same !== 'true';
    });
    expect(wrong).toEqual([]);
  });

  it('rounds a half that decimals hide, and finds a divisor that is nothing', () => {
    // 2.5 × 1/3 × 3 is 2.5 and rounds to 3; decimals would say 2.499…9.
    expect(steps('half: round(5 / 6 * 3)').half).toBe('3');
    const { diagnostics } = evaluateText('examples:\n  one:\n    steps:\n      x: "1 / (1 / 3 * 3 - 1)"\n');
    expect(diagnostics.map(({ code }) => code)).toEqual(['no-division-by-zero']);
  });
});

describe('a decision in a row', () => {
  const rounds = (row: string, start: string, length = 'rows: 30') =>
    `    rounds:\n      each: night\n      start: ${start}\n      row: ${row}\n      ${length}\n      limit: 100\n`;

  it('is made on fractions where the decimals agree: a price that stays is never below itself', () => {
    const found = steps(
      'falls: first(row where night_price < before.night_price or row = 20 night)',
      rounds('{ night_price: 1 / 3 * 4 }', '{ night_price: 4 / 3 }'),
    );
    expect(found.falls).toBe('20');
  });

  it('is reported where neither decimals nor fractions can tell', () => {
    // Each row multiplies the row above by a root of two and divides it by the same, which is no fraction.
    const text = `examples:\n  one:\n    steps:\n      met: first(row where x < before.x)\n${rounds('{ x: before.x * 2 ^ 0.5 / 2 ^ 0.5 }', '{ x: 1 / 3 }')}`;
    expect(evaluateText(text).diagnostics.map(({ code }) => code)).toEqual(['undecided']);
  });
});

const number = (digits: bigint | number): Formula => ({
  kind: 'number',
  text: String(digits),
  amount: amount(String(digits)),
  unit: PURE_NUMBER,
  span,
});
const binary = (operator: BinaryOperator, left: Formula, right: Formula): Formula => ({ kind: 'binary', operator, left, right, span });
const quotient = ({ over, under }: Fraction) => binary('/', number(over), number(under));

const formulas: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: 1, max: 999 }).map(number),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('formula'), tie('formula'))
      .map(([operator, left, right]) => binary(operator as BinaryOperator, left, right)),
  ),
})).formula;

const LONGEST = 10n ** 38n;

it('calls every true identity of random formulas true and every false one false, against exact fractions', () => {
  let compared = 0;
  fc.assert(
    fc.property(formulas, fc.integer({ min: 20, max: 36 }), (formula, digits) => {
      let exact: Fraction;
      try {
        exact = exactValue(formula);
      } catch {
        return;
      }
      if (exact.over > LONGEST || exact.over < -LONGEST || exact.under > LONGEST) return;
      compared += 1;
      const beside = add(exact, fraction(1n, 10n ** BigInt(digits)));
      expect(chapter.valueOf(binary('=', formula, quotient(exact)))).toBe(true);
      expect(chapter.valueOf(binary('<', formula, quotient(exact)))).toBe(false);
      if (beside.over < LONGEST && beside.over > -LONGEST && beside.under < LONGEST) {
        expect(chapter.valueOf(binary('=', formula, quotient(beside)))).toBe(false);
        expect(chapter.valueOf(binary('<', formula, quotient(beside)))).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
  expect(compared).toBeGreaterThan(1000);
});
