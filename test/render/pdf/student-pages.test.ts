import { describe, expect, it } from 'vitest';
import { createFileRenderer } from '../../../src/render/index.js';
import { sampleDocument } from '../../support/sample-document.js';
import { CAN_READ_PDF, pdfLines, squeeze } from './inspect-pdf.js';
import { shippedFonts, shippedTemplates } from './renderer.js';

const inputs = { html: new Map(), pdf: shippedTemplates(), fontPaths: shippedFonts() };
const made = async (editions: readonly ('student' | 'teacher')[], language: 'en' | 'zh') => {
  const renderer = createFileRenderer(inputs);
  const files = editions.map((edition) => renderer.render({ document: sampleDocument(language, edition) }, 'pdf', 'a4'));
  return (await Promise.all(files)).map(({ value }) => value);
};

describe.skipIf(!CAN_READ_PDF).each([
  { language: 'en' as const, said: /student p\. (\d+)/g },
  { language: 'zh' as const, said: /学生版第 ?(\d+) ?页/g },
])('a teacher’s page in $language', ({ language, said }) => {
  it('tells on which page of the student’s each exercise begins', async () => {
    const [student, teacher] = await made(['student', 'teacher'], language);
    if (student === undefined || teacher === undefined) throw new Error('two files were asked for');
    const words = sampleDocument(language, 'student').chapters[0]?.blocks.flatMap((block) =>
      block.kind === 'exercise' ? [block.exercise.kindWord] : [],
    );
    const told = [...pdfLines(teacher).matchAll(said)].map(([, page]) => Number(page));
    expect(told).toHaveLength(words?.length ?? Number.NaN);
    expect(told).toEqual(student.exercisePages);
    // What the student's pages themselves say.
    const pages = pdfLines(student).split('\f').map(squeeze);
    for (const [index, word] of (words ?? []).entries()) expect(pages[(told[index] ?? 0) - 1]).toContain(squeeze(word));
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  it('says nothing of pages that were not made', async () => {
    const [teacher] = await made(['teacher'], language);
    expect(teacher === undefined ? '' : pdfLines(teacher)).not.toMatch(said);
  });
});
