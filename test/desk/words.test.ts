import { describe, expect, it } from 'vitest';
import { readRoute, routeText } from '../../src/desk/ui/route.js';
import { filled, preferredLanguage, WORDS } from '../../src/desk/words/words.js';

const slots = (phrase: string) => [...phrase.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

describe('the words of the desk', () => {
  it('have the same slots in both languages, and Chinese is Chinese', () => {
    const keys = Object.keys(WORDS.en) as (keyof typeof WORDS.en)[];
    expect(keys.filter((key) => slots(WORDS.en[key]).join() !== slots(WORDS.zh[key]).join())).toEqual([]);
    expect(keys.filter((key) => !/\p{Script=Han}/u.test(WORDS.zh[key]))).toEqual([]);
    expect(keys.filter((key) => /\p{Script=Han}/u.test(WORDS.en[key]))).toEqual([]);
  });

  it('keep a slot that has no value', () => {
    expect(filled('{count} of {all}', { count: 3 })).toBe('3 of {all}');
  });
});

describe('the address', () => {
  const otherwise = { language: 'en', page: 'sheet' } as const;

  it('names language and page, and comes back from them', () => {
    expect(readRoute('#/zh/flyer', otherwise)).toEqual({ language: 'zh', page: 'flyer' });
    expect(routeText({ language: 'zh', page: 'flyer' })).toBe('#/zh/flyer');
  });

  it('falls back on what was shown where it says nothing or nonsense', () => {
    for (const hash of ['', '#', '#/', '#/fr/nothing', '#content']) expect(readRoute(hash, otherwise), hash).toEqual(otherwise);
  });

  it('begins in the language of the browser', () => {
    expect(preferredLanguage(['zh-CN', 'en'])).toBe('zh');
    expect(preferredLanguage(['de', 'en-GB', 'zh'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });
});
