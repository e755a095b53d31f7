import { describe, expect, it } from 'vitest';
import type { Document, Edition } from '../../../src/document/index.js';
import type { RenderedFile } from '../../../src/render/output/rendered-file.js';
import { sampleDocument } from '../../support/sample-document.js';
import { CAN_READ_PDF, pdfFacts, pdfTags, pdfText } from './inspect-pdf.js';
import { partsOfVolume, renderVolume, shippedRenderer } from './renderer.js';

const renderer = shippedRenderer();

/** Two chapters that differ in their titles, and a glossary of one line. */
function volume(edition: Edition): Document {
  const { chapters, ...rest } = sampleDocument('en', edition);
  const [chapter] = chapters;
  if (chapter === undefined) throw new Error('the sample has no chapter');
  return {
    ...rest,
    name: 'workbook',
    chapters: [chapter, { ...chapter, name: 'second', number: 2, title: 'The second (again)' }],
    back: [{ id: 'glossary', title: 'Words', blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: 'One word.' }] }] }],
  };
}

const textOf = ({ content }: RenderedFile) => Buffer.from(content as Uint8Array).toString('latin1');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);
const number = (found: string) => Number(found);
const sum = (parts: readonly number[]) => parts.reduce((total, one) => total + one, 0);
const pagesOf = ({ pages = 0 }: RenderedFile) => pages;

describe.each(['student', 'teacher', 'key'] as const)('the volume of the %s edition', (edition) => {
  const parts = partsOfVolume(renderer, volume(edition));
  const bound = renderVolume(renderer, volume(edition));
  const text = textOf(bound);
  const objects = new Map([...text.matchAll(/\n(\d+) 0 obj([\s\S]*?)\nendobj/g)].map(([, of, body = '']) => [Number(of), body]));

  it.skipIf(!CAN_READ_PDF)('holds the text of its parts in their order and all their tags', () => {
    expect(pdfText(bound)).toBe(parts.map(pdfText).join(''));
    const ofParts = parts.flatMap((part) => pdfTags(part)).map((tag) => (tag === 'Document' ? 'Part' : tag));
    expect(pdfTags(bound)).toEqual(['Document', ...ofParts]);
  });

  it.skipIf(!CAN_READ_PDF)('begins each part on the front of a sheet', () => {
    const pages = sum(parts.map(taken));
    expect(bound.pages).toBe(pages);
    expect(pdfFacts(bound).get('Pages')).toBe(String(pages));
    expect(text).toContain(`<xmpTPg:NPages>${pages}</xmpTPg:NPages>`);
  });

  it('refers to no object that is missing', () => {
    const bodies = [...objects.values()].map((body) => body.split('\nstream')[0] ?? '');
    const named = new Set(bodies.flatMap((body) => matches(body, /(\d+) 0 R/g).map(number)));
    expect([...named].filter((of) => !objects.has(of))).toEqual([]);
  });

  it('finds the tags of every page in one place of its own', () => {
    const places = matches(text, /\/StructParents? (\d+)/g).map(number);
    expect(new Set(places).size).toBe(places.length);
    const listed = matches(/\/ParentTree << \/Nums \[([^\]]*)\]/.exec(text)?.[1] ?? '', /(\d+) \d+ 0 R/g).map(number);
    expect(listed).toEqual([...places].sort((a, b) => a - b));
  });

  it('gives no two heads of tables one name', () => {
    const names = matches(text, /\/ID \((\d+U\d+x\d+y\d+)\)/g);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    const heads = matches(text, /\/Headers \[([^\]]*)\]/g).flatMap((list) => matches(list, /\(([^)]*)\)/g));
    expect(heads.filter((head) => !names.includes(head))).toEqual([]);
    const sorted = matches(/\/IDTree << \/Names \[([^\]]*)\]/.exec(text)?.[1] ?? '', /\(([^)]*)\)/g);
    expect(sorted).toEqual([...names].sort());
  });

  it('leads from the contents to the first page of each part, with its words', () => {
    const firsts = parts.slice(1).map((_, index) => sum(parts.slice(0, 1 + index).map(taken)));
    const links = [...objects.values()].filter((body) => /\/Subtype \/Link[\s\S]*\/Dest/.test(body));
    const targets = links.map((link) => {
      const place = objects.get(Number(/\/Dest (\d+) 0 R/.exec(link)?.[1])) ?? '';
      return pageOrder(objects).indexOf(Number(/\[(\d+) 0 R/.exec(place)?.[1]));
    });
    expect(targets).toEqual(firsts);
    expect(links.at(-1)).toContain('/Contents (Words)');
    expect(text).not.toContain('(to:');
  });

  it('has the bookmarks of all parts in one chain', () => {
    const root = [...objects.values()].find((body) => body.includes('/Type /Outlines')) ?? '';
    const titles: (string | undefined)[] = [];
    for (let at = /\/First (\d+)/.exec(root)?.[1]; at !== undefined; ) {
      const body = objects.get(Number(at)) ?? '';
      titles.push(/\/Title (.*)/.exec(body)?.[1]);
      at = /\/Next (\d+)/.exec(body)?.[1];
    }
    const ofChapters = volume(edition).chapters.map(({ plan, appendix }) => 1 + Math.min(1, plan.length) + Math.min(1, appendix.length));
    expect(titles).toHaveLength(1 + sum(ofChapters) + 1);
    expect(titles.at(0)).toBe('(Contents)');
    expect(titles.at(-1)).toBe('(Words)');
    expect(root).toContain(`/Count ${titles.length}`);
  });

  it('is the same bytes for the same parts', () => {
    expect(Buffer.from(bound.content as Uint8Array).equals(renderVolume(renderer, volume(edition)).content as Uint8Array)).toBe(true);
  });
});

/** The pages that a part fills in the volume: whole sheets. */
function taken(part: RenderedFile): number {
  return pagesOf(part) + (pagesOf(part) % 2);
}

/** Numbers of the page objects as they follow each other. */
function pageOrder(objects: ReadonlyMap<number, string>, node = 1): readonly number[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(objects.get(node) ?? '')?.[1];
  return kids === undefined ? [node] : matches(kids, /(\d+) 0 R/g).flatMap((kid) => pageOrder(objects, Number(kid)));
}
