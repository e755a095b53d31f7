import { describe, expect, it } from 'vitest';
import type { Diagnosed } from '../../src/diagnostics/index.js';
import {
  FUNCTION_NAMES,
  isExampleName,
  isQuantityName,
  parseFormula,
  parseUnit,
  printFormula,
  referenceKey,
  visitFormula,
} from '../../src/formula/index.js';
import { readFixture, readMarker } from '../support/fixture.js';
import { parseText, TEST_UNITS, treeText } from '../support/formula-text.js';

describe('formulas', () => {
  for (const { name, input, expected } of readFixture('formula/trees.txt')) {
    it(name, () => {
      expect(treeText(accepted(parseText(input)))).toBe(expected);
    });
  }

  for (const { name, input, expected } of readFixture('formula/printed.txt')) {
    it(name, () => {
      expect(printFormula(accepted(parseText(input)))).toBe(expected);
    });
  }

  for (const { name, input, expected } of readFixture('formula/spans.txt')) {
    it(name, () => {
      const stretches: string[] = [];
      visitFormula(accepted(parseText(input)), ({ span }) => stretches.push(input.slice(span.start, span.end)));
      expect(stretches.join('\n')).toBe(expected);
    });
  }

  for (const { name, input, expected } of readFixture('formula/units.txt')) {
    it(name, () => {
      expect(accepted(parseUnit({ name: 'unit', text: input }, 0, input.length, TEST_UNITS)).key).toBe(expected);
    });
  }
});

describe('formulas that fail', () => {
  for (const { name, input, expected } of readFixture('formula/faults.txt')) {
    it(name, () => {
      const { text, start, end } = readMarker(input);
      const { value, diagnostics } = parseText(text);
      expect(value).toBeUndefined();
      expect(diagnostics.map(({ code, message, hint }) => `${code}: ${message}${hint === undefined ? '' : `\nhint: ${hint}`}`)).toEqual([
        expected.replaceAll('{functions}', FUNCTION_NAMES.join(', ')),
      ]);
      expect([diagnostics[0]?.span?.start, diagnostics[0]?.span?.end]).toEqual([start, end]);
    });
  }

  it('an empty formula is reported where it should stand', () => {
    const source = { name: 'sums.yaml', text: 'take:    # nothing' };
    const [found] = parseFormula(source, 5, 8, TEST_UNITS).diagnostics;
    expect(found).toMatchObject({ code: 'formula-syntax', span: { source, start: 5, end: 8 } });
  });

  it('spans count from the start of the file, and text outside the slice is not read', () => {
    const source = { name: 'sums.yaml', text: 'of: a-b.c' };
    const formula = accepted(parseFormula(source, 4, 7, TEST_UNITS));
    expect(treeText(formula)).toBe('(- a b)');
    expect(formula.span).toEqual({ source, start: 4, end: 7 });
  });
});

describe('limits', () => {
  const nested = (levels: number) => `${'('.repeat(levels)}a${')'.repeat(levels)}`;
  const codes = (text: string) => parseText(text).diagnostics.map(({ code }) => code);

  it.each([
    ['parentheses', nested(200), nested(201)],
    ['signs', `${'-'.repeat(199)}a`, `${'-'.repeat(200)}a`],
    ['`not`', `${'not '.repeat(199)}a`, `${'not '.repeat(200)}a`],
    ['powers', Array(200).fill('a').join(' ^ '), Array(201).fill('a').join(' ^ ')],
    ['a chain of sums', Array(200).fill('a').join(' + '), Array(201).fill('a').join(' + ')],
    ['calls', `${'abs('.repeat(199)}a${')'.repeat(199)}`, `${'abs('.repeat(200)}a${')'.repeat(200)}`],
    ['rows', `${'p['.repeat(199)}1${']'.repeat(199)}`, `${'p['.repeat(200)}1${']'.repeat(200)}`],
  ])('200 levels of %s are accepted, 201 are not', (_, deepest, tooDeep) => {
    expect(codes(deepest)).toEqual([]);
    expect(codes(tooDeep)).toEqual(['formula-depth']);
  });

  it('a formula nested 10,000 deep is one error at the first level too many', () => {
    const { diagnostics } = parseText(nested(10_000));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'formula-depth', span: { start: 201, end: 202 } });
  });

  it('10,000 characters are accepted, 10,001 are not', () => {
    const spread = (length: number) => `a +${' '.repeat(length - 4)}b`;
    expect(codes(spread(10_000))).toEqual([]);
    expect(codes(spread(10_001))).toEqual(['formula-length']);
    expect(codes('a'.repeat(10_001))).toEqual(['formula-length']);
  });

  it('40 digits are accepted', () => {
    const digits = '1234567890'.repeat(4);
    expect(treeText(accepted(parseText(digits)))).toBe(digits);
    expect(codes(`0.${'0'.repeat(59)}1`)).toEqual([]);
  });
});

describe('names', () => {
  it.each(['spend', 'take_rate', '_x', 'x2', 'min', 'Price'])('%s may name a quantity', (name) => {
    expect(isQuantityName(name)).toBe(true);
    expect(treeText(accepted(parseText(name)))).toBe(name);
  });

  it.each(['', '2x', 'take-rate', 'ladder.gift', '价格', 'and', 'or', 'not', 'before', 'last', 'row', 'where'])('%s may not', (name) => {
    expect(isQuantityName(name)).toBe(false);
  });

  it.each(['ladder', 'one-night', 'round-2'])('%s may name an example', (name) => {
    expect(isExampleName(name)).toBe(true);
    expect(treeText(accepted(parseText(`${name}.gift`)))).toBe(`${name}.gift`);
  });

  it.each(['one-', '-one', 'a--b', 'night-before', '1st'])('%s may not name an example', (name) => {
    expect(isExampleName(name)).toBe(false);
  });

  it('a reference has the same key however it is spelt', () => {
    const first = accepted(parseText('ladder.price[ 1,000 ]'));
    const second = accepted(parseText('ladder.price[1000]'));
    if (first.kind !== 'cell' || second.kind !== 'cell') throw new Error('two cells were expected');
    expect(referenceKey(first)).toBe('ladder.price[1000]');
    expect(referenceKey(second)).toBe(referenceKey(first));
  });
});

function accepted<T>({ value, diagnostics }: Diagnosed<T | undefined>): T {
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error('no value and no diagnostic');
  return value;
}
