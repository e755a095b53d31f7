import { describe, expect, it } from 'vitest';
import { createFlyerEngine } from '../../../src/desk/flyer/engine/engine.js';
import { flyer, sharedWords } from './support.js';

const engine = createFlyerEngine(new Map([['en', sharedWords('en')]]));
const about = (lines: string) => ({ flyer: flyer(lines, { language: 'en' }), language: 'en' }) as const;

describe('the sliders of a flyer', () => {
  it.each([
    // A figure can be moved to three times of what it is, at least by one, in steps of a two-hundredth or of its last digit.
    ['price | flyer | 40 yuan', { low: 0, high: 120, step: 1, at: 40 }],
    ['price | flyer | 0.5 yuan', { low: 0, high: 1.5, step: 0.1, at: 0.5 }],
    // A share can be anything up to the whole; of nothing nobody knows how much it may become.
    ['rate | flyer | 2.5%', { low: 0, high: 100, step: 0.1, at: 2.5 }],
    ['cost | supposed | 0 yuan', { low: 0, high: 100, step: 1, at: 0 }],
    // A loss may become larger, and a gain.
    ['gain | flyer | −40 yuan', { low: -120, high: 120, step: 1, at: -40 }],
    ['gain | flyer | −2.5%', { low: -100, high: 100, step: 0.1, at: -2.5 }],
  ])('%s', (line, slider) => {
    const { sliders } = engine.judge(about(`${line}\nprice two | flyer | 3 yuan\nsum | worked | | price two × 2`));
    expect(sliders[0]).toMatchObject(slider);
  });

  it('a figure below nothing moves, and the lines that rest on it: −40 + 100 = 60, −25 + 100 = 75', () => {
    const one = about('gain | flyer | −40 yuan\nfee | flyer | 100 yuan\nleft | worked | 60 yuan | gain + fee');
    expect(engine.judge(one).report.lines[3]?.word).toBe('reproduced');
    const moved = engine.move({ ...one, positions: { 1: -25 } });
    expect(moved.worked.map(({ name, now }) => [name, now.replace('\u00a0', ' ')])).toEqual([['left', '75 yuan']]);
  });
});
