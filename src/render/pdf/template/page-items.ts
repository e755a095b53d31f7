import { type Shown, shownItems } from '../stencil/content-stream.js';

/** One glyph, and what the page says of it. */
export interface Glyph {
  readonly glyph: number;
  /** Lines that begin and end a part with a text of its own, where the font has none for the glyph; `` where it has. */
  readonly wrap: string;
  /** Room after the glyph beside its own width, in thousandths of the type size. */
  readonly after: number;
}

/** A run of text in one font, with its place in points from the lower left corner of the page. */
export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  /** As the page calls it. */
  readonly font: string;
  readonly size: number;
  /** How far left of its place the first glyph begins, in thousandths of the type size: an opening bracket at the beginning of a line. */
  readonly lead: number;
  readonly glyphs: readonly Glyph[];
  readonly mark: Mark;
  readonly lines: ItemLines;
}

/** A drawing that is no text: its coordinates are from its own upper left corner, downwards. */
export interface PathItem {
  readonly kind: 'path';
  readonly x: number;
  readonly y: number;
  /** Its operators, one in a line. */
  readonly path: string;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly mark: Mark;
  readonly lines: ItemLines;
}

export type PageItem = TextItem | PathItem;

/** The marked part in which something is drawn: by its number for the tags, or an artifact, which are counted through the page. */
export type Mark = { readonly kind: 'tagged'; readonly id: number } | { readonly kind: 'artifact'; readonly index: number };

/** Lines of the page: of the place, of the first and the last operator of a text, and of the end. */
export interface ItemLines {
  readonly start: number;
  readonly place: number;
  readonly shown: number;
  readonly end: number;
}

/**
 * What a page draws, in its order. The compiler writes each operator on a line of its own, and each run of text or drawing between `q` and
 * `Q` with its place first. A picture moves with no figure, so that it is no item. Undefined for a page that does otherwise.
 */
export function pageItems(lines: readonly string[], width: (font: string, glyph: number) => number): readonly PageItem[] | undefined {
  const items: PageItem[] = [];
  let mark: Mark = { kind: 'artifact', index: -1 };
  const open: Mark[] = [];
  let artifacts = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === 'q') {
      const end = lines.indexOf('Q', at);
      if (end === at + 3 && PICTURE.test(lines[at + 2] ?? '')) {
        at = end;
        continue;
      }
      const item = end < 0 ? undefined : readItem(lines, at, end, mark, width);
      if (item === undefined) return undefined;
      items.push(item);
      at = end;
    } else if (line.startsWith('/Artifact')) {
      open.push(mark);
      mark = { kind: 'artifact', index: artifacts };
      artifacts += 1;
      if (!line.endsWith('BMC')) at = lines.indexOf('>> BDC', at);
    } else if (line.startsWith('/')) {
      const end = lines.indexOf('>> BDC', at);
      const id = /\/MCID (\d+)/.exec(lines.slice(at, end).join(' '))?.[1];
      if (end < 0 || id === undefined) return undefined;
      open.push(mark);
      mark = { kind: 'tagged', id: Number(id) };
      at = end;
    } else if (line === 'EMC') mark = open.pop() ?? mark;
    else if (line !== '') return undefined;
  }
  return items;
}

/** Draws what lies in an object of its own. */
const PICTURE = /^\/\S+ Do$/;

function readItem(
  lines: readonly string[],
  start: number,
  end: number,
  mark: Mark,
  width: (font: string, glyph: number) => number,
): PageItem | undefined {
  const place = /^1 0 0 -1 (\S+) (\S+) cm$/.exec(lines[start + 1] ?? '');
  if (place === null) return undefined;
  const [x, y] = [Number(place[1]), Number(place[2])];
  const begin = lines.indexOf('BT', start);
  if (begin >= 0 && begin < end) return readText(lines, { start, begin, end }, { x, y, mark }, width);
  const path = lines.slice(start + 2, end);
  const at = { start, place: start + 1, shown: start + 2, end };
  return { kind: 'path', x, y, path: path.join('\n'), box: boxOf(path), mark, lines: at };
}

/** Corners of the coordinates that a drawing names. */
function boxOf(path: readonly string[]): PathItem['box'] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of path) {
    if (!/ [mlc]$/.test(line)) continue;
    const numbers = line.split(' ').slice(0, -1).map(Number);
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      left = Math.min(left, numbers[at] ?? left);
      right = Math.max(right, numbers[at] ?? right);
      top = Math.min(top, numbers[at + 1] ?? top);
      bottom = Math.max(bottom, numbers[at + 1] ?? bottom);
    }
  }
  return { left, top, right, bottom };
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly mark: Mark;
}

/** A text may begin anew further right, before and after glyphs with a text of their own. */
function readText(
  lines: readonly string[],
  at: { readonly start: number; readonly begin: number; readonly end: number },
  placed: Placed,
  width: (font: string, glyph: number) => number,
): TextItem | undefined {
  const glyphs: Glyph[] = [];
  let font = '';
  let size = 0;
  let wrap = '';
  let shown = -1;
  let lead = 0;
  // How far the glyphs so far reach, and where the next begins, in points.
  let reached = 0;
  const moveTo = (target: number) => {
    const last = glyphs.pop();
    if (last !== undefined) glyphs.push({ ...last, after: last.after + ((target - reached) * 1000) / size });
    reached = target;
  };
  for (let index = at.begin + 1; index < at.end; index += 1) {
    const line = lines[index] ?? '';
    if (line.endsWith(' Tf')) {
      const [name = '', points = ''] = line.slice(1).split(' ');
      if (font !== '' && (font !== name || size !== Number(points))) return undefined;
      [font, size] = [name, Number(points)];
    } else if (line.endsWith(' Tm')) {
      const target = /^1 0 0 -1 (\S+) 0 Tm$/.exec(line)?.[1];
      if (target === undefined) return undefined;
      if (shown < 0) {
        if (Number(target) !== 0) return undefined;
        shown = index + 1;
      } else moveTo(Number(target));
    } else if (line.startsWith('/Span')) {
      const close = lines.indexOf('>> BDC', index);
      wrap = lines.slice(index, close + 1).join('\n');
      index = close;
    } else if (line === 'EMC') wrap = '';
    else if (line.endsWith(' TJ') || line.endsWith(' Tj')) {
      for (const piece of shownItems(line)) {
        if (typeof piece === 'number' && glyphs.length === 0) lead += piece;
        reached = shownPiece(piece, glyphs, { wrap, font, size, reached }, width);
      }
    } else if (line !== '0 Tr' && line !== 'ET') return undefined;
  }
  if (shown < 0) return undefined;
  return { kind: 'text', ...placed, font, size, lead, glyphs, lines: { start: at.start, place: at.start + 1, shown, end: at.end } };
}

function shownPiece(
  piece: Shown,
  glyphs: Glyph[],
  { wrap, font, size, reached }: { readonly wrap: string; readonly font: string; readonly size: number; readonly reached: number },
  width: (font: string, glyph: number) => number,
): number {
  if (typeof piece === 'number') {
    const last = glyphs.pop();
    if (last !== undefined) glyphs.push({ ...last, after: last.after - piece });
    return reached - (piece * size) / 1000;
  }
  let end = reached;
  for (const glyph of piece) {
    glyphs.push({ glyph, wrap, after: 0 });
    end += (width(font, glyph) * size) / 1000;
  }
  return end;
}
