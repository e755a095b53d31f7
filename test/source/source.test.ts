import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText, locate } from '../../src/source/index.js';

const source = { name: 'words', text: 'one\ntwo\r\n三\rfour\n' };

describe('places in a text', () => {
  it.each([
    [0, 1, 1],
    [3, 1, 4], // the line break itself ends line 1
    [4, 2, 1],
    [9, 3, 1], // after \r\n
    [11, 4, 1], // after \r alone
    [16, 5, 1], // after the last line break
    [99, 5, 1], // past the end
  ])('offset %i is line %i, column %i', (offset, line, column) => {
    expect(locate(source, offset)).toEqual({ line, column });
  });

  it.each([
    [1, 'one'],
    [2, 'two'],
    [3, '三'],
    [4, 'four'],
    [5, ''],
    [6, ''],
    [0, ''],
  ])('line %i is "%s"', (line, text) => {
    expect(lineText(source, line)).toBe(text);
  });

  it('the character at a place is found again in the text of its line', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '数', '\n', '\r\n', ' ') });
    fc.assert(
      fc.property(text, fc.nat(30), (some, at) => {
        fc.pre(at < some.length && !/[\r\n]/.test(some[at] as string));
        const one = { name: 'any', text: some };
        const { line, column } = locate(one, at);
        expect(lineText(one, line)[column - 1]).toBe(some[at]);
      }),
    );
  });
});
