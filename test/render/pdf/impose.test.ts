import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSheetDrawer } from '../../../src/render/pdf/compile/compiler.js';
import { bookletOrder, imposePages } from '../../../src/render/pdf/compile/impose.js';
import { sampleDocument } from '../../support/sample-document.js';
import { SHIPPED_ENGINE, shippedRenderer, shippedTemplates } from './renderer.js';

const draw = createSheetDrawer({ templates: shippedTemplates(), engine: SHIPPED_ENGINE });

describe('a booklet', () => {
  it('is ordered so that folding puts the pages in turn', () => {
    // Worked with a folded sheet of paper: the outer sheet carries the last and the first page, its back the second and the last but one.
    expect(bookletOrder(8)).toEqual([
      [8, 1],
      [2, 7],
      [6, 3],
      [4, 5],
    ]);
    expect(bookletOrder(5)).toEqual([
      [null, 1],
      [2, null],
      [null, 3],
      [4, 5],
    ]);
  });

  it('holds every page once, and neighbours add up to one more than the places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (pages) => {
        const sides = bookletOrder(pages);
        const found = sides.flat().filter((one) => one !== null);
        expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
        expect(sides.length % 2).toBe(0);
        for (const [left, right] of sides) if (left !== null && right !== null) expect(left + right).toBe(sides.length * 2 + 1);
      }),
    );
  });
});

describe('sheets', () => {
  it.each([
    ['booklet', 'a4'],
    ['two-up', 'letter'],
  ] as const)('%s on %s keeps the text of every page, at the same bytes each time', (imposition, paper) => {
    const { value: file } = shippedRenderer().render(sampleDocument('en', 'student'), { paper });
    const made = imposePages(file, imposition, paper, draw);
    expect(made.path).toBe(file.path.replace('.pdf', `.${imposition}.pdf`));
    expect(made.pages).toBe(imposition === 'booklet' ? Math.ceil((file.pages ?? 0) / 4) * 2 : Math.ceil((file.pages ?? 0) / 2));
    expect(imposePages(file, imposition, paper, draw).content).toEqual(made.content);
    expect(words(made.content)).toEqual(words(file.content));
  });
});

/** Every word of a PDF, sorted: pages have changed their order. */
function words(content: string | Uint8Array): readonly string[] {
  const text = execFileSync('pdftotext', ['-', '-'], { input: content, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .sort();
}
