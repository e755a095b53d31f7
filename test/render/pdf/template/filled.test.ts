import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../../src/chapter/index.js';
import { type ClassSet, createClassSet } from '../../../../src/classroom/index.js';
import { assembleHandout, type Document, type PageSize } from '../../../../src/document/index.js';
import type { RenderedFile } from '../../../../src/render/output/rendered-file.js';
import { createPageCompiler } from '../../../../src/render/pdf/compile/compiler.js';
import { createPdfRenderer, figurePlaces } from '../../../../src/render/pdf/index.js';
import { pageTree } from '../../../../src/render/pdf/layout/page-tree.js';
import { read, sharedWords, shippedContents } from '../../../support/shipped-document.js';
import { CAN_READ_PDF, pdfFacts, pdfFonts, pdfTags, pdfText, pdfWords, squeeze } from '../inspect-pdf.js';
import { SHIPPED_ENGINE, shippedFonts, shippedTemplates } from '../renderer.js';

const FOLDERS = readdirSync(new URL('../../../../chapters/', import.meta.url))
  .filter((name) => /^\d/.test(name))
  .sort();
const WORKBOOK = parseWorkbook(read('chapters/workbook.yaml')).value;
const PAGES = { templates: shippedTemplates(), engine: SHIPPED_ENGINE };
const compiler = createPageCompiler(PAGES);
const nameFont = readFileSync(shippedFonts().find((path) => path.includes('700Bold')) ?? '');
const sets = new Map<string, ClassSet>();

function setOf(folder: string): ClassSet {
  const content = shippedContents(FOLDERS.slice(0, FOLDERS.indexOf(folder) + 1)).at(-1);
  if (content === undefined) throw new Error(`no chapter ${folder}`);
  const set = sets.get(folder) ?? createClassSet([content], { seed: 'template', mostCounted: 24 });
  sets.set(folder, set);
  return set;
}

interface Wanted {
  readonly folder: string;
  readonly language: 'zh' | 'en';
  readonly size?: PageSize;
  readonly solutions?: boolean;
}

function handout({ folder, language, size = 'standard', solutions = false }: Wanted, student: number): Document {
  if (WORKBOOK === undefined) throw new Error('no workbook');
  const contents = setOf(folder)
    .paper({ stem: '', number: student })
    .parts.map((part) => part.content);
  const mark = { student: `B-${student}`, group: '', code: 'K7Q2M', recipe: `${folder} 0.1 - ${student}` };
  const shared = sharedWords(language);
  return assembleHandout(WORKBOOK, contents, { name: `s${student}`, language, size, shared, mark, solutions }).value;
}

/** The pages as the compiler sets them, without stand-ins. */
function laidOut(document: Document, paper: 'a4' | 'letter' = 'a4'): RenderedFile {
  const compiled = compiler.compile(pageTree(document, paper));
  if (compiled.kind !== 'pages') throw new Error(JSON.stringify(compiled));
  return { path: 'a.pdf', content: compiled.content, pages: compiled.pages };
}

function rendererFor(wanted: Wanted) {
  const figures = figurePlaces(Array.from({ length: 16 }, (_, index) => handout(wanted, 900_000 + index)));
  return createPdfRenderer({ ...PAGES, figures, nameFont });
}

function spokenIn(content: string | Uint8Array): readonly string[] {
  const alts = [
    ...Buffer.from(content)
      .toString('latin1')
      .matchAll(/\/Alt (<[^>]*>|\((?:\\.|[^\\)])*\))/g),
  ];
  return alts.map(([, alt = '']) => textOf(alt)).reverse();
}

function textOf(value: string): string {
  if (value.startsWith('(')) return value.slice(1, -1).replace(/\\(.)/g, '$1');
  const units = value.slice(5, -1).replace(/\s/g, '').match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

/** What no template serves yet: a screen reader meets its figures in another order. */
const NOT_FILLED = new Set(['13-check-a-flyer en solutions']);

const NEUTRAL = { zh: '税务意见。', en: 'taxadvice.' };

interface Placed {
  readonly text: string;
  readonly x: number;
}

/** Words line by line, by their texts: where two files break lines alike, the same words stand in the same lines. */
function linesOf(file: RenderedFile): ReadonlyMap<string, readonly Placed[]> {
  const lines = new Map<string, readonly Placed[]>();
  const twice = new Set<string>();
  for (const words of pdfWords(file)) {
    const byHeight = new Map<number, Placed[]>();
    // Front and back of a sheet have other margins.
    const margin = Math.min(...words.map(({ xMin }) => xMin));
    for (const { text, xMin, yMax } of words) {
      const height = Math.round(yMax);
      byHeight.set(height, [...(byHeight.get(height) ?? []), { text, x: xMin - margin }]);
    }
    for (const line of byHeight.values()) {
      const key = line.map(({ text }) => text).join(' ');
      if (lines.has(key)) twice.add(key);
      lines.set(key, line);
    }
  }
  return new Map([...lines].filter(([key]) => !twice.has(key)));
}

/** In points: 0.1 mm. */
const PLACE = 0.283;
/** A paragraph is stretched to its own longest line, which is that of the template here: a millimetre in a line of words. */
const PLACE_IN_WORDS = 3;

/** Words of common lines that stand elsewhere. */
function movedWords(own: RenderedFile, other: RenderedFile): { readonly common: number; readonly moved: readonly string[] } {
  const others = linesOf(other);
  let common = 0;
  const moved: string[] = [];
  for (const [text, words] of linesOf(own)) {
    const beside = others.get(text);
    if (beside === undefined) continue;
    common += 1;
    for (const [index, word] of words.entries()) {
      const away = word.x - (beside[index]?.x ?? 0);
      if (Math.abs(away) > (words.length > 8 || text.length > 24 ? PLACE_IN_WORDS : PLACE))
        moved.push(`${word.text} ${away.toFixed(2)}: ${text}`);
    }
  }
  return { common, moved };
}

describe.skipIf(!CAN_READ_PDF)('a handout filled into a template', () => {
  // Every chapter in both languages; sizes, papers and solutions in turn.
  const cases = FOLDERS.flatMap((folder, index) =>
    (['zh', 'en'] as const).map((language, turn): Wanted & { readonly paper: 'a4' | 'letter' } => ({
      folder,
      language,
      size: (index + turn) % 4 === 3 ? 'large' : 'standard',
      solutions: (index + turn) % 5 === 2,
      paper: (index + turn) % 3 === 1 ? 'letter' : 'a4',
    })),
  );

  it.each(cases)('says what it says when it is laid out itself: $folder, $language, $size, $paper, solutions $solutions', (wanted) => {
    const document = handout(wanted, 1);
    const own = rendererFor(wanted).render(document, { paper: wanted.paper }).value;
    const other = laidOut(document, wanted.paper);
    expect(own.isFilled === true || NOT_FILLED.has(`${wanted.folder} ${wanted.language}${wanted.solutions ? ' solutions' : ''}`)).toBe(
      true,
    );
    // Pages may break elsewhere, since lines are as wide as the widest figures.
    const recipe = squeeze(document.handout?.recipe ?? '');
    const text = (file: RenderedFile) => pdfText(file).replaceAll(new RegExp(`${recipe}.{0,200}?${NEUTRAL[wanted.language]}`, 'g'), '');
    expect(text(own)).toBe(text(other));
    expect(pdfTags(own)).toEqual(pdfTags(other));
    expect(spokenIn(own.content)).toEqual(spokenIn(other.content));
    expect(pdfFacts(own).get('Title')).toBe(pdfFacts(other).get('Title'));
  });

  it.each(['zh', 'en'] as const)('has the words of a line where they stand when it is laid out itself: %s', (language) => {
    for (const folder of ['01-one-purchase', '07-pool-price', '09-growing-premiums']) {
      const wanted: Wanted = { folder, language };
      const renderer = rendererFor(wanted);
      for (const student of [3, 4]) {
        const document = handout(wanted, student);
        const { common, moved } = movedWords(renderer.render(document, { paper: 'a4' }).value, laidOut(document));
        expect(moved).toEqual([]);
        expect(common).toBeGreaterThan(10);
      }
    }
  });

  it('holds a name in Chinese, in a font of its own', () => {
    const wanted: Wanted = { folder: '01-one-purchase', language: 'zh' };
    const { handout: mark, ...rest } = handout(wanted, 1);
    if (mark === undefined) throw new Error('no handout');
    const renderer = rendererFor(wanted);
    const named = (student: string) => renderer.render({ ...rest, title: student, handout: { ...mark, student } }, { paper: 'a4' });
    const { value, diagnostics } = named('欧阳娜娜 B-1');
    expect(value.isFilled).toBe(true);
    expect(diagnostics).toEqual([]);
    expect(pdfText(value)).toContain(squeeze('姓名欧阳娜娜 B-1'));
    // One font more than without it, embedded and with a map to Unicode.
    expect(pdfFonts(value)).toHaveLength(pdfFonts(named('B-1').value).length + 1);
    expect(pdfFonts(value).every((line) => /yes yes yes/.test(line))).toBe(true);
  });

  it('is laid out by itself where a name has a character that no font has, or is too long', () => {
    const wanted: Wanted = { folder: '01-one-purchase', language: 'zh' };
    const { handout: mark, ...rest } = handout(wanted, 1);
    if (mark === undefined) throw new Error('no handout');
    const renderer = rendererFor(wanted);
    for (const [student, codes] of [
      ['王😀', ['page-characters']],
      ['W'.repeat(30), []],
    ] as const) {
      const { value, diagnostics } = renderer.render({ ...rest, handout: { ...mark, student } }, { paper: 'a4' });
      expect(value.isFilled).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    }
  });

  it('has the same bytes whoever came before', () => {
    const wanted: Wanted = { folder: '07-pool-price', language: 'zh' };
    const [one, other] = [rendererFor(wanted), rendererFor(wanted)];
    const bytes = (renderer: ReturnType<typeof rendererFor>, student: number) =>
      Buffer.from(renderer.render(handout(wanted, student), { paper: 'a4' }).value.content).toString('latin1');
    const forwards = [1, 2, 3, 4].map((student) => bytes(one, student));
    const backwards = [4, 3, 2, 1].map((student) => bytes(other, student)).reverse();
    expect(backwards).toEqual(forwards);
  });
});
