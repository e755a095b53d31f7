import { bytesOf, concatenated, latin } from '../file/bytes.js';
import { referenceIn } from '../file/dictionary.js';
import { type PdfObjects, readObjects } from '../file/pdf-objects.js';
import { flat, inLines, type TextElement } from './elements.js';
import type { FontFacts } from './font-facts.js';
import { learn } from './learn.js';
import { type ReadFile, readFile, type ToFind } from './leaves.js';
import type { LineModel } from './lines.js';
import { FONT_NAME, type OwnFont } from './own-font.js';
import { type PlacedRoom, packStream, type SumPart } from './packed.js';
import { figureBytes, type Holds, nameBytes, pageParts, type TextPiece, textPieces, type Writing, writingOf } from './program.js';
import { type ScanPicture, scanPicture } from './scan-picture.js';
import { type SpokenFigure, spokenRooms } from './spoken-rooms.js';

/** The finished pages of a shape of handout, with room for what differs from student to student. */
export interface Template {
  readonly pages: number;
  /** From the beginning of the file to its last objects, which are written for each student. */
  readonly bytes: Uint8Array;
  readonly lines: readonly LineProgram[];
  readonly spoken: readonly PlacedRoom<number>[];
  /** Where pages name the font of what they have no glyphs for. */
  readonly fontNames: readonly PlacedRoom<string>[];
  readonly streams: readonly PackedPage[];
  readonly writing: Writing;
  readonly tail: FileTail;
  /** Widths of the texts that are no figures, in points: a wider one has no room. */
  readonly texts: readonly TextRoom[];
}

export interface TextRoom {
  readonly slot: number;
  readonly element: TextElement;
  readonly width: number;
}

export interface LineProgram {
  readonly model: LineModel;
  readonly rooms: readonly PlacedRoom<Holds>[];
  readonly pieces: ReadonlyMap<object, readonly TextPiece[]>;
}

export interface PackedPage {
  readonly start: number;
  readonly end: number;
  readonly sums: readonly SumPart[];
}

/** What follows the objects that are the same for all. */
export interface FileTail {
  /** The highest number of an object. */
  readonly last: number;
  /** Rows of the table of objects, with the places of those that are written for each student still open. */
  readonly table: string;
  readonly info: TailObject;
  readonly metadata: TailObject;
  /** The QR code, where pages have one. */
  readonly picture?: ScanPicture;
  readonly trailer: string;
}

export interface TailObject {
  readonly number: number;
  readonly head: string;
  readonly stream: string;
}

export interface TemplateSource {
  readonly file: Uint8Array;
  readonly figures: ToFind['figures'];
  readonly spoken: readonly SpokenFigure[];
  readonly texts: ToFind['texts'];
  /** Its pages have a QR code. */
  readonly hasScan: boolean;
}

/** Why no template could be made. */
export type TemplateFault =
  | 'figures stand in another order than in the tree'
  | 'figures are spoken in another order than in the tree'
  | 'something moves that stands beside no figure'
  | 'the QR code is not found'
  | 'a name or a code is not found';

export interface MadeTemplate {
  readonly template: Template;
  /** Slots whose figures have to be as long as in the template. */
  readonly unknown: ReadonlySet<number>;
}

/** The file with shorter texts in these slots and the same ones in all others. */
export type Narrower = (slots: ReadonlySet<number>) => TemplateSource | undefined;

/** The template of the file; from the same with shorter figures it is learned how things move. */
export function makeTemplate(own: TemplateSource, narrowed: Narrower): MadeTemplate | TemplateFault {
  const source = readObjects(own.file);
  const file = readFile(source, own);
  const narrower = file && narrowed(endingSlots(file));
  const other = narrower && withSamePages(file, readFile(readObjects(narrower.file), narrower), narrowed);
  if (file === undefined || narrower === undefined || other === undefined) return 'figures stand in another order than in the tree';
  const spoken = spokenRooms(source, own.spoken);
  if (spoken === undefined) return 'figures are spoken in another order than in the tree';
  const picture = own.hasScan ? scanPicture(source) : undefined;
  if (own.hasScan && picture === undefined) return 'the QR code is not found';
  const wholes = new Set(own.texts.values());
  const texts = textRooms(file, wholes);
  if (texts.length < wholes.size) return 'a name or a code is not found';
  const shorter = slotTexts(narrower);
  const writing = writingOf(file);
  const learned = learn(
    file.leaves,
    other.leaves,
    (slot, { font, size }) => (widthIn(writing, font, shorter.get(slot) ?? '') * size) / 1000,
  );
  if (learned === undefined) return 'something moves that stands beside no figure';
  const longest = slotTexts(own);
  const parts = pageParts(file, learned.models, (slot) => (wholes.has(slot) ? nameBytes : figureBytes)(longest.get(slot) ?? ''));
  const packed = new Map(file.pages.map(({ contents }, index) => [contents, packStream(parts[index] ?? [])]));
  const writer = new TemplateWriter(source, own.file);
  const rooms: PlacedRoom<Holds>[] = [];
  const streams: PackedPage[] = [];
  const alts: PlacedRoom<number>[] = [];
  const fontNames: PlacedRoom<string>[] = [];
  const named = `/${FONT_NAME} ${Math.max(...source.numbers) + 1} 0 R `;
  const pageNumbers = new Set(file.pages.map((page) => page.number));
  const [info, root] = [source.trailer('Info'), source.trailer('Root')];
  const metadata = referenceIn(source.head(root), 'Metadata');
  for (const number of source.numbers) {
    if (number === info || number === metadata || number === picture?.number) continue;
    const page = packed.get(number);
    const head = spoken.get(number);
    writer.begin(number);
    if (page !== undefined) {
      writer.text(`\n<<\n  /Length ${page.bytes.length}\n  /Filter /FlateDecode\n>>\nstream\n`);
      const start = writer.bytes(page.bytes);
      writer.text('\nendstream\nendobj\n');
      streams.push({ start, end: start + page.bytes.length, sums: page.sums });
      for (const room of page.rooms) rooms.push({ ...room, at: room.at + start });
    } else if (head !== undefined) {
      for (const part of head) {
        if (typeof part === 'string') writer.text(part);
        else alts.push({ ...part, at: writer.text(' '.repeat(part.length)) });
      }
      writer.text('endobj\n');
    } else if (pageNumbers.has(number)) {
      const [before = '', after = ''] = splitOnce(source.head(number), '/Font <<');
      writer.text(`${before}/Font <<\n`);
      fontNames.push({ length: named.length, holds: named, at: writer.text(' '.repeat(named.length)) });
      writer.text(`${after}endobj\n`);
    } else writer.copy(number);
  }
  const tailOf = (number: number): TailObject => ({ number, head: source.head(number), stream: latin(source.stream(number)) });
  const tail = { ...writer.tail(), info: tailOf(info), metadata: tailOf(metadata), ...(picture === undefined ? {} : { picture }) };
  const lines = learned.models.map((model, line): LineProgram => {
    const own = rooms.filter(({ holds }) => holds.line === line);
    const texts = own.flatMap(({ holds }) => (holds.kind === 'text' ? [holds.element] : []));
    const gaps = (element: TextElement) => model.fitted?.gaps[model.elements.indexOf(element)];
    return { model, rooms: own, pieces: new Map(texts.map((element) => [element, textPieces(element, gaps(element))])) };
  });
  const template = {
    texts,
    fontNames,
    pages: file.pages.length,
    bytes: writer.whole(),
    lines,
    spoken: alts,
    streams,
    writing,
    tail,
  };
  return { template, unknown: learned.unknown };
}

/** Where each text stands that is no figure, once. */
function textRooms({ leaves }: ReadFile, wholes: ReadonlySet<number>): readonly TextRoom[] {
  const rooms = new Map<number, TextRoom>();
  for (const element of leaves.flatMap((leaf) => flat(leaf.elements))) {
    if (element.kind !== 'text') continue;
    for (const { slot, width } of element.slots) if (wholes.has(slot)) rooms.set(slot, { slot, element, width });
  }
  return [...rooms.values()];
}

/** Where shorter figures take a page less, what stands below the pages comes from a file in which only names are shorter. */
function withSamePages(file: ReadFile, other: ReadFile | undefined, narrowed: Narrower): ReadFile | undefined {
  if (other === undefined || other.pages.length === file.pages.length) return other;
  const named = narrowed(new Set());
  const foot = named && readFile(readObjects(named.file), named);
  if (foot === undefined) return undefined;
  const tagged = other.leaves.filter(({ isArtifact }) => !isArtifact);
  return { ...other, leaves: [...tagged, ...foot.leaves.filter(({ isArtifact }) => isArtifact)] };
}

/** Slots in the last lines of their texts: what becomes shorter there does not move words from line to line. */
function endingSlots({ leaves }: ReadFile): ReadonlySet<number> {
  const last = leaves.flatMap((leaf) => flat(inLines(leaf.elements).at(-1) ?? []));
  return new Set(last.flatMap((element) => (element.kind === 'text' ? element.slots.map(({ slot }) => slot) : [])));
}

function slotTexts({ figures, texts }: TemplateSource): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { text, slot } of figures) if (slot !== undefined) found.set(slot, text);
  for (const [text, slot] of texts) found.set(slot, text);
  return found;
}

function splitOnce(text: string, at: string): readonly string[] {
  const place = text.indexOf(at);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + at.length)];
}

/** In thousandths of the type size; bold characters without a glyph there are in the student's own font. */
export function widthIn(writing: Writing, font: FontFacts, text: string, own?: OwnFont): number {
  const written = writing.get(font);
  const more = font.isBold ? own?.glyphs : undefined;
  let width = 0;
  for (const character of text) width += written?.get(character)?.width ?? more?.get(character)?.width ?? 0;
  return width;
}

class TemplateWriter {
  readonly #pieces: Uint8Array[] = [];
  readonly #offsets = new Map<number, number>();
  #at = 0;

  constructor(
    private readonly source: PdfObjects,
    private readonly file: Uint8Array,
  ) {
    const start = latin(file.subarray(0, 64)).search(/\d+ 0 obj/);
    this.bytes(file.subarray(0, start));
  }

  begin(number: number): void {
    this.#offsets.set(number, this.#at);
    this.text(`${number} 0 obj`);
  }

  text(text: string): number {
    return this.bytes(bytesOf(text));
  }

  bytes(bytes: Uint8Array): number {
    const at = this.#at;
    this.#pieces.push(bytes);
    this.#at += bytes.length;
    return at;
  }

  copy(number: number): void {
    const stream = this.source.stream(number);
    this.text(this.source.head(number));
    if (stream.length > 0) this.bytes(stream);
    else this.text('endobj\n');
  }

  whole(): Uint8Array {
    return concatenated(this.#pieces);
  }

  /** The table, in which objects without a place have zeros; and the trailer up to where the table begins. */
  tail(): Pick<FileTail, 'last' | 'table' | 'trailer'> {
    const last = Math.max(...this.source.numbers);
    const rows = Array.from({ length: last }, (_, index) => `${String(this.#offsets.get(index + 1) ?? 0).padStart(10, '0')} 00000 n \n`);
    const text = latin(this.file.subarray(this.file.length - 2048));
    const trailer = text.slice(text.lastIndexOf('trailer'), text.lastIndexOf('startxref')).replace(/\n\s*\/ID \[[^\]]*\]/, '');
    return { last, table: `0000000000 65535 f \n${rows.join('')}`, trailer };
  }
}
