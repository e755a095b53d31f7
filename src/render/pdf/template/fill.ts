import type { ScanCode } from '../layout/scan-code.js';
import { leadOf, type TextElement } from './elements.js';
import { fileEnding } from './file-ending.js';
import type { GlyphSource } from './font-cut.js';
import { given } from './justify.js';
import { moveLine } from './lines.js';
import { FONT_NAME, type OwnFont, ownFont } from './own-font.js';
import { writeChecksum } from './packed.js';
import { PLACE_LENGTH, SCALE_LENGTH, type TextPiece, type Writing } from './program.js';
import { hexText } from './spoken-rooms.js';
import { type LineProgram, type Template, widthIn } from './template.js';

/** What one student's file says in the places of a template. */
export interface Filling {
  /** By slot. */
  readonly texts: readonly string[];
  readonly spoken: readonly string[];
  /** What the file is called to a reader. */
  readonly title: string;
  /** For a template that has one. */
  readonly scan?: ScanCode;
}

/** The file of a student. Undefined where a text does not fit the room that it has. */
export function fillTemplate(template: Template, { texts, spoken, title, scan }: Filling, glyphs?: GlyphSource): Uint8Array | undefined {
  const { writing } = template;
  const missing = missingCharacters(template, texts);
  const own = missing.length > 0 ? glyphs && ownFont(glyphs, missing) : undefined;
  if (missing.length > 0 && own === undefined) return undefined;
  const isWide = template.texts.some(({ slot, element: { font, size }, width }) => {
    return (widthIn(writing, font, texts[slot] ?? '', own) * size) / 1000 > width;
  });
  if (isWide) return undefined;
  const ending = fileEnding(template.bytes.length, template.tail, { title, scan, font: own });
  const bytes = new Uint8Array(template.bytes.length + ending.length);
  bytes.set(template.bytes);
  bytes.set(ending, template.bytes.length);
  for (const line of template.lines) if (!fillLine(bytes, line, { writing, texts, own })) return undefined;
  for (const { at, length, holds } of template.spoken) {
    const hex = hexText(spoken[holds] ?? '');
    if (hex.length > length) return undefined;
    write(bytes, at, hex);
  }
  if (own !== undefined) for (const { at, holds } of template.fontNames) write(bytes, at, holds);
  for (const { start, end, sums } of template.streams) writeChecksum(bytes, start, end, sums);
  return bytes;
}

/** Characters of names that the pages have no glyphs for. */
function missingCharacters({ texts: rooms, writing }: Template, texts: readonly string[]): readonly string[] {
  const missing = new Set<string>();
  for (const { slot, element } of rooms) {
    const known = writing.get(element.font);
    if (element.font.isBold) for (const character of texts[slot] ?? '') if (known?.has(character) !== true) missing.add(character);
  }
  return [...missing];
}

interface Writer {
  readonly writing: Writing;
  readonly texts: readonly string[];
  readonly own: OwnFont | undefined;
}

function fillLine(bytes: Uint8Array, { model, rooms, pieces }: LineProgram, writer: Writer): boolean {
  const { writing, texts, own } = writer;
  const { moves, fit } = moveLine(model, (slot, { font, size }) => (widthIn(writing, font, texts[slot] ?? '', own) * size) / 1000);
  for (const { at, length, holds } of rooms) {
    const { element } = holds;
    const { shift, growth } = moves.get(element) ?? { shift: 0, growth: 0 };
    const scale = element.kind === 'path' && element.width > 0 ? (element.width + growth) / element.width : 1;
    if (holds.kind === 'place') {
      const inset = element.kind === 'path' ? element.item.box.left * scale : -leadOf(element.item);
      write(bytes, at, decimal(element.x + shift - inset, 3).padStart(PLACE_LENGTH));
    } else if (holds.kind === 'scale') write(bytes, at, decimal(scale, 5).padStart(SCALE_LENGTH));
    else {
      const text = shownText(pieces.get(element) ?? [], { element: holds.element, isRigid: model.isRigid === true, ...writer, fit });
      if (text === undefined || text.length >= length) return false;
      write(bytes, at, text);
      bytes[at + length - 1] = NEW_LINE;
    }
  }
  return true;
}

const NEW_LINE = 0x0a;

interface Showing extends Writer {
  readonly element: TextElement;
  readonly isRigid: boolean;
  readonly fit: ReturnType<typeof moveLine>['fit'];
}

/** In points, 0.1 mm: where nothing else may move, a figure is as wide as what stood in for it, or its page is laid out by itself. */
const MOST_AWAY = 0.28;

/** The operators that show a text; undefined where a character has no glyph, or a figure another width than it must have. */
function shownText(pieces: readonly TextPiece[], { element, isRigid, writing, texts, own: ownGlyphs, fit }: Showing): string | undefined {
  const { font, size } = element;
  const own = writing.get(font);
  let text = '[';
  let hex = '';
  const flush = () => {
    if (hex !== '') text += `<${hex}>`;
    hex = '';
  };
  const wrapped = (wrap: string, glyph: string) => {
    flush();
    text += `] TJ\n${wrap}\n<${glyph}> Tj\nEMC\n[`;
  };
  let isOwn = false;
  const backToPage = () => {
    text += `] TJ\n/${element.item.font} ${size} Tf\n[`;
    isOwn = false;
  };
  for (const piece of pieces) {
    if (piece.kind === 'glyphs') {
      if (piece.wrap === '') hex += piece.hex;
      else wrapped(piece.wrap, piece.hex);
    } else if (piece.kind === 'gap') {
      const more = piece.gap === undefined || fit === undefined ? 0 : (given(piece.gap, fit) * 1000) / size;
      const number = decimal(-(piece.fixed + more), 2);
      if (number !== '0') {
        flush();
        text += number;
      }
    } else {
      for (const character of texts[piece.slot] ?? '') {
        const written = own?.get(character);
        if (written !== undefined && isOwn) backToPage();
        if (written === undefined) {
          const glyph = font.isBold ? ownGlyphs?.glyphs.get(character) : undefined;
          if (glyph === undefined) return undefined;
          flush();
          if (!isOwn) text += `] TJ\n/${FONT_NAME} ${size} Tf\n[`;
          isOwn = true;
          text += `<${glyph.hex}>`;
          continue;
        }
        if (written.wrap === '') hex += written.hex;
        else {
          wrapped(written.wrap, written.hex);
          text += decimal(-written.after, 2);
        }
      }
      if (isOwn) backToPage();
      // Where nothing else may move, what follows stays where it is.
      if (isRigid) {
        const [room] = element.slots.filter(({ slot }) => slot === piece.slot);
        const rest = ((room?.width ?? 0) * 1000) / size - widthIn(writing, font, texts[piece.slot] ?? '', ownGlyphs);
        if (Math.abs(rest * size) > MOST_AWAY * 1000) return undefined;
        flush();
        text += decimal(-rest, 2);
      }
    }
  }
  flush();
  return `${text}] TJ`;
}

/** Rounded, without zeros at the end. */
function decimal(value: number, places: number): string {
  const factor = 10 ** places;
  return String(Math.round(value * factor) / factor);
}

function write(bytes: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index);
}
