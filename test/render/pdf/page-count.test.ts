import { expect, it } from 'vitest';
import { shippedDocument } from '../../support/shipped-document.js';
import { shippedRenderer } from './renderer.js';

const renderer = shippedRenderer();

// Eight pages to work on are four sheets copied on both sides; the card stands on a leaf of its own.
const CHAPTERS = [1, 5, 7, 10, 11, 13];

it.each(['en', 'zh'])('chapters 1, 5, 7, 10, 11 and 13 take four sheets and the card in %s', (language) => {
  const { document } = shippedDocument(language, 'student');
  for (const chapter of document.chapters.filter(({ number }) => CHAPTERS.includes(number))) {
    for (const paper of ['a4', 'letter'] as const) {
      const { value } = renderer.render({ ...document, chapters: [chapter] }, { paper });
      expect(value.pages, `chapter ${chapter.number} on ${paper}`).toBe(9);
    }
  }
});
