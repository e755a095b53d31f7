import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/diagnostics/index.js';

describe('the catalogue', () => {
  it.each(Object.entries(CATALOGUE))('%s has one sentence that says what should hold', (code, sentence) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(sentence).toMatch(/^\S[^\n]*\.$/);
    expect(sentence.replaceAll(/`[^`]*`|\w+\.(yaml|md)/g, '').match(/\. /g)).toBeNull();
  });

  it('says each thing once', () => {
    const sentences = Object.values(CATALOGUE);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
