import { expect, it } from 'vitest';
import type { Document } from '../../../src/document/index.js';
import type { RenderedFile } from '../../../src/render/output/rendered-file.js';
import { CAN_READ_PDF, pdfFacts, pdfTags } from './inspect-pdf.js';

/** What a screen reader finds in the files of the chapters, read from their bytes, apart from what the compiler says of itself. */
export function itIsAccessible(document: Document, made: () => readonly RenderedFile[]): void {
  const { language, edition } = document;
  const objectsOf = ({ content }: RenderedFile) =>
    Buffer.from(content as Uint8Array)
      .toString('latin1')
      .split(/\bendobj\b/);

  it('names its language and has bookmarks', () => {
    for (const file of made()) {
      const catalog = objectsOf(file).find((object) => /\/Type ?\/Catalog/.test(object)) ?? '';
      expect(catalog).toContain(`/Lang (${language}`);
      expect(catalog).toContain('/Outlines');
      expect(catalog).toMatch(/\/MarkInfo/);
    }
  });

  it('says every formula and figure in its language', () => {
    const drawn = made()
      .flatMap(objectsOf)
      .filter((object) => /\/S ?\/(?:Formula|Figure)\b/.test(object));
    expect(drawn.length).toBeGreaterThan(20);
    const spoken = drawn.map(alternative);
    for (const alt of spoken) expect(alt?.length).toBeGreaterThan(0);
    const chinese = spoken.filter((alt) => /\p{Script=Han}/u.test(alt ?? '')).length;
    if (language === 'zh') expect(chinese).toBeGreaterThan(spoken.length / 2);
    else expect(chinese).toBe(0);
  });

  it.skipIf(!CAN_READ_PDF)('has a title, heads of tables, and as many heads of each level as the document', () => {
    for (const [index, file] of made().entries()) {
      const { title, plan = [], blocks = [], appendix = [] } = document.chapters[index] ?? {};
      expect(pdfFacts(file).get('Title')).toContain(title);
      const tags = pdfTags(file);
      expect(tags.filter((tag) => tag === 'THead').length).toBe(tags.filter((tag) => tag === 'Table').length);
      const exercises = blocks.filter(({ kind }) => kind === 'exercise').length;
      const headings = [...plan, ...blocks, ...appendix].filter(({ kind }) => kind === 'heading').length;
      // Each chapter has its title, and in the teacher's edition a plan and an appendix.
      const titles = edition === 'teacher' ? 3 : 1;
      expect(tags.filter((tag) => /^H\d$/.test(tag))).toHaveLength(exercises + headings + titles);
    }
  });
}

/** `/Alt`, written in PDF as characters or, with a mark of byte order, in UTF-16. */
function alternative(object: string): string | undefined {
  const hex = /\/Alt ?<([0-9A-Fa-f]+)>/.exec(object)?.[1];
  const bytes = hex === undefined ? literal(/\/Alt ?\(((?:\\[\s\S]|[^\\)])*)\)/.exec(object)?.[1]) : Buffer.from(hex, 'hex');
  if (bytes === undefined) return undefined;
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isWide ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
}

function literal(text: string | undefined): Buffer | undefined {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const plain = text?.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
  return plain === undefined ? undefined : Buffer.from(plain, 'latin1');
}
