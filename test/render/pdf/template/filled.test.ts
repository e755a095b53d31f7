import { describe, expect, it } from 'vitest';
import type { Document, HandoutMark } from '../../../../src/document/index.js';
import { CAN_READ_PDF, pdfFacts, pdfFonts, pdfText, squeeze } from '../inspect-pdf.js';
import { readCodes } from '../read-codes.js';
import { movedRules, movedWords, said } from './compare.js';
import { type Class, FOLDERS, laidOut, openClass, PLAIN, type Wanted } from './handouts.js';

/** `npm run test:filled` compares this many students of every chapter and language. */
const STUDENTS = Number(process.env.FILLED_STUDENTS ?? 0);

/** Sizes, papers and solutions in turn. */
const EVERY = FOLDERS.flatMap((folder, index) =>
  (['zh', 'en'] as const).map(
    (language, turn): Wanted => ({
      folder,
      language,
      size: (index + turn) % 4 === 3 ? 'large' : 'standard',
      solutions: (index + turn) % 5 === 2,
      paper: (index + turn) % 3 === 1 ? 'letter' : 'a4',
    }),
  ),
);
const SOME: readonly Wanted[] = [
  { ...PLAIN, folder: '01-one-purchase', language: 'zh', paper: 'letter' },
  { ...PLAIN, folder: '07-pool-price', language: 'en' },
  { ...PLAIN, folder: '03-whose-total', language: 'en', size: 'large', solutions: true },
];
/** Bold figures in answers and tables with rules; and a line that begins with an opening bracket. */
const MOVING: readonly Wanted[] = [
  ...SOME.slice(1, 2),
  { ...PLAIN, folder: '01-one-purchase', language: 'zh', solutions: true },
  { ...PLAIN, folder: '03-whose-total', language: 'zh' },
];

/** A grey dot. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
/** The place of a page break may differ. */
const FEET = /onepurchase.{0,60}?使用|晨光中学数学2026|第35中学数学2026/g;

describe.skipIf(!CAN_READ_PDF)('a handout filled into a template', () => {
  it.each(STUDENTS > 0 ? EVERY : SOME)(
    'says what it says when it is laid out by itself: $folder, $language, $size, $paper, solutions $solutions',
    (wanted) => {
      const { renderer, handout } = openClass(wanted);
      for (let student = 1; student <= Math.max(2, STUDENTS); student += 1) {
        const document = handout(student);
        const own = renderer.render(document, { paper: wanted.paper }).value;
        const other = laidOut(document, wanted.paper);
        // What does not move as a template knows is laid out by itself: some solutions, and some handouts in large print.
        if (!wanted.solutions && wanted.size === 'standard') expect(own.isFilled).toBe(true);
        const { feet, ...told } = said(own, document);
        const { feet: otherFeet, ...toldByOther } = said(other, document);
        expect(told).toEqual(toldByOther);
        expect(feet).toHaveLength(own.pages ?? 0);
        if (own.pages === other.pages) expect(feet).toEqual(otherFeet);
        if (own.isFilled === true) expect(movedWords(own, other).moved).toEqual([]);
      }
    },
  );

  it.each(MOVING)('has words and rules where they stand when it is laid out by itself: $folder, $language', (wanted) => {
    const { renderer, handout } = openClass(wanted);
    const document = handout(1);
    const [own, other] = [renderer.render(document, { paper: wanted.paper }).value, laidOut(document, wanted.paper)];
    const { common, moved } = movedWords(own, other);
    expect(moved).toEqual([]);
    expect(common).toBeGreaterThan(10);
    const rules = movedRules(own, other);
    expect(rules?.moved).toEqual([]);
    expect(rules?.common).toBeGreaterThan(10);
  });

  describe('of a chapter', () => {
    const wanted: Wanted = { ...PLAIN, folder: '01-one-purchase', language: 'zh' };
    const { renderer, handout } = openClass(wanted);
    const marked = (student: number, own: Partial<HandoutMark>) => {
      const { handout: mark, ...rest } = handout(student);
      if (mark === undefined) throw new Error('no handout');
      return renderer.render({ ...rest, title: own.student ?? rest.title, handout: { ...mark, ...own } }, { paper: 'a4' });
    };

    it('has the QR code of its student on each page, of any size', () => {
      const texts = ['RK1/2026-spring/104/0.1/K4TQX', `RK1/2026-spring/${'long-id-'.repeat(8)}/0.1/K4TQX`];
      for (const scan of texts) {
        const { value } = marked(4, { scan });
        expect(value.isFilled).toBe(true);
        expect(readCodes(value)).toEqual(Array.from({ length: value.pages ?? 0 }, () => scan));
      }
    });

    it('says what the school puts on its pages, and shows its logo beside the QR code', () => {
      for (const school of ['晨光中学', '第35中学', '']) {
        const own = {
          school,
          header: '数学 2026',
          footer: '只供课堂使用',
          logo: { kind: 'png', base64: DOT, width: 1, height: 1 },
        } as const;
        const document: Document = { ...handout(2), own };
        const { value } = renderer.render(document, { paper: 'a4' });
        if (school === '晨光中学') expect(value.isFilled).toBe(true);
        expect(/\/Alt ?\(x\)/.test(Buffer.from(value.content).toString('latin1'))).toBe(false);
        expect(pdfText(value).replaceAll(FEET, '')).toBe(pdfText(laidOut(document, 'a4')).replaceAll(FEET, ''));
        expect(pdfText(value).match(/数学2026/g)).toHaveLength(value.pages ?? 0);
        expect(new Set(readCodes(value))).toEqual(new Set([document.handout?.scan]));
      }
    });

    it('holds a name in Chinese, in a font of its own', () => {
      const { value, diagnostics } = marked(1, { student: '欧阳娜娜 B-1' });
      expect(value.isFilled).toBe(true);
      expect(diagnostics).toEqual([]);
      expect(pdfText(value)).toContain(squeeze('姓名欧阳娜娜 B-1'));
      expect(pdfFacts(value).get('Title')).toBe('欧阳娜娜 B-1');
      // One font more than without it, embedded and with a map to Unicode.
      expect(pdfFonts(value)).toHaveLength(pdfFonts(marked(1, { student: 'B-1' }).value).length + 1);
      expect(pdfFonts(value).every((line) => /yes yes yes/.test(line))).toBe(true);
    });

    it('says whose it is where the seed is in Chinese, and the id as long as it may be', () => {
      for (const id of ['1', 'W'.repeat(5), '2026-03.long_id_000000000007']) {
        const { value } = marked(1, { recipe: `one-purchase 0.1 · 二〇二六年春 · ${id}`, code: 'WWWWW' });
        expect(value.isFilled).toBe(true);
        expect(pdfText(value)).toContain(squeeze(`one-purchase 0.1 · 二〇二六年春 · ${id}WWWWW·第1页`));
      }
    });

    it('is laid out by itself where a name has a character that no font has, or is too long, and where a seed looks like a stand-in', () => {
      for (const [own, codes] of [
        [{ student: '王😀' }, ['page-characters']],
        [{ student: 'W'.repeat(30) }, []],
        [{ recipe: 'one-purchase 0.1 · nnn · 1' }, []],
      ] as const) {
        const { value, diagnostics } = marked(1, own);
        expect(value.isFilled).toBeUndefined();
        expect(diagnostics.map(({ code }) => code)).toEqual(codes);
      }
    });
  });

  it('has the same bytes whoever came before', () => {
    const wanted: Wanted = { ...PLAIN, folder: '02-reading-a-formula', language: 'zh' };
    const [one, other] = [openClass(wanted), openClass(wanted)];
    const bytes = ({ renderer, handout }: Class, student: number) =>
      Buffer.from(renderer.render(handout(student), { paper: 'a4' }).value.content).toString('latin1');
    const forwards = [1, 2, 3, 4].map((student) => bytes(one, student));
    const backwards = [4, 3, 2, 1].map((student) => bytes(other, student)).reverse();
    expect(backwards).toEqual(forwards);
  });
});
