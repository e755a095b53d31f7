import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/document/index.js';
import { sampleDocument, sampleDocuments } from '../../support/sample-document.js';
import { documentTexts } from './document-texts.js';
import { CAN_READ_PDF, pdfFacts, pdfFonts, pdfTags, pdfText, squeeze } from './inspect-pdf.js';
import { shippedRenderer } from './renderer.js';

const renderer = shippedRenderer();
const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });

/** A file of one chapter is titled by it. */
function fileTitle({ chapters: [chapter], title, language }: Document): string {
  return `${language === 'zh' ? `第 ${chapter?.number} 章` : `Chapter ${chapter?.number}`} · ${chapter?.title} · ${title}`;
}

/** The English student's sample with other blocks in its chapter. */
function withBlocks(blocks: readonly Block[]): Document {
  const document = sampleDocument('en', 'student');
  return { ...document, chapters: document.chapters.map((chapter) => ({ ...chapter, blocks })) };
}

describe.skipIf(!CAN_READ_PDF).each(sampleDocuments())('the pages of the sample in $language for the $edition', (document) => {
  const a4 = renderer.render(document, { paper: 'a4' });
  const letter = renderer.render(document, { paper: 'letter' });

  it('are made without complaint and named after document and paper', () => {
    expect([...a4.diagnostics, ...letter.diagnostics]).toEqual([]);
    expect(a4.value.path).toBe(`pool-price.${document.language}.${document.edition}.a4.pdf`);
    expect(letter.value.path).toBe(`pool-price.${document.language}.${document.edition}.letter.pdf`);
  });

  it('print every text of the document in its order', () => {
    const page = pdfText(a4.value);
    let place = 0;
    for (const text of documentTexts(document).map(squeeze)) {
      const found = page.indexOf(text, place);
      expect(found, `“${text}” after “${page.slice(Math.max(0, place - 30), place)}”`).toBeGreaterThanOrEqual(place);
      place = found + text.length;
    }
  });

  it('break at the same places on both papers', () => {
    expect(pdfText(letter.value)).toBe(pdfText(a4.value));
    expect(letter.value.pages).toBe(a4.value.pages);
  });

  it('are counted, titled, tagged and as large as their paper', () => {
    expect(pdfFacts(a4.value)).toEqual(
      new Map([...pdfFacts(a4.value), ['Title', fileTitle(document)], ['Pages', String(a4.value.pages)], ['Tagged', 'yes']]),
    );
    expect(pdfFacts(a4.value).get('Page size')).toBe('595.276 x 841.89 pts (A4)');
    expect(pdfFacts(letter.value).get('Page size')).toBe('612 x 792 pts (letter)');
  });

  it('embed every font with its Unicode map', () => {
    const fonts = pdfFonts(a4.value);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +0$/);
  });

  it('say what they are: headings without a gap, tables with heads, formulas, figures, lists, code, links', () => {
    const tags = pdfTags(a4.value);
    for (const tag of ['P', 'Table', 'TH', 'TD', 'Formula', 'Figure', 'L', 'LI', 'Code', 'Link']) expect(tags).toContain(tag);
    const levels = tags.flatMap((tag) => /^H(\d)$/.exec(tag)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});

it.skipIf(!CAN_READ_PDF)('hold the answers for teachers only', () => {
  // The sample fills 66.64 into a table and 1.43 into a line; neither is given anywhere else as bold text.
  const text = (edition: 'student' | 'teacher') => pdfText(renderer.render(sampleDocument('en', edition), { paper: 'a4' }).value);
  expect(text('teacher')).toContain('66.64');
  expect(text('student')).not.toContain('66.64');
  expect(text('student')).not.toContain('accepted');
});

it('are the same bytes whatever was rendered before', () => {
  const document = sampleDocument('zh', 'teacher');
  const first = renderer.render(document, { paper: 'a4' }).value.content;
  renderer.render(sampleDocument('en', 'student'), { paper: 'letter' });
  expect(Buffer.compare(Buffer.from(renderer.render(document, { paper: 'a4' }).value.content), Buffer.from(first))).toBe(0);
  expect(Buffer.compare(Buffer.from(shippedRenderer().render(document, { paper: 'a4' }).value.content), Buffer.from(first))).toBe(0);
});

it
  .skipIf(!CAN_READ_PDF)
  .each([
    '<b>bold</b>',
    '#panic("x")',
    ']#panic("x")[',
    '{{x}}',
    '$x$ \\frac{1}{2}',
    '*a* _b_ `c`',
    '@name <label>',
    '// /* */',
    '= Head',
    '- item',
    '~ -- ...',
  ])('print %s as it stands', (text) => {
  const { value, diagnostics } = renderer.render(withBlocks([paragraph(`before${text}after`)]), { paper: 'a4' });
  expect(diagnostics).toEqual([]);
  expect(pdfText(value)).toContain(squeeze(`before${text}after`));
});

it.skipIf(!CAN_READ_PDF)('go on to the next page where an exercise is taller than one, and lose nothing', () => {
  const exercises = sampleDocument('en', 'student').chapters[0]?.blocks.filter((block) => block.kind === 'exercise') ?? [];
  const [first] = exercises;
  if (first?.kind !== 'exercise') throw new Error('the sample has no exercise');
  const rows = Array.from({ length: 90 }, (_, index) => paragraph(`row${index + 1}.`));
  const { value } = renderer.render(withBlocks([{ ...first, exercise: { ...first.exercise, response: rows } }, paragraph('afterwards')]), {
    paper: 'a4',
  });
  expect(value.pages).toBeGreaterThanOrEqual(3);
  const text = pdfText(value);
  for (let row = 1; row <= 90; row++) expect(text).toContain(`row${row}.`);
  expect(text.indexOf('afterwards')).toBeGreaterThan(text.indexOf('row90.'));
});

it('begin a chapter on an odd page', () => {
  const document = sampleDocument('en', 'student');
  const [chapter] = document.chapters;
  if (chapter === undefined) throw new Error('the sample has no chapter');
  const short = { ...chapter, blocks: [paragraph('one page')] };
  // The first chapter on 1, its back 2, the second on 3.
  expect(renderer.render({ ...document, chapters: [short, { ...short, number: 8 }] }, { paper: 'a4' }).value.pages).toBe(3);
});
