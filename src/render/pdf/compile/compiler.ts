import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { invariant } from '../../../diagnostics/index.js';
import type { FigurePlaces } from '../../output/figure-places.js';
import { markLongWords } from '../layout/long-words.js';
import type { PageTree } from '../layout/page-tree.js';
import { LEAST_ROOM, type MeasuredPage, type Slot, spreadRoom } from '../layout/spread.js';

export interface PdfOptions {
  /** Typst files by their path below the folder of the PDF templates; `main.typ` is the entry. */
  readonly templates: ReadonlyMap<string, string>;
  /** Font files, or folders of font files: Noto Serif SC in regular and bold. */
  readonly fontPaths: readonly string[];
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
      /** Texts that end beyond the edge of the page. */
      readonly overfull: readonly string[];
    }
  /** Each character that no font has, once. */
  | { readonly kind: 'missing-characters'; readonly characters: readonly string[] }
  | { readonly kind: 'failed'; readonly messages: readonly string[] };

/** Where the templates lie for the compiler; nothing is read from or written to a disk there. */
const ROOT = '/pages';
/** Typst's cache drops what so many renderings in a row have not used. A larger cache costs more memory than it saves time. */
const KEPT_RENDERINGS = 1;

export interface PageCompiler {
  /** `kept`: how many renderings without use something stays in the cache. */
  compile(tree: PageTree, kept?: number): Compiled;
  /** The same pages as one SVG. */
  draw(tree: PageTree, kept: number): Drawn;
}

export type Drawn =
  | { readonly kind: 'drawn'; readonly svg: string; readonly pages: number }
  | Extract<Compiled, { readonly kind: 'failed' }>;

/** One compiler with its fonts and templates. Each call lays out one tree; the result does not depend on earlier calls. */
export function createPageCompiler({ templates, fontPaths }: PdfOptions): PageCompiler {
  invariant(templates.has('main.typ'), 'the PDF templates have no main.typ');
  const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontPaths: [...fontPaths] }] });
  for (const [path, text] of templates) compiler.addSource(`${ROOT}/${path}`, text);
  return {
    compile(tree, kept = KEPT_RENDERINGS) {
      const marked = markLongWords(tree) as PageTree | undefined;
      const outcome = compileTree(compiler, marked ?? tree, marked !== undefined);
      compiler.evictCache(kept);
      return outcome;
    },
    draw(tree, kept) {
      const laid = layOutSpread(compiler, tree);
      const drawn =
        laid.kind === 'failed' ? laid : ({ kind: 'drawn', svg: compiler.svg(laid.document), pages: laid.document.numOfPages } as const);
      compiler.evictCache(kept);
      return drawn;
    },
  };
}

function compileTree(compiler: NodeCompiler, tree: PageTree, measure: boolean): Compiled {
  const last = layOutSpread(compiler, tree);
  if (last.kind === 'failed') return last;
  const overfull = measure ? overfullTexts(compiler, last.document) : [];
  try {
    const content = compiler.pdf(last.document, { pdfStandard: 'ua-1', creationTimestamp: 0 });
    return { kind: 'pages', content, pages: last.document.numOfPages, overfull };
  } catch (thrown) {
    return exportFailure(String(thrown));
  }
}

type Laid = { readonly kind: 'laid'; readonly document: NodeTypstDocument } | Extract<Compiled, { readonly kind: 'failed' }>;

function layOut(compiler: NodeCompiler, tree: PageTree): Laid {
  compiler.mapShadow(`${ROOT}/document.json`, Buffer.from(JSON.stringify(tree)));
  const compiled = compiler.compile({ mainFilePath: `${ROOT}/main.typ`, resetRead: true });
  const error = compiled.takeError();
  if (error !== null) return { kind: 'failed', messages: messagesOf(compiler.fetchDiagnostics(error)) };
  const warnings = compiled.takeWarnings();
  // An unknown font is replaced silently by whatever the machine has, so that pages would differ between machines.
  if (warnings !== null) return { kind: 'failed', messages: messagesOf(compiler.fetchDiagnostics(warnings)) };
  invariant(compiled.result !== null, 'the compiler gave neither pages nor an error');
  return { kind: 'laid', document: compiled.result };
}

/** The pages as they print: what is left of each is shared out. */
function layOutSpread(compiler: NodeCompiler, tree: PageTree): Laid {
  const first = layOut(compiler, tree);
  return first.kind === 'failed' || tree.slots === undefined ? first : withRoomSpread(compiler, tree, first);
}

/** Of a page from which something moved to the next so many millimetres are taken back, then all, and the pages are laid out again. */
const TAKEN_BACK = [8, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

/** Laid out again with what is left of each page shared out to its slots; as it is where little is left. */
function withRoomSpread(compiler: NodeCompiler, tree: PageTree, first: Laid & { readonly kind: 'laid' }): Laid {
  let pages = measuredPages(compiler.query(first.document, { selector: '<room>' }));
  if (pages.every(({ room }) => room < LEAST_ROOM)) return first;
  for (const taken of [...TAKEN_BACK, undefined]) {
    const { growth } = spreadRoom(tree.slots as readonly Slot[], pages);
    const next = layOut(compiler, { ...tree, room: Object.fromEntries(growth) });
    if (next.kind === 'failed') return next;
    const left = pagesLeft(pages, measuredPages(compiler.query(next.document, { selector: '<room>' })));
    // What cannot be mended is left where it went, as long as it takes no page more.
    if (left.size === 0 || (taken === undefined && next.document.numOfPages <= first.document.numOfPages)) return next;
    pages = pages.map((page, index) => (left.has(index) ? { ...page, room: Math.max(0, page.room - (taken ?? 0)) } : page));
  }
  return layOut(compiler, { ...tree, room: {} });
}

/** The pages that a slot was measured on and no longer stands on. */
function pagesLeft(measured: readonly MeasuredPage[], drawn: readonly MeasuredPage[]): ReadonlySet<number> {
  const place = new Map(drawn.flatMap(({ slots }, index) => slots.map((slot) => [slot, index] as const)));
  return new Set(measured.flatMap(({ slots }, index) => (slots.some((slot) => (place.get(slot) ?? index) !== index) ? [index] : [])));
}

/** What the templates note where a slot stands, and at the foot of each page. */
type RoomNote = { readonly value: 'page' | { readonly slot: number; readonly room: number } };

function measuredPages(notes: readonly RoomNote[]): readonly MeasuredPage[] {
  const pages: { room: number; slots: number[] }[] = [{ room: 0, slots: [] }];
  for (const { value } of notes) {
    const page = pages.at(-1);
    if (value === 'page' || page === undefined) pages.push({ room: 0, slots: [] });
    else {
      page.room += value.room;
      page.slots.push(value.slot);
    }
  }
  return pages;
}

/** Each text once, as the templates note it after the pages are laid out. */
function overfullTexts(compiler: NodeCompiler, document: NodeTypstDocument): readonly string[] {
  const found: readonly { readonly value: string }[] = compiler.query(document, { selector: '<overfull>' });
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

function messagesOf(diagnostics: readonly { readonly message?: unknown }[]): readonly string[] {
  return diagnostics.map(({ message }) => String(message));
}

/** Draws finished pages on larger sheets, two to a side; `null` leaves a place empty. Sizes in millimetres. For the copier: without tags. */
export function drawSheets(template: string, pdf: Uint8Array, plan: SheetPlan): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: ROOT });
  compiler.addSource(`${ROOT}/sheets.typ`, template);
  compiler.mapShadow(`${ROOT}/pages.pdf`, Buffer.from(pdf));
  compiler.mapShadow(`${ROOT}/sheets.json`, Buffer.from(JSON.stringify(plan)));
  const compiled = compiler.compile({ mainFilePath: `${ROOT}/sheets.typ`, resetRead: true });
  const error = compiled.takeError();
  invariant(error === null, `sheets could not be drawn: ${error === null ? '' : messagesOf(compiler.fetchDiagnostics(error)).join('; ')}`);
  invariant(compiled.result !== null, 'the compiler gave neither sheets nor an error');
  return compiler.pdf(compiled.result, { creationTimestamp: 0, pdfTags: false });
}

export interface SheetPlan {
  readonly width: number;
  readonly height: number;
  /** How many times as large as the half sheet holds whole, its margins cut. */
  readonly enlarged: number;
  /** Numbers of the left and the right page of each side, from 1. */
  readonly sheets: readonly (readonly [left: number | null, right: number | null])[];
}
