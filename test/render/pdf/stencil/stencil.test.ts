import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../../src/chapter/index.js';
import { createClassSet } from '../../../../src/classroom/index.js';
import { assembleHandout, type Document, type PageSize } from '../../../../src/document/index.js';
import { createPageCompiler } from '../../../../src/render/pdf/compile/compiler.js';
import { pageTree } from '../../../../src/render/pdf/layout/page-tree.js';
import { fillStencil } from '../../../../src/render/pdf/stencil/fill.js';
import { type Stencil, stencilOf } from '../../../../src/render/pdf/stencil/stand-ins.js';
import { read, sharedWords, shippedContents } from '../../../support/shipped-document.js';
import { CAN_READ_PDF, pdfTags, pdfText, pdfWords } from '../inspect-pdf.js';
import { SHIPPED_ENGINE, shippedRenderer, shippedTemplates } from '../renderer.js';

const FOLDERS = readdirSync(new URL('../../../../chapters/', import.meta.url))
  .filter((name) => /^\d/.test(name))
  .sort();
const WORKBOOK = parseWorkbook(read('chapters/workbook.yaml')).value;
const compiler = createPageCompiler({ templates: shippedTemplates(), engine: SHIPPED_ENGINE });

function handout(folder: string, language: 'zh' | 'en', student: number, size: PageSize = 'standard'): Document {
  const content = shippedContents(FOLDERS.slice(0, FOLDERS.indexOf(folder) + 1)).at(-1);
  if (content === undefined || WORKBOOK === undefined) throw new Error(`no chapter ${folder}`);
  const { parts } = createClassSet([content], { seed: 'stencil', mostCounted: 24 }).paper({ stem: '', number: student });
  const contents = parts.map((part) => part.content);
  const mark = { student: `乙 B-${student}`, group: '7.3', code: 'K7Q2M', recipe: `${folder} 0.1 · stencil · ${student}` };
  const shared = sharedWords(language);
  return assembleHandout(WORKBOOK, contents, { name: `s${student}`, language, size, shared, mark }).value;
}

function laidOut(tree: Parameters<typeof compiler.compile>[0]) {
  const compiled = compiler.compile(tree);
  if (compiled.kind !== 'pages') throw new Error(JSON.stringify(compiled));
  return { path: 'a.pdf', content: compiled.content, pages: compiled.pages };
}

function filled(tree: Parameters<typeof compiler.compile>[0], change: (stencil: Stencil) => Stencil = (stencil) => stencil) {
  const stencil = stencilOf(tree);
  if (stencil === undefined) throw new Error('no stencil');
  const { content, ...rest } = laidOut(stencil.tree);
  const pages = fillStencil(content, change(stencil));
  return pages && { ...rest, content: pages };
}

/** What a screen reader says instead of drawings, in the order of the page; the compiler numbers from the end. */
function spokenIn({ content }: { readonly content: Uint8Array }): readonly string[] {
  return [
    ...Buffer.from(content)
      .toString('latin1')
      .matchAll(/\/Alt (<[^>]*>|\(.*\))/g),
  ]
    .map(([, alt = '']) => alt)
    .reverse();
}

describe.skipIf(!CAN_READ_PDF)('a handout filled into a stencil', () => {
  const cases = FOLDERS.flatMap((folder) => (['zh', 'en'] as const).map((language) => ({ folder, language })));

  it.each(cases)('says what it says when it is laid out itself: $folder, $language', ({ folder, language }) => {
    const tree = pageTree(handout(folder, language, 5), 'a4');
    const direct = laidOut(tree);
    const file = filled(tree);
    expect(file && pdfText(file)).toBe(pdfText(direct));
    expect(file && spokenIn(file)).toEqual(spokenIn(direct));
    expect(file && pdfTags(file)).toEqual(pdfTags(direct));
  });

  it('has every word in the same place, where all digits of the font are equally wide', () => {
    const tree = pageTree(handout('07-pool-price', 'en', 3), 'letter');
    const file = filled(tree);
    expect(file && pdfWords(file)).toEqual(pdfWords(laidOut(tree)));
  });

  it('in large print, too', () => {
    const tree = pageTree(handout('09-growing-premiums', 'zh', 2, 'large'), 'a4');
    const file = filled(tree);
    expect(file && pdfText(file)).toBe(pdfText(laidOut(tree)));
  });

  it('gives a narrower 1 the room of the digit that stood for it', () => {
    // Two students whose figures are equally long: every word that is not a figure stands in the same place.
    const places = [11, 12, 13, 14, 15, 16].map((student) => {
      const file = filled(pageTree(handout('12-whose-income', 'zh', student), 'a4'));
      if (file === undefined) throw new Error('not filled');
      const words = pdfWords(file).flat();
      const others = words.filter(({ text }) => !/\d/.test(text));
      return { shape: words.map(({ text }) => text.replace(/\d/g, '0')).join(' '), places: others.map(({ xMin, yMin }) => [xMin, yMin]) };
    });
    const alike = places.filter(({ shape }) => shape === places[0]?.shape);
    expect(alike.length).toBeGreaterThan(1);
    for (const one of alike) expect(one.places).toEqual(places[0]?.places);
  });

  it('loses nothing of a footer that is ten characters long, as the ten digits are', () => {
    const { handout: mark, ...rest } = handout('12-whose-income', 'en', 1);
    if (mark === undefined) throw new Error('no handout');
    const file = filled(pageTree({ ...rest, handout: { ...mark, recipe: 'ABCDEFGHIJ', code: 'KLMNOPQRST' } }, 'a4'));
    expect(file && pdfText(file)).toMatch(/ABCDEFGHIJKLMNOPQRST·Page1of/);
  });

  it('is made for a student whose name no font has, too: the pages are those of a classmate with the same figures', () => {
    const renderer = shippedRenderer();
    const { handout: mark, ...rest } = handout('01-one-purchase', 'zh', 1);
    if (mark === undefined) throw new Error('no handout');
    const pagesOf = (student: string) => renderer.render({ ...rest, handout: { ...mark, student } }, { paper: 'a4' });
    const [plain, rare] = ['王明', '王😀'].map(pagesOf);
    expect(rare?.diagnostics.map(({ code }) => code)).toEqual(['page-characters']);
    expect(rare && pdfText(rare.value)).toContain('王[U+1F600]');
    const unnamed = (file: typeof plain) => file && pdfWords(file.value).map((page) => page.filter(({ text }) => !text.startsWith('王')));
    expect(unnamed(rare)).toEqual(unnamed(plain));
  });

  it('is not made where the page does not show the digits in the order of the tree', () => {
    const tree = pageTree(handout('01-one-purchase', 'zh', 1), 'a4');
    const turned = ({ shown, meant }: Stencil['drawn']) => ({ shown: [...shown].reverse().join(''), meant });
    expect(filled(tree, (stencil) => ({ ...stencil, drawn: turned(stencil.drawn) }))).toBeUndefined();
    expect(filled(tree, (stencil) => ({ ...stencil, spoken: turned(stencil.spoken) }))).toBeUndefined();
    const more = ({ shown, meant }: Stencil['drawn']) => ({ shown: `${shown}0`, meant: `${meant}0` });
    expect(filled(tree, (stencil) => ({ ...stencil, drawn: more(stencil.drawn) }))).toBeUndefined();
  });
});

describe('a stencil', () => {
  const paragraph = (text: string) => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });
  const exercise = (number: number, ...texts: readonly string[]) => ({
    kind: 'exercise',
    exercise: { title: `练习 ${number}`, kindWord: '计算', levelWord: '基础', marks: '2 分', prompt: texts.map(paragraph), response: [] },
  });
  const tree = (...blocks: readonly unknown[]) => ({
    edition: 'student',
    handout: { student: '学生 12', group: '', code: 'AAAAA', recipe: '' },
    chapters: [{ number: 1, label: '第 1 章', title: '题', blocks }],
  });

  it('keeps names and numbers of exercises, and changes the figures of their texts only', () => {
    const stencil = stencilOf(tree(exercise(1, '给 100 元', '得 7.5 个')));
    // The name, the chapter, the exercise, its points; then 100 and 7.5.
    expect(stencil?.drawn.meant).toBe(`12${1}${1}${2}${100}${75}`);
    expect(stencil?.drawn.shown.slice(0, 5)).toBe('12112');
    expect(JSON.stringify(stencil?.tree)).toContain('练习 1');
    expect(JSON.stringify(stencil?.tree)).not.toContain('100 元');
  });

  it('is the same for students whose figures are equally long', () => {
    const [one, other, longer] = ['128 元', '905 元', '1280 元'].map((text) => stencilOf(tree(exercise(1, text))));
    expect(one?.tree).toEqual(other?.tree);
    expect(one?.drawn.meant).not.toBe(other?.drawn.meant);
    expect(longer?.tree).not.toEqual(one?.tree);
  });

  it('has the same stand-ins in an exercise whatever stands above it', () => {
    const last = (stencil: Stencil | undefined) => JSON.stringify(stencil?.tree.chapters).split('练习 2')[1];
    const [one, other] = ['3 元', '3000 元'].map((text) => stencilOf(tree(exercise(1, text), exercise(2, '44 元'))));
    expect(last(one)).toBe(last(other));
  });

  it('is not cut for pages that are not a student’s, nor where a curve is drawn by its figures', () => {
    expect(stencilOf({ ...tree(), edition: 'key' })).toBeUndefined();
    expect(stencilOf({ ...tree(), handout: undefined })).toBeUndefined();
    const figure = { kind: 'figure', figure: { kind: 'chart', chart: {} }, alt: '', caption: [] };
    expect(stencilOf(tree(figure))).toBeUndefined();
  });
});
