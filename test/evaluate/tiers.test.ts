import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, evaluateText } from '../support/chapter-text.js';

function worked(name: 'marginal' | 'whole', spent: number, tiers: string): string {
  const fee = `"${name}(spent, ${tiers})"`;
  const { chapter } = evaluateText(`examples:\n  one:\n    givens: { spent: ${spent} yuan }\n    steps: { fee: ${fee} }\n`);
  return amountText(chapter, 'one', 'fee');
}

/** Rates in whole tenths of a percent, borders in whole yuan, rising. */
const TIERS = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([borders, rates]) => ({ borders: borders.toSorted((a, b) => a - b), rates }));

const written = ({ borders, rates }: { borders: readonly number[]; rates: readonly number[] }) =>
  [`${rates[0]}‰`, ...borders.flatMap((border, index) => [`${border} yuan`, `${rates[index + 1]}‰`])].join(', ');

describe('tiers', () => {
  it('marginal: yuan by yuan, each at the rate of the tier that it falls into', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), TIERS, (spent, tiers) => {
        let thousandths = 0;
        for (let yuan = 0; yuan < spent; yuan += 1) {
          thousandths += tiers.rates[tiers.borders.filter((border) => border <= yuan).length] ?? 0;
        }
        expect(Number(worked('marginal', spent, written(tiers)))).toBe(thousandths / 1000);
      }),
      { numRuns: 50 },
    );
  });

  it('whole: all of it at the rate of the tier that it reaches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), TIERS, (spent, tiers) => {
        for (const one of [spent, ...tiers.borders]) {
          const rate = tiers.rates[tiers.borders.filter((border) => border <= one).length] ?? 0;
          expect(Number(worked('whole', one, written(tiers)))).toBe((one * rate) / 1000);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('more may cost less where the whole counts', () => {
    // 999 · 0.8 % = 7.992; 1000 · 0.5 % = 5
    expect([worked('whole', 999, '0.8%, 1000 yuan, 0.5%'), worked('whole', 1000, '0.8%, 1000 yuan, 0.5%')]).toEqual(['7.992', '5']);
  });

  it('a table among the givens is the same as its rates and borders written out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        TIERS,
        fc.constantFrom('marginal' as const, 'whole' as const),
        (spent, tiers, name) => {
          const pairs = tiers.rates
            .slice(0, tiers.borders.length + 1)
            .map((rate, index) => `[${tiers.borders[index - 1] ?? 0} yuan, ${rate}‰]`);
          const { chapter, diagnostics } = evaluateText(
            `examples:\n  one:\n    steps: { fee: "${name}(spent, table)" }\n    givens: { spent: ${spent} yuan, table: { tiers: [${pairs.join(', ')}] } }\n`,
          );
          expect(diagnostics).toEqual([]);
          expect(amountText(chapter, 'one', 'fee')).toBe(worked(name, spent, written(tiers)));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('a copy has the table of its model', () => {
    const { chapter, diagnostics } = evaluateText(`
examples:
  one:
    givens: { spent: 600 yuan, table: { tiers: [[0 yuan, 1%], [500 yuan, 2%]] } }
    steps: { fee: "marginal(spent, table)" }
  other:
    like: one
    givens: { spent: 1000 yuan }
    such-that: ["whole(spent, table) = 20 yuan"]
`);
    expect(diagnostics).toEqual([]);
    // 500 · 1% + 100 · 2% = 7; 500 · 1% + 500 · 2% = 15.
    expect([amountText(chapter, 'one', 'fee'), amountText(chapter, 'other', 'fee')]).toEqual(['7', '15']);
    expect(chapter.examples.get('other')?.example.tierTables.map(({ name }) => name)).toEqual(['table']);
  });
});
