import { describe, expect, test } from 'vitest';
import { readProse } from '../../src/chapter/words/markdown.js';
import { proseBlocks } from '../../src/document/wording/prose.js';
import { inEdition } from '../../src/document/wording/voice.js';
import { BUILT_IN_UNITS } from '../../src/number/index.js';
import { blockText } from '../support/document-text.js';
import { readFixture } from '../support/fixture.js';
import { sampleVoice } from '../support/sample-voice.js';

/** A text read and worded with the names of the sample chapter, and what both report. */
function wordedIn(language: 'en' | 'zh', text: string) {
  const { voice, messages } = sampleVoice(language);
  const units = new Set(['point', ...BUILT_IN_UNITS]);
  const prose = readProse(
    { source: { name: 'words.md', text }, start: 0, end: text.length },
    { ...voice.shared, units, report: voice.report },
  );
  return { blocks: proseBlocks(prose, voice, 'p'), messages: messages() };
}

describe.each(['en', 'zh'] as const)('prose in %s', (language) => {
  test.each(readFixture(`document/prose-${language}.txt`))('$name', ({ input, expected }) => {
    expect(blockText(wordedIn(language, input).blocks)).toBe(expected);
  });
});

describe('mistakes in a figure', () => {
  const messages = (text: string) => wordedIn('en', text).messages;

  test('an unknown name is reported at its place, with the nearest', () => {
    const [message] = messages('You get {{plan.tak}}.');
    expect(message).toContain('words.md:1:11: error known-name');
    expect(message).toContain('Did you mean `take`?');
  });

  test('a name without its example', () => {
    expect(messages('{{take}}')[0]).toContain('`take` does not say which example it belongs to.');
  });

  test('an amount of something is no percentage, and places are a number', () => {
    expect(messages('{{plan.take | 1%}}')[0]).toContain('A figure in yuan is no share');
    expect(messages('{{plan.take | 1.5%}}')[0]).toContain('`1.5%` is no number of decimal places.');
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

  test('what is printed twice is worded and reported once', () => {
    const { voice, messages: reported } = sampleVoice('en', 'You get {{plan.nothing}}.\n');
    const [block] = voice.words.body;
    if (block?.kind !== 'prose') throw new Error('the sample has prose');
    const first = proseBlocks(block.prose, voice, 'p');
    expect(proseBlocks(block.prose, inEdition(voice, 'teacher'), 'p')).toBe(first);
    expect(reported()).toHaveLength(1);
  });

  test('a figure without mistakes reports nothing', () => {
    expect(messages('{{plan.take | 2}}')).toEqual([]);
  });
});
