import { describe, expect, it } from 'vitest';
import { lintWords, parseChapter, parseSharedWords } from '../../src/chapter/index.js';
import { sharedWords } from '../support/shared-words-source.js';

/** Code and quoted text of everything that is found in a body of words. */
function found(language: 'en' | 'zh', body: string, banned: readonly string[] = []): readonly string[] {
  const words = { name: `${language}.md`, text: `---\ntitle: T\ngoal: G\nminutes: 1\n---\n\n${body}\n` };
  const sums = { name: 'sums.yaml', text: 'examples: { one: { givens: { a: 1 yuan } } }\n' };
  const parsed = parseChapter({ folder: '01-test', sums, words: new Map([[language, words]]) }).value?.words.get(language);
  if (parsed === undefined) throw new Error('no words');
  const shared = parseSharedWords(sharedWords(language)).value;
  return lintWords(parsed, shared, { banned, style: true }).map(({ code, span }) => `${code}: ${words.text.slice(span?.start, span?.end)}`);
}

describe('the words as an editor reads them', () => {
  it.each([
    ['en', 'The the price rises.', 'doubled-words: The the'],
    ['zh', '这是顾客的的钱。', 'doubled-words: 的的'],
    ['en', 'The shop gives 10%.', 'percent-has-base: 10%'],
    ['zh', '商店给 10%。', 'percent-has-base: 10%'],
    ['en', 'The price stands at 1.43.', 'figure-has-unit: 1.43'],
    ['zh', '价格变成了 1.43。', 'figure-has-unit: 1.43'],
    ['en', 'Each order adds ___ to the pool, but only ___.', 'figure-has-unit: ___'],
    ['zh', '每一单有___元进池，只值____。', 'figure-has-unit: ____'],
    ['en', 'This is a Fraudulent plan.', 'banned-words: Fraudulent'],
    ['zh', '这是骗局吗？', 'banned-words: 骗局'],
    ['en', 'Call 13800138000 now.', 'banned-words: 13800138000'],
    ['zh', `价格${'涨了又涨'.repeat(10)}啊。`, 'sentence-length: 价格涨了又涨涨了又涨涨了又涨涨了又涨涨了'],
  ] as const)('%s: %s', (language, body, expected) => {
    expect(found(language, body)).toEqual([expected]);
  });

  it.each([
    ['en', 'I know that that is so. It had had a price.'],
    ['en', 'The shop gives 10% of the price. The take rate is 20%.'],
    ['en', 'It pays two parts of the sum: 5% to one, 8% to the other.'],
    ['en', 'Look at exercise 3, at lines 5 and 7. In 2026 it was 2, 4 or 8 yuan.'],
    ['en', '0.05% × 500 = 25. Then k is 12.'],
    ['en', 'Each order adds ___ yuan. Look at exercise ___. It is paid by ________.'],
    ['zh', '每一单有___元进池，由________付。'],
    ['en', '> 5000 * 10w = 0.05% * 500 = 25'],
    ['en', 'A student says: "It is 0.05%, so 25."'],
    ['en', 'The price {{one.a}} of one, {{one.a | 2}}.'],
    ['zh', '商店按消费额的 10% 给。看练习 3。共 2、4、8 元。'],
    ['zh', '见《反诈骗条例》。'],
    ['en', `- one line\n- another line of the list\n\n${'A word and another. '.repeat(12)}`],
  ] as const)('finds nothing in %s: %s', (language, body) => {
    expect(found(language, body)).toEqual([]);
  });

  it('counts a figure as two words, and goes over line breaks', () => {
    // 23 words and a figure of two: 25 are allowed
    const sentence = `${'one two '.repeat(6)}\n${'three four '.repeat(5)}five {{one.a}}`;
    expect(found('en', `${sentence}.`)).toEqual([]);
    expect(found('en', `${sentence} more.`)).toHaveLength(1);
  });

  it('strikes out the names that workbook.yaml lists, in every language', () => {
    expect(found('zh', '某某公司说 Acme 好。', ['某某', 'acme'])).toEqual(['banned-words: 某某', 'banned-words: Acme']);
  });
});
