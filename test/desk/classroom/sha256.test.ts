import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/desk/classroom/store/sha256.js';

const expected = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('SHA-256 in plain code', () => {
  it('is that of another implementation, for bytes of any length and wherever they lie in their buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(7), (bytes, from) => {
        expect(sha256(bytes.subarray(from))).toBe(expected(bytes.subarray(from)));
      }),
    );
  });

  it('is that of another implementation around the ends of blocks, and for texts', () => {
    for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 128, 70_000]) {
      const bytes = Uint8Array.from({ length }, (_, at) => at % 251);
      expect([length, sha256(bytes)]).toEqual([length, expected(bytes)]);
    }
    for (const text of ['', 'abc', '王小明，喆']) expect(sha256(text)).toBe(expected(text));
  });
});
