import { afterEach, expect, test, vi } from 'vitest';
import type { Block, Document, Edition, HandoutMark } from '../../../src/document/index.js';
import { renderDocx } from '../../../src/render/docx/render.js';
import { golden } from '../../support/golden.js';
import { sampleDocument } from '../../support/sample-document.js';
import { documentTexts } from '../pdf/document-texts.js';
import { isOn, outline } from './outline.js';
import { childOf, documentXml, elements, parseXml, partsOf, textOf } from './word-file.js';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

async function bytes(document: Document, paper: 'a4' | 'letter' = 'a4'): Promise<Uint8Array> {
  return (await renderDocx(document, { paper })).value.content as Uint8Array;
}

const EDITIONS: readonly (readonly ['en' | 'zh', Edition])[] = [
  ['en', 'student'],
  ['zh', 'teacher'],
];

test.each(EDITIONS)('every kind of block of a %s %s document stands in the file as Word has it', async (language, edition) => {
  const body = childOf(documentXml(await bytes(sampleDocument(language, edition))), 'w:body');
  if (body === undefined) throw new Error('the file has no body');
  const lines = `${outline(body)}\n`;
  expect(lines).toBe(golden(new URL(`golden/sample.${language}.${edition}.txt`, import.meta.url), lines));
});

test.each(EDITIONS)('a %s %s file has the words of the document in their order', async (language, edition) => {
  const document = sampleDocument(language, edition);
  const text = spaceless(textOf(documentXml(await bytes(document))));
  let at = 0;
  for (const wanted of documentTexts({ ...document, edition: 'student' }).map(spaceless)) {
    const found = text.indexOf(wanted, at);
    expect(found, `${wanted} after ${text.slice(Math.max(0, at - 40), at)}`).toBeGreaterThanOrEqual(0);
    at = found + wanted.length;
  }
});

/** Spaces and lines to write on are the renderer's own. */
function spaceless(text: string): string {
  return text.replace(/[\s\u2009\u202f_]+/g, '').replace(/'/g, '’');
}

test('the same document gives the same bytes at another time in another zone', async () => {
  const document = sampleDocument('en', 'teacher');
  vi.useFakeTimers({ now: new Date('2026-01-31T22:00:00Z'), toFake: ['Date'] });
  vi.stubEnv('TZ', 'America/Los_Angeles');
  const first = await bytes(document);
  vi.setSystemTime(new Date('2031-07-15T03:30:10Z'));
  vi.stubEnv('TZ', 'Asia/Shanghai');
  expect(Buffer.compare(await bytes(document), first)).toBe(0);
});

test('lines are never of a fixed height, which would cut fractions', async () => {
  const parts = partsOf(await bytes(sampleDocument('zh', 'teacher')));
  for (const path of ['word/styles.xml', 'word/document.xml']) {
    const pitched = elements(parseXml(parts.get(path) ?? ''), 'w:spacing').filter(({ attributes }) => 'w:line' in attributes);
    expect(pitched.filter(({ attributes }) => attributes['w:lineRule'] !== 'auto')).toEqual([]);
    if (path.endsWith('styles.xml')) expect(pitched.length).toBeGreaterThan(10);
  }
});

test.each(['a4', 'letter'] as const)(
  'tables on %s paper have widths for every program, heads that repeat and rows that stay whole',
  async (paper) => {
    const root = documentXml(await bytes(sampleDocument('en', 'teacher'), paper));
    const tables = elements(root, 'w:tbl');
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      const widths = elements(childOf(table, 'w:tblGrid') ?? table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
      const total = widths.reduce((sum, width) => sum + width, 0);
      expect(childOf(table, 'w:tblPr', 'w:tblW')?.attributes).toEqual({ 'w:type': 'dxa', 'w:w': String(total) });
      // 170 mm, the width of the page between its margins: 170 / 25.4 * 1440.
      expect(total).toBeLessThanOrEqual(9638);
    }
    const [heads, others] = [true, false].map((wanted) =>
      elements(root, 'w:tr').filter((row) => isOn(childOf(row, 'w:trPr', 'w:tblHeader')) === wanted),
    );
    // The sample's tables: the pool, the figures of an example, what to fill in, misconceptions, verdicts.
    expect([(heads?.length ?? 0) >= 4, (others?.length ?? 0) > 20]).toEqual([true, true]);
    for (const row of heads ?? []) expect(isOn(childOf(row, 'w:trPr', 'w:cantSplit'))).toBe(true);
    const size = elements(root, 'w:pgSz')[0]?.attributes ?? {};
    // 210 x 297 mm and 8.5 x 11 inches in twentieths of a point.
    expect([size['w:w'], size['w:h']]).toEqual(paper === 'a4' ? ['11906', '16838'] : ['12240', '15840']);
  },
);

test('title, languages and fonts are those that Word knows', async () => {
  const parts = partsOf(await bytes(sampleDocument('zh', 'student')));
  expect(parts.get('docProps/core.xml')).toContain('<dc:title>把账算清楚 · 第 7 章 只会上涨的价格 · 学生版</dc:title>');
  expect(parts.get('docProps/core.xml')).not.toContain('dcterms:');
  const styles = parseXml(parts.get('word/styles.xml') ?? '');
  const fonts = new Set(elements(styles, 'w:rFonts').map(({ attributes }) => attributes['w:eastAsia']));
  expect([...fonts].sort()).toEqual(['宋体', '楷体', '黑体']);
  expect(elements(styles, 'w:lang')[0]?.attributes['w:eastAsia']).toBe('zh-CN');
});

test('in large print no type is smaller than 16 pt but that of the footer', async () => {
  const file = await bytes({ ...sampleDocument('en', 'student'), size: 'large' });
  const styles = elements(parseXml(partsOf(file).get('word/styles.xml') ?? ''), 'w:style');
  const sizes = styles.flatMap((style) => {
    const size = childOf(style, 'w:rPr', 'w:sz')?.attributes['w:val'];
    const id = style.attributes['w:styleId'] ?? '';
    // Half points.
    return size === undefined || Number(size) >= 32 || /Gap|Foot|Endnote|Comment|Balloon/i.test(id) ? [] : [`${id} ${size}`];
  });
  expect(sizes).toEqual([]);
});

test('a handout carries its student, its code and its recipe, and chapters follow each other', async () => {
  const document = sampleDocument('en', 'student');
  const handout: HandoutMark = { student: 'Ada & <Bo>', group: '7 "B"', code: 'QK7', recipe: 'pool-price · seed 5' };
  const parts = partsOf(await bytes({ ...document, handout }));
  const body = textOf(parseXml(parts.get('word/document.xml') ?? ''));
  expect(body).toContain('Ada & <Bo>');
  expect(body).toContain('7 “B”'.replace(/[“”]/g, '"'));
  const footer = textOf(parseXml(parts.get('word/footer1.xml') ?? ''));
  expect(footer).toContain('pool-price · seed 5');
  expect(footer).toContain('QK7 · ');
});

test('drawings and charts say in words what they show; empty axes are drawn, curves are a chart with its figures', async () => {
  const student = await bytes(sampleDocument('en', 'student'));
  const teacher = await bytes(sampleDocument('en', 'teacher'));
  for (const file of [student, teacher]) {
    const described = elements(documentXml(file), 'wp:docPr').map(({ attributes }) => attributes.descr ?? '');
    expect(described.filter((alt) => alt.length < 20)).toEqual([]);
    expect(described).toContain('Arrows from customer to merchant and from merchant to pool.');
  }
  const charts = [...partsOf(teacher).entries()].filter(([path]) => path.startsWith('word/charts/chart'));
  expect(charts.length).toBeGreaterThan(0);
  // The sample's second curve: 0.715 of the way from 0 to 2 in order 1.
  expect(charts.some(([, xml]) => xml.includes('<c:v>1.43</c:v>'))).toBe(true);
});

test('a fixed list of blocks keeps its numbers apart: each ordered list counts from 1', async () => {
  const item = (text: string): readonly Block[] => [{ kind: 'paragraph', inlines: [{ kind: 'text', text }] }];
  const list: Block = { kind: 'list', ordered: true, items: [item('one'), item('two')] };
  const document = withBlocks([list, { kind: 'paragraph', inlines: [{ kind: 'text', text: 'between' }] }, list]);
  const ids = elements(documentXml(await bytes(document)), 'w:numId').map(({ attributes }) => attributes['w:val']);
  expect([ids[0] === ids[1], ids[2] === ids[3], ids[0] === ids[2]]).toEqual([true, true, false]);
});

function withBlocks(blocks: readonly Block[]): Document {
  const document = sampleDocument('en', 'student');
  const [chapter] = document.chapters;
  if (chapter === undefined) throw new Error('the sample has no chapter');
  return { ...document, chapters: [{ ...chapter, blocks }] };
}
