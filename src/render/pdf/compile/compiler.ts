import { invariant } from '../../../diagnostics/index.js';
import type { FigurePlaces } from '../../output/figure-places.js';
import type { Laid, LayoutFailure, PdfEngine, Typesetter } from '../engine/engine.js';
import { type KeyPart, planColumns } from '../layout/column-plan.js';
import { markLongWords } from '../layout/long-words.js';
import type { PageTree } from '../layout/page-tree.js';
import { LEAST_ROOM, type MeasuredPage, type Slot, spreadRoom } from '../layout/spread.js';

export interface PdfOptions {
  /** Typst files by their path below the folder of the PDF templates; `main.typ` is the entry. */
  readonly templates: ReadonlyMap<string, string>;
  readonly engine: PdfEngine;
  /** How much room figures get in the handouts of a class; absent = each handout is laid out by itself. */
  readonly figures?: FigurePlaces;
  /** The bold font file, for the names of students; absent = names in characters that no page has are laid out. */
  readonly nameFont?: Uint8Array;
}

export type Compiled =
  | {
      readonly kind: 'pages';
      readonly content: Uint8Array;
      readonly pages: number;
      /** On which page each place of the tree's `starts` stands. */
      readonly starts?: readonly number[];
      /** Texts that end beyond the edge of the page. */
      readonly overfull: readonly string[];
    }
  /** Each character that no font has, once. */
  | { readonly kind: 'missing-characters'; readonly characters: readonly string[] }
  | LayoutFailure;

/** Typst's cache drops what so many renderings in a row have not used. A larger cache costs more memory than it saves time. */
const KEPT_RENDERINGS = 1;

export interface PageCompiler {
  /** `kept`: how many renderings without use something stays in the cache. */
  compile(tree: PageTree, kept?: number): Compiled;
  /** The same pages as one SVG. */
  draw(tree: PageTree, kept: number): Drawn;
}

export type Drawn = { readonly kind: 'drawn'; readonly svg: string } | LayoutFailure;

/** One compiler with its templates. Each call lays out one tree; the result does not depend on earlier calls. */
export function createPageCompiler({ templates, engine }: PdfOptions): PageCompiler {
  invariant(templates.has('main.typ'), 'the PDF templates have no main.typ');
  const setter = engine.open(templates);
  return {
    compile(tree, kept = KEPT_RENDERINGS) {
      const marked = markLongWords(tree) as PageTree | undefined;
      const outcome = compileTree(setter, marked ?? tree, marked !== undefined);
      setter.forget(kept);
      return outcome;
    },
    draw(tree, kept) {
      const laid = layOutSpread(setter, tree);
      const drawn = laid.kind === 'failed' ? laid : drawing(laid);
      setter.forget(kept);
      return drawn;
    },
  };
}

function drawing({ svg }: Laid): Drawn {
  return svg === undefined ? { kind: 'failed', messages: ['this page compiler draws no pictures'] } : { kind: 'drawn', svg: svg() };
}

function compileTree(setter: Typesetter, tree: PageTree, measure: boolean): Compiled {
  const characters = setter.missing(tree);
  if (characters.length > 0) return { kind: 'missing-characters', characters };
  const last = layOutSpread(setter, tree);
  if (last.kind === 'failed') return last;
  const overfull = measure ? overfullTexts(last) : [];
  try {
    const starts = startPages(tree, last);
    return { kind: 'pages', content: last.pdf(), pages: last.pages, ...(starts === undefined ? {} : { starts }), overfull };
  } catch (thrown) {
    return exportFailure(String(thrown));
  }
}

function layOut(setter: Typesetter, tree: PageTree): Laid | LayoutFailure {
  return setter.layOut('main.typ', new Map([['document.json', jsonBytes(tree)]]));
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The pages as they print: what is left of each is shared out. */
function layOutSpread(setter: Typesetter, tree: PageTree): Laid | LayoutFailure {
  const first = layOut(setter, tree);
  if (first.kind === 'failed') return first;
  if (tree.columns !== undefined) return inColumns(setter, tree, first);
  return tree.slots === undefined ? first : withRoomSpread(setter, tree, first);
}

/** What the templates note of each chapter of a key: millimetres of a page, of the chapter's head and of each part. */
interface ColumnNote {
  readonly height: number;
  readonly head: number;
  readonly parts: readonly KeyPart[];
}

/** A key in which every part was only measured, now laid out in columns. */
function inColumns(setter: Typesetter, tree: PageTree, measured: Laid): Laid | LayoutFailure {
  const notes = measured.query('<columns>') as readonly { readonly value: ColumnNote }[];
  return layOut(setter, { ...tree, columns: notes.map(({ value }) => planColumns(value.parts, value.height, value.head)) });
}

/** Of a page from which something moved to the next so many millimetres are taken back, then all, and the pages are laid out again. */
const TAKEN_BACK = [8, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

/** Laid out again with what is left of each page shared out to its slots; as it is where little is left. */
function withRoomSpread(setter: Typesetter, tree: PageTree, first: Laid): Laid | LayoutFailure {
  let pages = measuredPages(roomNotes(first));
  const edgeFeet = roomNotes(first).flatMap(({ value }) => (value !== 'page' && value.edge ? [value.slot] : []));
  if (pages.every(({ room }) => room < LEAST_ROOM)) return first;
  for (const taken of [...TAKEN_BACK, undefined]) {
    const { growth } = spreadRoom(tree.slots as readonly Slot[], pages);
    const next = layOut(setter, { ...tree, edgeFeet, room: Object.fromEntries(growth) });
    if (next.kind === 'failed') return next;
    const left = pagesLeft(pages, measuredPages(roomNotes(next)));
    // What cannot be mended is left where it went, as long as it takes no page more.
    if (left.size === 0 || (taken === undefined && next.pages <= first.pages)) return next;
    pages = pages.map((page, index) => (left.has(index) ? { ...page, room: Math.max(0, page.room - (taken ?? 0)) } : page));
  }
  return layOut(setter, { ...tree, room: {} });
}

/** The page on which each exercise begins, where the tree says by which slots they do. */
function startPages({ starts }: PageTree, laid: Laid): readonly number[] | undefined {
  if (starts === undefined) return undefined;
  const pages = measuredPages(roomNotes(laid));
  return (starts as readonly number[]).map((slot) => 1 + pages.findIndex(({ slots }) => slots.includes(slot)));
}

/** The pages that a slot was measured on and no longer stands on. */
function pagesLeft(measured: readonly MeasuredPage[], drawn: readonly MeasuredPage[]): ReadonlySet<number> {
  const place = new Map(drawn.flatMap(({ slots }, index) => slots.map((slot) => [slot, index] as const)));
  return new Set(measured.flatMap(({ slots }, index) => (slots.some((slot) => (place.get(slot) ?? index) !== index) ? [index] : [])));
}

/** What the templates note where a slot stands, and at the foot of each page. */
type RoomNote = {
  readonly value: 'page' | { readonly slot: number; readonly room: number; readonly edge?: boolean; readonly lost?: boolean };
};

function roomNotes(laid: Laid): readonly RoomNote[] {
  return laid.query('<room>') as readonly RoomNote[];
}

function measuredPages(notes: readonly RoomNote[]): readonly MeasuredPage[] {
  const pages: { room: number; slots: number[] }[] = [{ room: 0, slots: [] }];
  for (const { value } of notes) {
    const page = pages.at(-1);
    if (value === 'page' || page === undefined) pages.push({ room: 0, slots: [] });
    else if (value.lost !== true) {
      page.room += value.room;
      page.slots.push(value.slot);
    }
  }
  return pages;
}

/** Each text once, as the templates note it after the pages are laid out. */
function overfullTexts(laid: Laid): readonly string[] {
  const found = laid.query('<overfull>') as readonly { readonly value: string }[];
  return [...new Set(found.map(({ value }) => value))];
}

/** The export names each character without a glyph as: the text `"x"` could not be displayed with font `"y"`. */
function exportFailure(message: string): Compiled {
  const quoted = [...message.matchAll(/the text `\\?"((?:[^"\\]|\\[^"])+)\\?"` could not be displayed/g)].map((match) => match[1] ?? '');
  const characters = [...new Set(quoted.map(unescapeRust))];
  return characters.length > 0 ? { kind: 'missing-characters', characters } : { kind: 'failed', messages: [message] };
}

/** The compiler prints invisible characters as `\u{1f3fb}`, with one or two backslashes. */
function unescapeRust(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
}

/** Draws finished pages on larger sheets, two to a side; `null` leaves a place empty. Sizes in millimetres. For the copier: without tags. */
export type SheetDrawer = (pdf: Uint8Array, plan: SheetPlan) => Uint8Array;

/** One compiler for all files: to start it takes longer than to draw the sheets of one. */
export function createSheetDrawer({ templates, engine }: Pick<PdfOptions, 'templates' | 'engine'>): SheetDrawer {
  const template = templates.get('sheets.typ');
  invariant(template !== undefined, 'the PDF templates have no sheets.typ');
  const setter = engine.open(new Map([['sheets.typ', template]]));
  return (pdf, plan) => {
    const files = new Map([
      ['pages.pdf', pdf],
      ['sheets.json', jsonBytes(plan)],
    ]);
    const laid = setter.layOut('sheets.typ', files);
    invariant(laid.kind === 'laid', `sheets could not be drawn: ${laid.kind === 'laid' ? '' : laid.messages.join('; ')}`);
    const content = laid.pdf({ tags: false });
    setter.forget(KEPT_RENDERINGS);
    return content;
  };
}

export interface SheetPlan {
  readonly width: number;
  readonly height: number;
  /** How many times as large as the half sheet holds whole, its margins cut. */
  readonly enlarged: number;
  /** Numbers of the left and the right page of each side, from 1. */
  readonly sheets: readonly (readonly [left: number | null, right: number | null])[];
}
