import { describe, expect, it } from 'vitest';
import type { RenderedFile } from '../../../src/render/output/rendered-file.js';
import { joinPages } from '../../../src/render/pdf/index.js';
import { sampleDocument } from '../../support/sample-document.js';
import { CAN_READ_PDF, pdfFacts, pdfFonts, pdfText } from './inspect-pdf.js';
import { shippedRenderer } from './renderer.js';

const file = (pieces: Iterable<Uint8Array>): RenderedFile => ({ path: 'joined.pdf', content: new Uint8Array(Buffer.concat([...pieces])) });

describe.skipIf(!CAN_READ_PDF)('pages of several files in one', () => {
  const renderer = shippedRenderer();
  const made = ['one', 'two'].map((title) => renderer.render({ ...sampleDocument('en', 'student'), title }, { paper: 'a4' }).value);
  const [first, second] = made as [RenderedFile, RenderedFile];
  const bytes = made.map(({ content }) => content as Uint8Array);

  it('follow each other with all their text', () => {
    const joined = file(joinPages(bytes, { duplex: false }));
    expect(Number(pdfFacts(joined).get('Pages'))).toBe((first.pages ?? 0) + (second.pages ?? 0));
    expect(pdfText(joined)).toBe(pdfText(first) + pdfText(second));
  });

  it('begin on the front of a sheet when both sides are printed', () => {
    const [pages = 0] = [first.pages];
    const even = pages + (pages % 2);
    const joined = pdfFacts(file(joinPages(bytes, { duplex: true })));
    expect(Number(joined.get('Pages'))).toBe(2 * even);
    expect(joined.get('Page size')).toBe(pdfFacts(first).get('Page size'));
  });

  it('are the same bytes for the same files', () => {
    const [once, again] = [0, 1].map(() => Buffer.concat([...joinPages(bytes, { duplex: true })]));
    expect(once?.equals(again as Buffer)).toBe(true);
  });

  it('hold what two files have in common once', () => {
    const once = file(joinPages(bytes.slice(0, 1), { duplex: false }));
    const twice = file(joinPages([...bytes.slice(0, 1), ...bytes.slice(0, 1)], { duplex: false }));
    // Fonts are most of a file of a few pages: the second adds its text alone.
    expect(pdfFonts(twice)).toHaveLength(pdfFonts(once).length);
    expect((twice.content as Uint8Array).length).toBeLessThan((once.content as Uint8Array).length * 1.5);
  });

  it('hold fonts that are alike in name, and not in what they draw, apart', () => {
    const other = renderer.render(sampleDocument('zh', 'student'), { paper: 'a4' }).value;
    const joined = file(joinPages([...bytes, other.content as Uint8Array, ...bytes], { duplex: false }));
    expect(pdfText(joined)).toBe([first, second, other, first, second].map(pdfText).join(''));
  });
});
