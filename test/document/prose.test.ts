import { describe, expect, test } from 'vitest';
import { proseBlocks } from '../../src/document/wording/prose.js';
import { blockText } from '../support/document-text.js';
import { readFixture } from '../support/fixture.js';
import { sampleVoice } from '../support/sample-voice.js';

describe.each(['en', 'zh'] as const)('prose in %s', (language) => {
  test.each(readFixture(`document/prose-${language}.txt`))('$name', ({ input, expected }) => {
    const source = { name: 'words.md', text: input };
    const blocks = proseBlocks(input, { source, start: 0, end: input.length }, sampleVoice(language).voice, 'p');
    expect(blockText(blocks)).toBe(expected);
  });
});

describe('mistakes in a figure', () => {
  const messages = (text: string) => {
    const { voice, messages: reported } = sampleVoice('en');
    proseBlocks(text, { source: { name: 'words.md', text }, start: 0, end: text.length }, voice, 'p');
    return reported();
  };

  test('an unknown name is reported at its place, with the nearest', () => {
    const [message] = messages('You get {{plan.tak}}.');
    expect(message).toContain('words.md:1:11: error known-name');
    expect(message).toContain('Did you mean `take`?');
  });

  test('a name without its example', () => {
    expect(messages('{{take}}')[0]).toContain('`take` does not say which example it belongs to.');
  });

  test('a name in a later line of a list has its own line and column', () => {
    expect(messages('- {{plan.take}}\n- and {{plan.nothing}}')[0]).toContain('words.md:2:9: error known-name');
  });

  test('a condition is no figure', () => {
    expect(messages('{{plan.take > 1 yuan}}')[0]).toContain('answer-is-figure');
  });

  test('places that are no number', () => {
    expect(messages('{{plan.take | many}}')[0]).toContain('`many` is no number of decimal places.');
  });

  test('a figure without mistakes reports nothing', () => {
    expect(messages('{{plan.take | 2}}')).toEqual([]);
  });
});
