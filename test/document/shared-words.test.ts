import { describe, expect, test } from 'vitest';
import { PHRASES, parseSharedWords } from '../../src/chapter/index.js';
import { printDiagnostic } from '../../src/diagnostics/index.js';
import { BUILT_IN_UNITS, CURRENCIES } from '../../src/number/index.js';
import { read } from '../support/shipped-document.js';

const CODES = Array.from({ length: 14 }, (_, index) => `K${index + 1}`);

describe.each(['en', 'zh'])('templates/words/%s.yaml', (language) => {
  const source = read(`templates/words/${language}.yaml`);
  const { value, diagnostics } = parseSharedWords(source);

  test('has every phrase, every slot and nothing else', () => {
    expect(diagnostics.map((one) => printDiagnostic(one))).toEqual([]);
  });

  test('uses every slot of every phrase', () => {
    const unused = Object.entries(PHRASES).flatMap(([key, slots]: [string, readonly string[]]) =>
      slots.filter((slot) => !value.phrases.get(key as keyof typeof PHRASES)?.includes(`{${slot}}`)).map((slot) => `${key} {${slot}}`),
    );
    expect(unused).toEqual([]);
  });

  test('names every built-in unit and K1 to K14', () => {
    expect([...value.units.keys()].sort()).toEqual([...new Set([...BUILT_IN_UNITS, ...CURRENCIES])].sort());
    expect([...value.misconceptions.keys()]).toEqual(CODES);
  });

  test('accuses nobody', () => {
    expect(source.text.split('\nlint:')[0]).not.toMatch(/scam|fraud|骗子|骗局|骗/i);
  });

  test.runIf(language === 'zh')('has full-width punctuation beside Chinese characters', () => {
    expect(source.text.match(/\p{Script=Han}[,;?!:](?!\s)/gu)).toBeNull();
  });
});

describe('how a language is written', () => {
  const { text } = read('templates/words/en.yaml');
  const written = (head: string) => {
    const { tag, spaced, isFirst } = parseSharedWords({ name: 'xx.yaml', text: text.replace('language: en\n', head) }).value;
    return { tag, spaced, isFirst };
  };

  test('its tag is its name, where it has no other', () => {
    expect(written('language: xx\n')).toEqual({ tag: 'xx', spaced: true, isFirst: false });
  });

  test('a tag names the script, and one language comes first', () => {
    expect(written('language: xx\ntag: xx-Latn\nfirst: true\n')).toEqual({ tag: 'xx-Latn', spaced: true, isFirst: true });
    const chinese = parseSharedWords(read('templates/words/zh.yaml')).value;
    expect([chinese.tag, chinese.spaced, chinese.isFirst]).toEqual(['zh-Hans', false, true]);
  });
});

describe('mistakes in shared words', () => {
  const { text } = read('templates/words/en.yaml');
  const messages = (changed: string) => parseSharedWords({ name: 'en.yaml', text: changed }).diagnostics.map((one) => one.message);

  test('a missing phrase', () => {
    expect(messages(text.replace('  hint-title: Hint\n', ''))).toEqual(['The shared words have no phrase `hint-title`.']);
  });

  test('a slot that nothing fills', () => {
    expect(messages(text.replace('"Chapter {number}"', '"Chapter {count}"'))).toEqual([
      'Nothing fills `{count}` in the phrase `chapter-number`.',
    ]);
  });

  test('a phrase that no page uses', () => {
    expect(messages(text.replace('  hint-title: Hint\n', '  hint-title: Hint\n  hint-titel: Hint\n'))).toEqual([
      'No page uses a phrase `hint-titel`.',
    ]);
  });

  test('no language', () => {
    expect(messages(text.replace('language: en\n', ''))).toEqual(['The shared words do not say their language.']);
  });
});
