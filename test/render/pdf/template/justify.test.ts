import { describe, expect, it } from 'vitest';
import { fitLine } from '../../../../src/render/pdf/template/justify.js';

describe('a line that is fitted into its column', () => {
  // Four spaces of 3 pt: each can spare a third, 1 pt, and grow by half, 1.5 pt.
  const words = { shrink: 4, stretch: 6, places: 4 };

  it('takes from its spaces in proportion, at most all that they can spare', () => {
    expect(fitLine(words, -1)).toEqual({ ratio: -0.25, extra: 0 });
    expect(fitLine(words, -9)).toEqual({ ratio: -1, extra: 0 });
  });

  it('stretches its spaces by half, and shares out the rest', () => {
    expect(fitLine(words, 3)).toEqual({ ratio: 0.5, extra: 0 });
    // 6 of 10 pt are what spaces grow by; 4 are left for 4 places.
    expect(fitLine(words, 10)).toEqual({ ratio: 1, extra: 1 });
  });

  it('is left as it is where nothing can give way', () => {
    expect(fitLine({ shrink: 0, stretch: 0, places: 0 }, 5)).toEqual({ ratio: 0, extra: 0 });
    expect(fitLine({ shrink: 0, stretch: 0, places: 0 }, -5)).toEqual({ ratio: 0, extra: 0 });
  });

  it('of Chinese characters alone shares out all of it between them', () => {
    expect(fitLine({ shrink: 0, stretch: 0, places: 20 }, 5)).toEqual({ ratio: 0, extra: 0.25 });
  });
});
