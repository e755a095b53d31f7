import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Formula, partsOf, printFormula, visitFormula } from '../../src/formula/index.js';
import { parseText, treeText } from '../support/formula-text.js';
import { randomMoney, randomNumeric, randomTree } from '../support/random-formula.js';

function reparse(formula: Formula): Formula {
  const text = printFormula(formula);
  const { value, diagnostics } = parseText(text);
  if (value === undefined) throw new Error(`${text}\n${diagnostics[0]?.message}`);
  return value;
}

describe('laws of printing and parsing', () => {
  it('a printed tree parses to the same tree', () => {
    fc.assert(
      fc.property(randomTree(), (formula) => {
        expect(treeText(reparse(formula))).toBe(treeText(formula));
      }),
      { numRuns: 2000 },
    );
  });

  it('printing is settled after one pass', () => {
    fc.assert(
      fc.property(randomTree(), (formula) => {
        const text = printFormula(formula);
        expect(printFormula(reparse(formula))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('every pair of parentheses in the printed text is needed', () => {
    fc.assert(
      fc.property(randomTree(4), (formula) => {
        const text = printFormula(formula);
        for (const [open, closing] of groupingPairs(text)) {
          const without = `${text.slice(0, open)} ${text.slice(open + 1, closing)} ${text.slice(closing + 1)}`;
          const { value } = parseText(without);
          if (value !== undefined) expect(treeText(value), `${text} without its parentheses at ${open}`).not.toBe(treeText(formula));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the span of every part, cut out and parsed, is that part', () => {
    fc.assert(
      fc.property(randomTree(4), (formula) => {
        visitFormula(reparse(formula), (node) => {
          const text = node.span.source.text.slice(node.span.start, node.span.end);
          const cut = parseText(text).value;
          expect(cut && treeText(cut), text).toBe(treeText(node));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('any text gives either a tree or exactly one error inside the text', () => {
    const signs = fc.constantFrom(
      '1',
      '10%',
      '5 yuan',
      'price',
      'x-y.z',
      '(',
      ')',
      '[',
      ']',
      ',',
      '.',
      '-',
      '*',
      '/',
      '^',
      '<',
      '=',
      ' and ',
      ' not ',
      'if(',
      'row',
      'last',
      'before.',
      '万',
      '，',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(signs, { maxLength: 12 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const { value, diagnostics } = parseText(text);
          expect(diagnostics.length).toBe(value === undefined ? 1 : 0);
          for (const { span } of diagnostics) {
            expect(span?.start).toBeGreaterThanOrEqual(0);
            expect(span?.end).toBeLessThanOrEqual(text.length);
            expect(span?.start).toBeLessThanOrEqual(span?.end ?? -1);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('formulas made for the tests of evaluation are formulas of the language', () => {
    const made = fc.oneof(randomNumeric({ names: ['a', 'b'] }), randomMoney({ money: ['m', 'n'], shares: ['s'] }));
    fc.assert(
      fc.property(made, (formula) => {
        expect(treeText(reparse(formula))).toBe(treeText(formula));
      }),
      { numRuns: 500 },
    );
  });

  it('visits the whole before its parts, left to right', () => {
    const formula = parseText('if(a < 2, price[row], -b)').value as Formula;
    const seen: string[] = [];
    visitFormula(formula, (node) => seen.push(printFormula(node)));
    expect(seen).toEqual(['if(a < 2, price[row], -b)', 'a < 2', 'a', '2', 'price[row]', 'row', '-b', 'b']);
    expect(partsOf(formula)).toHaveLength(3);
  });
});

/** Pairs of parentheses that group, not those of a call. */
function groupingPairs(text: string): readonly (readonly [number, number])[] {
  const open: number[] = [];
  const pairs: (readonly [number, number])[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') open.push(index);
    if (text[index] === ')') {
      const start = open.pop() as number;
      if (!/\w/.test(text[start - 1] ?? '')) pairs.push([start, index]);
    }
  }
  return pairs;
}
