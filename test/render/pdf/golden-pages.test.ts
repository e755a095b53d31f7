import { expect, it } from 'vitest';
import { golden } from '../../support/golden.js';
import { shippedDocument } from '../../support/shipped-document.js';
import { CAN_READ_PDF, pdfLines } from './inspect-pdf.js';
import { shippedRenderer } from './renderer.js';

// The first page of the second chapter and the page after it, in both languages.
it.skipIf(!CAN_READ_PDF).each(['en', 'zh'])('the first two pages of chapter 7 in %s read as they did', (language) => {
  const { document } = shippedDocument(language, 'student');
  const chapters = document.chapters.filter(({ number }) => number === 7);
  const { value } = shippedRenderer().render({ ...document, chapters }, { paper: 'a4' });
  const pages = pdfLines(value).split('\f');
  for (const page of [1, 2]) {
    const text = `${(pages[page - 1] ?? '').trim()}\n`;
    expect(text).toBe(golden(new URL(`golden/chapter-7.${language}.page-${page}.txt`, import.meta.url), text));
  }
});
