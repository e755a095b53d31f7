import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block, Document, Edition, Inline, MathNode, PageSize } from '../../../src/document/index.js';
import { heightBound, PAGE_HEIGHT, pageRoom } from '../../../src/render/pdf/layout/page-room.js';
import { typeSizes } from '../../../src/render/pdf/layout/type-sizes.js';
import { sampleDocument } from '../../support/sample-document.js';
import { shippedRenderer } from './renderer.js';

const renderer = shippedRenderer();
/** Strip for names, number and goal of the chapter on a page with a margin, in mm. */
const CHAPTER_HEAD = 55;

const words: Readonly<Record<string, readonly string[]>> = {
  en: ['The', 'platform', 'keeps', 'a', 'part', 'of', 'WHATEVER', 'somebody', 'pays', '1\u2009234.50\u00a0yuan/point', 'at', 'MMM', 'and'],
  zh: ['平台', '每一单', '都', '留下', '一部分。', '1\u2009234.50\u00a0元/分', '（下单以前）', '，', '所以'],
};

function texts(language: string, maxLength: number): fc.Arbitrary<string> {
  const joined = (chosen: readonly string[]) => chosen.join(language === 'zh' ? '' : ' ');
  return fc.array(fc.constantFrom(...(words[language] ?? [])), { minLength: 1, maxLength }).map(joined);
}

function maths(language: string): fc.Arbitrary<MathNode> {
  const piece = fc.oneof(
    texts(language, 3).map((text): MathNode => ({ kind: 'text', text })),
    fc.constant<MathNode>({ kind: 'blank', alt: 'blank' }),
    fc
      .tuple(texts(language, 2), texts(language, 2))
      .map(([over, under]): MathNode => ({ kind: 'fraction', over: { kind: 'text', text: over }, under: { kind: 'text', text: under } })),
  );
  const sign: MathNode = { kind: 'operator', text: '=' };
  return fc
    .array(piece, { minLength: 1, maxLength: 4 })
    .map((pieces) => ({ kind: 'row', children: pieces.flatMap((one) => [sign, one]).slice(1) }));
}

function inlines(language: string, maxLength: number): fc.Arbitrary<readonly Inline[]> {
  const text = texts(language, maxLength).map((one): Inline => ({ kind: 'text', text: one }));
  const blank = fc.constantFrom('short', 'medium', 'long').map((width) => ({ kind: 'blank', width, alt: 'blank' }) as Inline);
  const strong = text.map((one): Inline => ({ kind: 'strong', children: [one] }));
  return fc.oneof(fc.tuple(text), fc.tuple(text, strong, text), fc.tuple(text, blank, text), fc.tuple(blank));
}

/** Blocks of one kind, since among others one that is counted too low would not show; more than a page holds. */
function blocks(language: string): fc.Arbitrary<readonly Block[]> {
  const paragraph = inlines(language, 60).map((found): Block => ({ kind: 'paragraph', inlines: found }));
  const table = fc.integer({ min: 2, max: 5 }).chain((width) => {
    const row = fc.array(inlines(language, 12), { minLength: width, maxLength: width });
    const columns = Array.from({ length: width }, (_, index) => ({ align: 'start' as const, width: 1 + (index % 2) }));
    return fc
      .tuple(row, fc.array(row, { minLength: 1, maxLength: 8 }))
      .map(([head, rows]): Block => ({ kind: 'table', table: { caption: [], columns, head, rows, rowHeads: false } }));
  });
  const step = fc.tuple(maths(language), inlines(language, 15)).map(([math, reason]) => ({ math, alt: 'step', reason }));
  const simple = [
    paragraph,
    table,
    fc.array(fc.tuple(paragraph), { minLength: 1, maxLength: 4 }).map((items): Block => ({ kind: 'list', ordered: true, items })),
    maths(language).map((math): Block => ({ kind: 'formula', math, alt: 'formula' })),
    fc.array(step, { minLength: 1, maxLength: 6 }).map((steps): Block => ({ kind: 'working', steps })),
    fc.integer({ min: 1, max: 6 }).map((count): Block => ({ kind: 'lines', count, alt: 'lines' })),
  ];
  const panel = fc
    .tuple(fc.constantFrom('givens', 'worked', 'note'), fc.array(fc.oneof(...simple), { minLength: 1, maxLength: 2 }))
    .map(([style, held]) => ({ kind: 'panel', style, title: [{ kind: 'text', text: words[language]?.[0] }], blocks: held }) as Block);
  return fc.oneof(...[...simple, panel].map((kind) => fc.array(kind, { minLength: 40, maxLength: 40 })));
}

const cases = (['en', 'zh'] as const).flatMap((language) =>
  (['student', 'teacher', 'key'] as const).flatMap((edition) =>
    (['standard', 'large'] as const).map((size): readonly ['en' | 'zh', Edition, PageSize] => [language, edition, size]),
  ),
);

it.each(cases)('what is bound to fit a page in %s for the %s, %s, takes one page', (language, edition, size) => {
  const room = pageRoom(size, typeSizes(size, language === 'en', edition), edition);
  const height = PAGE_HEIGHT - (edition === 'teacher' ? CHAPTER_HEAD : 0);
  fc.assert(
    fc.property(blocks(language), (given) => {
      const kept = given.filter((_, index) => heightBound(given.slice(0, index + 1), room) < height);
      const { value } = renderer.render(onePage(language, edition, size, kept), { paper: 'a4' });
      expect(value.pages).toBe(1);
    }),
    { seed: 7, numRuns: 5 },
  );
});

/** A handout has no head but its title; the page with a margin is a teacher's chapter. */
function onePage(language: 'en' | 'zh', edition: Edition, size: PageSize, kept: readonly Block[]): Document {
  const document = sampleDocument(language, edition);
  const chapters = document.chapters.map((chapter) => ({ ...chapter, plan: [], blocks: kept, appendix: [] }));
  const mark = { student: '', group: '', code: '', recipe: '' };
  return { ...document, size, chapters, ...(edition === 'teacher' ? {} : { handout: mark }) };
}
