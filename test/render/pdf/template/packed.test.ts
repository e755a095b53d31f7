import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packStream, type StreamPart, writeChecksum } from '../../../../src/render/pdf/template/packed.js';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('q', '\n', '1 0 0 -1 ', '70.86614', ' cm', '/f0 12 Tf', '(\\000\\001) Tj', ' '), maxLength: 400 }),
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
);
const room = fc.record({ length: fc.integer({ min: 1, max: 90 }), holds: fc.constant('x') });
const parts = fc.array(fc.oneof(text, room), { minLength: 1, maxLength: 60 });

/** The stream with all rooms filled by a digit, and what zlib reads from it. */
function filled(given: readonly StreamPart<string>[]): string {
  const { bytes, rooms, sums } = packStream(given);
  const own = bytes.slice();
  for (const { at, length } of rooms) own.fill(0x37, at, at + length);
  writeChecksum(own, 0, own.length, sums);
  return inflateSync(own).toString('latin1');
}

function expected(given: readonly StreamPart<string>[]): string {
  return given.map((part) => (typeof part === 'string' ? part : '7'.repeat(part.length))).join('');
}

describe('a packed stream with room in it', () => {
  it('is read by zlib, checksum and all, whatever fills the room', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(filled(given)).toBe(expected(given));
      }),
      { numRuns: 150 },
    );
  });

  it('is read where its text is long', () => {
    const long = Array.from({ length: 3000 }, (_, index) => `q\n1 0 0 -1 ${index * 7.31} 12 cm\n`).join('');
    const given = [long, { length: 20, holds: 'x' }, long, long, { length: 70_000 % 65_000, holds: 'x' }];
    expect(filled(given)).toBe(expected(given));
  });

  it('has a wrong checksum where the room is filled and the sum is not written', () => {
    const { bytes } = packStream(['text before ', { length: 4, holds: 'x' }]);
    expect(() => inflateSync(bytes)).toThrow();
  });
});
