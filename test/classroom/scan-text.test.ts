import { describe, expect, it } from 'vitest';
import { scanText } from '../../src/classroom/index.js';

const text = (more: Partial<Parameters<typeof scanText>[0]>) =>
  scanText({ seed: '2026-spring', student: '07', version: '0.1', code: 'K4TQX', ...more });

describe('what a QR code holds', () => {
  it('is a mark, seed, student, version and check code', () => {
    expect(text({})).toBe('RK1/2026-spring/07/0.1/K4TQX');
  });

  it('keeps its fields apart whatever they hold', () => {
    const odd = { seed: 'a/b%2F', student: '初一.07', version: '1/2' };
    expect(text(odd)).toBe('RK1/a%2Fb%252F/初一.07/1%2F2/K4TQX');
    expect(text(odd).split('/').map(decodeURIComponent)).toEqual(['RK1', 'a/b%2F', '初一.07', '1/2', 'K4TQX']);
  });

  it('cuts a long seed, and tells long seeds apart', () => {
    const [one, other] = ['x', 'y'].map((end) => text({ seed: `${'long '.repeat(20)}${end}` }).split('/')[1] ?? '');
    expect(one).toMatch(/^long long long lon~[0-9A-Z]{5}$/);
    expect(one).not.toBe(other);
    // Three bytes a sign: no sign is cut in two.
    expect(text({ seed: '春'.repeat(30) }).split('/')[1]).toMatch(/^春{6}~[0-9A-Z]{5}$/);
  });
});
