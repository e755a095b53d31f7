import { expect, it } from 'vitest';
import type { Document } from '../../../src/document/index.js';
import { createPdfRenderer } from '../../../src/render/pdf/index.js';
import { sampleDocument } from '../../support/sample-document.js';
import { CAN_READ_PDF, pdfLines, pdfText } from './inspect-pdf.js';
import { SHIPPED_ENGINE, shippedRenderer, shippedTemplates } from './renderer.js';

const withGoal = (goal: string): Document => {
  const document = sampleDocument('en', 'student');
  return { ...document, chapters: document.chapters.map((chapter) => ({ ...chapter, goal })) };
};

it.skipIf(!CAN_READ_PDF)('names a character that no font has, once, and prints its number in its place', () => {
  const { value, diagnostics } = shippedRenderer().render(withGoal('smile 😀 and 😀, Gothic 𐌰'), { paper: 'a4' });
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning page-characters', 'warning page-characters']);
  expect(diagnostics[0]?.message).toContain('`😀` (U+1F600)');
  expect(diagnostics[1]?.message).toContain('`𐌰` (U+10330)');
  expect(pdfText(value)).toContain('smile[U+1F600]and[U+1F600],Gothic[U+10330]');
});

it.skipIf(!CAN_READ_PDF)('prints half a surrogate pair as a replacement character and drops what turns the writing direction', () => {
  const { value, diagnostics } = shippedRenderer().render(withGoal('half \uD83D, \u202Eturned\u202C, bell\u0007, two\nlines'), {
    paper: 'a4',
  });
  const text = pdfText(value);
  expect(text).toContain('turned,bell,twolines');
  // U+FFFD is itself a character that a font may lack; then its number is printed.
  expect(text).toMatch(/half(?:\uFFFD|\[U\+FFFD\]),/);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it.skipIf(!CAN_READ_PDF)('keeps the groups of a large figure together and extracts them as one figure', () => {
  const { value, diagnostics } = shippedRenderer().render(withGoal('100\u2009000 beans'), { paper: 'a4' });
  expect(diagnostics).toEqual([]);
  expect(pdfLines(value)).toMatch(/100[ \u2009\u202F]?000 beans/);
});

it('makes no page when a font of the templates is missing', () => {
  const templates = new Map(shippedTemplates());
  templates.set('look.typ', (templates.get('look.typ') ?? '').replaceAll('Libertinus Serif', 'No Such Serif'));
  const { value, diagnostics } = createPdfRenderer({ templates, engine: SHIPPED_ENGINE }).render(withGoal('x'), { paper: 'a4' });
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error layout-compiles']);
  expect(diagnostics[0]?.message).toContain('unknown font family: no such serif');
  expect(value.pages).toBe(0);
});

it('reports what is wrong with a template', () => {
  const templates = new Map([['main.typ', '#pages(1)']]);
  const { diagnostics } = createPdfRenderer({ templates, engine: SHIPPED_ENGINE }).render(withGoal('x'), { paper: 'a4' });
  expect(diagnostics[0]?.message).toContain('unknown variable: pages');
});
