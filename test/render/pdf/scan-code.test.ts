import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../src/chapter/index.js';
import { createClassSet, handoutDocument } from '../../../src/classroom/index.js';
import type { Document, PageSize } from '../../../src/document/index.js';
import { joinPages } from '../../../src/render/pdf/index.js';
import { read, sharedWords, shippedContents } from '../../support/shipped-document.js';
import { CAN_READ_PDF, pdfTags, pdfText } from './inspect-pdf.js';
import { readCodes } from './read-codes.js';
import { shippedRenderer } from './renderer.js';

const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
if (workbook === undefined) throw new Error('workbook.yaml cannot be read');
const chapters = { workbook, contents: shippedContents(['01-one-purchase']), words: new Map([['zh', sharedWords('zh')]]), hashes: [] };
const renderer = shippedRenderer();

function handout(seed: string, id: string, { scans = true, size = 'standard' as PageSize } = {}): Document {
  const set = createClassSet(chapters.contents, { seed, mostCounted: 24 });
  const number = { stem: '', number: 7 };
  const student = {
    id,
    name: '王小明',
    group: '',
    language: 'zh',
    size,
    number,
    span: { source: { name: '', text: '' }, start: 0, end: 0 },
  };
  return handoutDocument({ chapters, set, scans }, student, set.paper(number), 'K4TQX', false).value;
}

describe.skipIf(!CAN_READ_PDF)('the QR code of a handout', () => {
  it('is read from every page as seed, student, version and check code, on either paper', () => {
    for (const paper of ['a4', 'letter'] as const) {
      const { value, diagnostics } = renderer.render(handout('2026-spring', '07'), { paper });
      expect(diagnostics).toEqual([]);
      const codes = readCodes(value);
      expect(codes.length).toBe(value.pages);
      expect(new Set(codes)).toEqual(new Set([`RK1/2026-spring/07/${workbook.version}/K4TQX`]));
    }
  });

  it('is read where seed and id are as long as they may be, and not of the Latin alphabet', () => {
    const seed = '二〇二六年春季第一次小测验';
    const id = `初一（3）班学号`.replace(/[（）]/g, '_').repeat(4);
    const [code] = readCodes(renderer.render(handout(seed, id, { size: 'large' }), { paper: 'a4' }).value);
    // 24 bytes are six signs of three bytes, and `~` with five letters.
    expect(code).toMatch(new RegExp(`^RK1/二〇二六年春~[A-Z0-9]{5}/${id}/`));
  });

  it('stays in the file for the copier', () => {
    const files = ['07', '08'].map((id) => renderer.render(handout('s', id), { paper: 'a4' }).value.content as Uint8Array);
    const content = Buffer.concat([...joinPages(files, { duplex: false })]);
    expect(new Set(readCodes({ content }).map((text) => text?.split('/')[2]))).toEqual(new Set(['07', '08']));
  });

  it('changes nothing that is read aloud or shown besides, and is left out where it is not wanted', () => {
    const [scanning, plain] = [true, false].map((scans) => renderer.render(handout('s', '07', { scans }), { paper: 'a4' }).value);
    if (scanning === undefined || plain === undefined) throw new Error('no pages');
    expect(pdfText(scanning)).toBe(pdfText(plain));
    expect(pdfTags(scanning)).toEqual(pdfTags(plain));
    expect(readCodes(plain).every((code) => code === undefined)).toBe(true);
  });
});
