import { zlibSync } from 'fflate';
import { bytesOf, concatenated } from '../file/bytes.js';
import { referenceIn } from '../file/dictionary.js';
import { pageNumbers } from '../file/pages.js';
import { type PdfObjects, readObjects } from '../file/pdf-objects.js';
import type { PdfObject } from '../file/pdf-output.js';
import { streamText } from '../file/stream-text.js';
import { changeGlyphs, type GlyphRun, type Shown } from './content-stream.js';
import type { Digits, Stencil } from './stand-ins.js';

/** Glyphs of the ten digits in one font, and how wide each is in thousandths of the type size. */
interface DigitGlyphs {
  readonly glyphs: readonly number[];
  readonly widths: readonly number[];
}

/**
 * The file of a student from the file that the compiler made of the stencil. Each digit keeps the place of its stand-in, so that figures
 * are set as in a table, all digits equally wide. Undefined where the page does not hold the stand-ins in the order of the tree.
 */
export function fillStencil(file: Uint8Array, { drawn, spoken }: Pick<Stencil, 'drawn' | 'spoken'>): Uint8Array | undefined {
  const source = readObjects(file);
  const pages = pageNumbers(source);
  const fonts = new Map<number, DigitGlyphs>();
  const changes = new Map<number, PdfObject>();
  const digits = new DigitReader(drawn);
  let isBegun = false;
  for (const page of pages) {
    const head = source.head(page);
    const named = fontsOf(head);
    const contents = referenceIn(head, 'Contents');
    const changed = changeGlyphs(streamText(source, contents), (run) => {
      isBegun ||= !run.isArtifact;
      if (!isBegun && isSupply(run)) {
        const font = named.get(run.font) ?? 0;
        fonts.set(font, digitGlyphs(run, source, font));
        return [];
      }
      const font = run.isArtifact ? undefined : fonts.get(named.get(run.font) ?? 0);
      return font && filledRun(run, font, digits);
    });
    changes.set(contents, contentObject(changed));
  }
  const said = new DigitReader(spoken);
  // The compiler numbers what is read aloud from the end.
  for (const number of [...source.numbers].reverse()) {
    const head = source.head(number);
    if (!head.includes('/Alt ')) continue;
    const changed = head.replace(/\/Alt (<[0-9A-F]*>|\((?:\\.|[^\\)])*\))/s, (_, text: string) => `/Alt ${filledText(text, said)}`);
    changes.set(number, { head: changed });
  }
  return digits.isRead && said.isRead ? source.rewritten(changes) : undefined;
}

/** The objects of the fonts that a page names. */
function fontsOf(page: string): ReadonlyMap<string, number> {
  return new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', number]) => [name, Number(number)]));
}

/** The templates put the ten digits of each font before all that is read; the filled page has them no more. */
function isSupply(run: GlyphRun): boolean {
  const glyphs = glyphsOf(run);
  return glyphs.length === 10 && new Set(glyphs).size === 10;
}

function glyphsOf({ items }: GlyphRun): readonly number[] {
  return items.flatMap((item) => (typeof item === 'number' ? [] : item));
}

function digitGlyphs(run: GlyphRun, source: PdfObjects, font: number): DigitGlyphs {
  const glyphs = glyphsOf(run);
  const descendant = /\/DescendantFonts \[(\d+) 0 R\]/.exec(source.head(font))?.[1];
  const widths =
    /\/W \[([^\]]*)\]/
      .exec(source.head(Number(descendant)))?.[1]
      ?.trim()
      .split(/\s+/)
      .map(Number) ?? [];
  return { glyphs, widths: glyphs.map((glyph) => widthOf(glyph, widths)) };
}

/** The compiler writes the first glyph, the last and the width of each run of glyphs that are equally wide. */
function widthOf(glyph: number, runs: readonly number[]): number {
  for (let index = 0; index + 2 < runs.length; index += 3) {
    const [first = 0, last = 0, width = 0] = runs.slice(index, index + 3);
    if (glyph >= first && glyph <= last) return width;
  }
  return 0;
}

/** Room that a narrower digit leaves is shared out to both sides. */
function filledRun({ items }: GlyphRun, { glyphs, widths }: DigitGlyphs, digits: DigitReader): readonly Shown[] | undefined {
  if (!items.some((item) => typeof item !== 'number' && item.some((glyph) => glyphs.includes(glyph)))) return undefined;
  const filled: Shown[] = [];
  let shown: number[] = [];
  const space = (thousandths: number) => {
    if (thousandths === 0) return;
    if (shown.length > 0) filled.push(shown);
    shown = [];
    filled.push(-thousandths);
  };
  for (const item of items) {
    if (typeof item === 'number') {
      space(-item);
      continue;
    }
    for (const glyph of item) {
      const digit = glyphs.indexOf(glyph);
      if (digit < 0) {
        shown.push(glyph);
        continue;
      }
      const meant = digits.next(digit);
      const room = (widths[digit] ?? 0) - (widths[meant] ?? 0);
      const before = Math.trunc(room / 2);
      space(before);
      shown.push(glyphs[meant] ?? glyph);
      space(room - before);
    }
  }
  if (shown.length > 0) filled.push(shown);
  return filled;
}

function filledText(text: string, digits: DigitReader): string {
  const fill = (character: string) => (/^[0-9]$/.test(character) ? String(digits.next(Number(character))) : character);
  if (!text.startsWith('<')) return text.replace(/\\(?:[0-7]{3}|.)|[0-9]/gs, fill);
  return text.replace(/([0-9A-F]{4})/g, (unit: string) => (/^003[0-9]$/.test(unit) ? `003${fill(unit[3] ?? '')}` : unit));
}

/** Reads digits one after the other, as long as the page shows what the tree says. */
class DigitReader {
  #read = 0;
  #isSame = true;

  constructor(private readonly digits: Digits) {}

  /** The digit meant where the page shows this one. */
  next(shown: number): number {
    const place = this.#read;
    this.#read += 1;
    this.#isSame &&= this.digits.shown[place] === String(shown);
    return Number(this.digits.meant[place] ?? shown);
  }

  get isRead(): boolean {
    return this.#isSame && this.#read === this.digits.shown.length;
  }
}

/** Packed by JavaScript: Node's own packer gives other bytes on other processors. */
function contentObject(content: string): PdfObject {
  const packed = zlibSync(bytesOf(content), { level: 1 });
  const head = `\n<<\n  /Length ${packed.length}\n  /Filter /FlateDecode\n>>`;
  return { head, stream: concatenated([bytesOf('\nstream\n'), packed, bytesOf('\nendstream\nendobj\n')]) };
}
