import {
  type Block,
  type Document,
  type DocumentChapter,
  type Edition,
  type ExerciseBlock,
  type Inline,
  licenceText,
  logoBytes,
  logoText,
  type PageSize,
  versionText,
} from '../../../document/index.js';
import { cleanText } from '../../output/clean-text.js';
import type { Paper } from '../../output/format.js';
import { joinLines } from '../../output/joined.js';
import { sideBySide } from '../../output/side-by-side.js';
import { withFittingColumns } from '../../output/table-columns.js';
import { totalMarks } from '../../output/total-marks.js';
import { fitFormulas } from './fitted-blocks.js';
import { type Gathered, gathered } from './gathered.js';
import { fitsColumn, keyParts } from './key-parts.js';
import { keyBesidePage, withoutRoom } from './margin.js';
import { heightBound, PAGE_HEIGHT, type PageRoom, pageRoom, surelyFits } from './page-room.js';
import { scanCode } from './scan-code.js';
import { exerciseSlots, withSlots } from './slots.js';
import type { Slot } from './spread.js';
import { withKnownRows } from './table-rows.js';
import { columnSizes, FULL_LINE, hasMargin, lineLength, type TypeSizes, typeSizes } from './type-sizes.js';

/** What the templates read: the document as JSON. Its shape is the document's, with what `pageTree` adds. */
export type PageTree = Readonly<Record<string, unknown>>;

/**
 * The document as plain JSON: texts cleaned, words as an object, headings without a gap between levels (PDF/UA-1 asks for it),
 * exercises with a heading level and a title of their own, formulas fitted to their columns.
 */
export function pageTree(document: Document, paper: Paper): PageTree {
  const words = Object.fromEntries(document.words);
  const { size = 'standard', spaced, edition } = document;
  const setting = { words, sizes: typeSizes(size, spaced, edition), size, edition, space: spaced ? ' ' : '' };
  // A key stands in columns, part by part.
  const isParted = edition === 'key' && size !== 'large' && document.handout === undefined;
  const chapters = document.chapters.map((chapter) =>
    isParted
      ? { ...pageChapter({ ...chapter, blocks: [] }, setting), parts: keyColumns(chapter.blocks, setting) }
      : pageChapter(chapter, setting),
  );
  const back = (document.back ?? []).map((part) => ({
    ...part,
    blocks: pageBlocks(fitFormulas(part.blocks, setting.sizes.desk, setting.sizes), setting),
  }));
  const contents = document.contents?.map((entry) => ({ ...entry, label: chapterLabel(entry.number, words) }));
  const handout = document.handout && { ...document.handout, scan: document.handout.scan && scanCode(document.handout.scan) };
  const said = {
    title: fileTitle(document, words),
    version: versionText(document),
    licence: licenceText(document),
    own: ownTree(document),
  };
  const tree = { ...document, ...said, words, chapters, back, contents, paper, size, handout };
  if (size === 'large' || document.handout !== undefined) return cleaned(tree) as PageTree;
  if (isParted) return { ...(cleaned(tree) as PageTree), columns: true };
  if (edition !== 'student') return cleaned(tree) as PageTree;
  const slots: Slot[] = [];
  const growing = chapters.map((chapter) => ({ ...chapter, blocks: withSlots(chapter.blocks, slots) }));
  return {
    ...(cleaned({ ...tree, chapters: growing }) as PageTree),
    slots,
    starts: exerciseSlots(growing.flatMap(({ blocks }) => blocks)),
  };
}

/** A picture as its bytes: no text in it is looked at. */
function ownTree(document: Document): unknown {
  const { own } = document;
  if (own?.logo === undefined) return own;
  return { ...own, logo: { kind: own.logo.kind, bytes: [...logoBytes(own.logo)], alt: logoText(document) } };
}

/** A file of one chapter has its title. */
function fileTitle({ chapters, title, handout, contents }: Document, words: Words): string {
  const [only, ...others] = chapters;
  if (only === undefined || others.length > 0 || handout !== undefined || contents !== undefined) return title;
  return [chapterLabel(only.number, words), only.title, title].filter((part) => part !== '').join(' · ');
}

type Words = Readonly<Record<string, string>>;

interface Setting {
  readonly words: Words;
  readonly size: PageSize;
  readonly edition: Edition;
  readonly sizes: TypeSizes;
  /** Between two sentences. */
  readonly space: string;
  /** In half the width of a page. */
  readonly column?: true;
}

interface PageChapter extends Omit<DocumentChapter, 'blocks'> {
  readonly label: string;
  readonly total: string;
  readonly blocks: readonly Gathered[];
}

function pageChapter(chapter: DocumentChapter, setting: Setting): PageChapter {
  const { words, sizes } = setting;
  const part = (blocks: readonly Block[], size: number) => pageBlocks(fitFormulas(blocks, size, sizes), setting);
  // Plan and appendix have no margin beside them.
  const wide = { ...setting, sizes: { ...sizes, line: FULL_LINE } };
  const desk = (blocks: readonly Block[]) => pageBlocks(fitFormulas(blocks, sizes.desk, sizes), wide);
  return {
    ...chapter,
    label: chapterLabel(chapter.number, words),
    total: totalMarks(chapter.blocks),
    plan: desk(chapter.plan),
    blocks:
      setting.size === 'large' || setting.edition !== 'student'
        ? withStudentPages(part(chapter.blocks, sizes.body), chapter, words)
        : gathered(part(chapter.blocks, sizes.body)),
    appendix:
      setting.size === 'large'
        ? desk(chapter.appendix)
        : keptTogether(desk(chapter.appendix), pageRoom('standard', wide.sizes, setting.edition)),
  };
}

/** Each exercise with the page of the student on which it stands, in words. */
function withStudentPages(blocks: readonly Block[], { studentPages }: DocumentChapter, words: Words): readonly Block[] {
  if (studentPages === undefined) return blocks;
  const pages = [...studentPages];
  return blocks.map((block) => {
    if (block.kind !== 'exercise') return block;
    const studentPage = filled(words['student-page'] ?? '', 'page', pages.shift() ?? 0);
    return { ...block, exercise: { ...block.exercise, studentPage } as ExerciseBlock };
  });
}

/** Short answers of a key are fitted to half the width. */
function keyColumns(blocks: readonly Block[], setting: Setting): readonly unknown[] {
  const across = pageRoom(setting.size, setting.sizes, setting.edition);
  const half: Setting = { ...setting, sizes: columnSizes(setting.sizes), column: true };
  const column = pageRoom(half.size, half.sizes, half.edition);
  return keyParts(blocks, setting.words.verdict ?? '').map((part) => {
    const narrow = fitsColumn(part.blocks, column, across);
    const own = narrow ? half : setting;
    return { ...part, narrow, blocks: pageBlocks(fitFormulas(part.blocks, own.sizes.body, own.sizes), own) };
  });
}

/** A table that is read at a desk and surely takes less than three fifths of a page is not broken: its last row would stand alone. */
function keptTogether(blocks: readonly Block[], room: PageRoom): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'table' && heightBound([block], room) < SHORT_TABLE
      ? ({ ...block, table: { ...block.table, together: true } } as Block)
      : block,
  );
}

/** In mm. */
const HALF_PAGE = 125;
/** From this height on, a student's exercise may go on overleaf between its parts. */
const LONG_EXERCISE = 60;
const SHORT_TABLE = 150;

/** Each part begins with a heading of level 1, which the page makes; its first head has level 2, below it levels go down one by one. */
function pageBlocks(blocks: readonly Block[], setting: Setting): readonly Block[] {
  let above = 1;
  const first = blocks.find((block) => block.kind === 'heading');
  const shift = first?.kind === 'heading' ? Math.max(0, first.level - 2) : 0;
  return blocks.map((block, index) => {
    if (block.kind === 'heading') {
      above = Math.max(2, Math.min(block.level - shift, above + 1));
      return { ...block, level: above as typeof block.level };
    }
    if (block.kind === 'panel')
      return {
        ...block,
        title: isSaid(block.title, blocks[index - 1]) ? [] : block.title,
        fits: surelyFits([block], pageRoom(setting.size, setting.sizes, setting.edition)),
      } as Block;
    if (block.kind === 'table') return fittedTable(block, setting);
    if (block.kind !== 'exercise') return block;
    return { ...block, exercise: pageExercise(block.exercise, above + 1, setting) as ExerciseBlock };
  });
}

/** A title that the head above it says already. */
function isSaid(title: readonly Inline[], above: Block | undefined): boolean {
  return above?.kind === 'heading' && title.length > 0 && JSON.stringify(title) === JSON.stringify(above.inlines);
}

function pageExercise(whole: ExerciseBlock, headingLevel: number, setting: Setting): unknown {
  const { words, size, sizes, space, edition } = setting;
  const room = lineLength(sizes);
  const asked = edition === 'student' ? whole : { ...whole, response: withoutRoom(whole.response) };
  const exercise = joinLines(asked, room, space);
  const height = heightBound([...exercise.prompt, ...exercise.response], pageRoom(size, sizes, edition));
  const fits = height < PAGE_HEIGHT;
  // Only a student's page goes on overleaf between the parts of a long exercise.
  const gives = edition === 'student';
  const linked = gives || (fits && height < HALF_PAGE);
  const breaks = gives && height > LONG_EXERCISE;
  const { working, margin } = keyBesidePage(whole.key);
  const beside = hasMargin(edition, size) ? { key: working, margin } : {};
  const prompt = exercise.prompt.map((block) => knownRows(block, setting));
  const response = sideBySide(exercise.response, room).map((block) => (block.kind === 'table' ? fittedTable(block, setting) : block));
  return { ...exercise, ...beside, prompt, response, fits, linked, breaks, headingLevel, title: exerciseTitle(whole.number, words) };
}

/** On pages with a margin for notes, and in half of one, columns are narrower than the widths that are counted with. */
function knownRows(block: Block, { size, space, edition, column }: Setting): Block {
  return column === true || hasMargin(edition, size) ? block : withKnownRows(block, size, space === '');
}

/** Long figures stand in them, and the words beside them can take more lines. */
function fittedTable(block: Block & { readonly kind: 'table' }, setting: Setting): Block {
  const { sizes, size } = setting;
  const table = withFittingColumns(block.table, sizes.line, Math.min(sizes.body, size === 'large' ? sizes.desk : TABLE_TYPE));
  return knownRows({ ...block, table }, setting);
}

/** The largest type of tables in standard print, in pt. */
const TABLE_TYPE = 11;

function exerciseTitle(number: number, words: Words): string {
  const title = words['exercise-number'];
  return title === undefined ? `${words.exercise ?? ''} ${number}` : filled(title, 'number', number);
}

function chapterLabel(number: number, words: Words): string {
  return filled(words['chapter-number'] ?? '', 'number', number);
}

function filled(phrase: string, slot: string, value: number): string {
  return phrase.replace(`{${slot}}`, String(value));
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, cleaned(child)]));
  }
  return value;
}
