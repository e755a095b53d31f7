import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean, suggest } from '../../src/diagnostics/index.js';
import { editDistance } from '../../src/diagnostics/suggest.js';

describe('the hint for a wrong name', () => {
  it('names the nearest of those that exist, else says what is handed in', () => {
    expect(didYouMean('prise', ['pool', 'price'], 'Delete it.')).toBe('Did you mean `price`?');
    expect(didYouMean('prise', ['pool', 'points'], 'Delete it.')).toBe('Delete it.');
  });
});

describe('the nearest name', () => {
  const names = ['spend', 'take_rate', 'pool_rate', 'price', 'prices', 'gift'];

  it.each([
    ['spned', 'spend', 'two neighbours swapped'],
    ['prise', 'price', 'one letter replaced'],
    ['tak_rate', 'take_rate', 'one letter missing'],
    ['giftt', 'gift', 'one letter too many'],
    ['Spend', 'spend', 'a capital'],
    ['prices', 'prices', 'the name itself'],
    ['rice', 'price', 'the first letter missing'],
  ])('%s means %s: %s', (written, meant) => {
    expect(suggest(written, names)).toBe(meant);
  });

  it.each(['seller', 'x', 'customers', ''])('%s resembles none of them', (written) => {
    expect(suggest(written, names)).toBeUndefined();
  });

  it('the first of two equally near names wins', () => {
    expect(suggest('rate', ['rata', 'rato'])).toBe('rata');
    expect(suggest('rate', ['rato', 'rata'])).toBe('rato');
  });

  it('nothing to choose from gives nothing', () => {
    expect(suggest('price', [])).toBeUndefined();
  });
});

describe('edit distance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    // k -> s, e -> i, + g
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    // ca -> ac -> abc would edit a swapped pair again: three single edits are counted instead (optimal string alignment).
    ['ca', 'abc', 3],
  ])('from "%s" to "%s" is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_'), maxLength: 8 });

  it('is the same both ways, and zero only between equal words', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, other)).toBe(editDistance(other, one));
        expect(editDistance(one, other) === 0).toBe(one === other);
      }),
    );
  });

  it('one inserted letter is at most one edit away', () => {
    fc.assert(
      fc.property(word, fc.nat(8), (one, at) => {
        expect(editDistance(one, `${one.slice(0, at)}x${one.slice(at)}`)).toBe(1);
      }),
    );
  });
});
