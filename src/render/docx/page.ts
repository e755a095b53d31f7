import {
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LeaderType,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { type Block, type Document, type DocumentChapter, dotted, versionText } from '../../document/index.js';
import { inlinesWidth } from '../output/inline-width.js';
import { openingOf } from '../output/opening.js';
import { totalMarks } from '../output/total-marks.js';
import { drawBlocks } from './blocks.js';
import { logoParagraph } from './logo.js';
import { type Look, TWIPS_PER_PT } from './look.js';
import { type FileBlock, type Place, pagePlace, phrase, word } from './place.js';
import { STYLES } from './styles.js';
import { fileText } from './text.js';

/** The document as sections of a Word file: one for each chapter, with its own footer; the pages of a handout are one. */
export function sectionsOf(document: Document, look: Look): ISectionOptions[] {
  const place = pagePlace(look, document.words);
  const head = ownHeader(document, place);
  const logo = logoParagraph(document);
  if (document.handout !== undefined)
    return [section([...logo, ...handoutBody(document, place)], head, handoutFooter(document, place), look)];
  return document.chapters.map((chapter) =>
    section([...logo, ...chapterBody(document, chapter, place)], head, chapterFooter(document, chapter, place), look),
  );
}

function section(children: FileBlock[], head: Header | undefined, footer: Footer, { page }: Look): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: page.width, height: page.height },
        margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side, footer: page.bottom / 3, header: page.top / 2 },
      },
    },
    ...(head === undefined ? {} : { headers: { default: head } }),
    footers: { default: footer },
    children,
  };
}

function chapterBody(document: Document, chapter: DocumentChapter, place: Place): FileBlock[] {
  const desk = { ...place, style: STYLES.desk, typeSize: place.look.type.desk };
  const label = phrase(place, 'chapter-number', { number: chapter.number });
  const name = `${label} ${chapter.title}`;
  const plan =
    chapter.plan.length === 0 ? [] : [heading(`${word(place, 'plan')} · ${name}`, false), ...drawBlocks(withLevels(chapter.plan), desk)];
  const appendix =
    chapter.appendix.length === 0 ? [] : [heading(word(place, 'appendix'), true), ...drawBlocks(withLevels(chapter.appendix), desk)];
  const goal = new Paragraph({
    style: STYLES.goal,
    children: [new TextRun({ text: fileText(word(place, 'goal')), style: STYLES.strong }), text(` ${chapter.goal}`)],
  });
  return [
    ...plan,
    strip(document, chapter, place, plan.length > 0),
    heading(name, false),
    ...(document.edition === 'key' ? [] : [goal]),
    ...lessonBody(document, withLevels(document.edition === 'student' ? withFlyer(chapter.blocks, place) : chapter.blocks), place),
    ...appendix,
  ];
}

/** What the document offers stands in a box, with lines of it that the chapter examines. */
function withFlyer(blocks: readonly Block[], place: Place): readonly Block[] {
  const [heading] = blocks;
  const opening = openingOf(blocks);
  if (opening === undefined || heading === undefined) return blocks;
  const says: readonly Block[] = [
    { kind: 'paragraph', inlines: [{ kind: 'strong', children: [{ kind: 'text', text: word(place, 'document-says') }] }] },
    ...opening.claims.map(
      (claim, index): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text: `${NUMBERS[index]} ` }, ...claim] }),
    ),
  ];
  const told = [...opening.blocks, ...(opening.claims.length === 0 ? [] : says)];
  return [heading, { kind: 'panel', style: 'givens', title: [], blocks: told }, ...blocks.slice(1 + opening.blocks.length)];
}

const NUMBERS = '①②③④⑤';

/** A card to cut out or to hand out stands alone on a student's last page. */
function lessonBody(document: Document, blocks: readonly Block[], place: Place): FileBlock[] {
  const last = blocks.at(-1);
  const isAlone = document.edition === 'student' && last?.kind === 'panel' && (last.style === 'card' || last.style === 'certificate');
  if (!isAlone) return drawBlocks(blocks, place);
  const newPage = new Paragraph({ style: STYLES.gap, pageBreakBefore: true });
  return [...drawBlocks(blocks.slice(0, -1), place), newPage, ...drawBlocks([last], place)];
}

/** Each part begins with a heading of level 1; its first head has level 2, below it levels go down one by one. */
function withLevels(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.find((block) => block.kind === 'heading');
  const shift = first?.kind === 'heading' ? Math.max(0, first.level - 2) : 0;
  let above = 1;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    above = Math.max(2, Math.min(block.level - shift, above + 1));
    return { ...block, level: above as typeof block.level };
  });
}

function heading(title: string, pageBreakBefore: boolean): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore, children: [text(title)] });
}

/** Name, class, date and marks on lines to write on; a teacher's copy says what it is. */
function strip(document: Document, chapter: DocumentChapter, place: Place, pageBreakBefore: boolean): Paragraph {
  if (document.edition !== 'student') return editionLine(document, place, pageBreakBefore);
  const total = totalMarks(chapter.blocks);
  const [name, group, date] = total === '' ? WITHOUT_MARKS : WITH_MARKS;
  return formLine(place, [
    { key: 'name', share: name },
    { key: 'class', share: group },
    { key: 'date', share: date },
    ...(total === '' ? [] : [{ key: 'marks', share: 1 - name - group - date, behind: `/ ${total}` }]),
  ]);
}

/** Of the line, for name, class and date. */
const WITHOUT_MARKS = [0.45, 0.27, 0.28] as const;
const WITH_MARKS = [0.35, 0.22, 0.22] as const;

function editionLine(document: Document, place: Place, pageBreakBefore: boolean): Paragraph {
  const edition = new TextRun({ text: `\u00A0${fileText(word(place, `edition-${document.edition}`))}\u00A0`, style: STYLES.label });
  return new Paragraph({ style: STYLES.form, pageBreakBefore, children: [edition] });
}

interface FormField {
  readonly key: string;
  /** Of the line. */
  readonly share: number;
  /** Printed; absent = to be written. */
  readonly value?: string;
  /** Stands at the end of its line. */
  readonly behind?: string;
}

function formLine(place: Place, fields: readonly FormField[]): Paragraph {
  let end = 0;
  const tabStops = fields.flatMap(({ share, behind = '' }) => {
    end += share * place.width;
    const kept = 0.02 * place.width + 1.2 * inlinesWidth([{ kind: 'text', text: behind }]) * place.typeSize * TWIPS_PER_PT;
    return [
      { type: TabStopType.LEFT, position: Math.round(end - kept), leader: LeaderType.UNDERSCORE },
      { type: TabStopType.LEFT, position: Math.round(end) },
    ];
  });
  const children = fields.flatMap(({ key, value, behind }, index): readonly ParagraphChild[] => {
    const label = text(`${word(place, key)} `);
    const given = value === undefined ? [] : [new TextRun({ text: `\u00A0${fileText(value)}`, style: STYLES.filled })];
    const ending = behind === undefined ? [] : [text(behind)];
    return [label, ...given, tab(), ...ending, ...(index < fields.length - 1 ? [tab()] : [])];
  });
  return new Paragraph({ style: STYLES.form, tabStops: tabStops.slice(0, -1), children });
}

function handoutBody(document: Document, place: Place): FileBlock[] {
  const { handout } = document;
  const printed = (value = '') => (value === '' ? {} : { value });
  const fields: readonly FormField[] = [
    { key: 'name', share: 0.45, ...printed(handout?.student) },
    { key: 'class', share: 0.27, ...printed(handout?.group) },
    { key: 'date', share: 0.28 },
  ];
  const edition = document.edition === 'student' ? [] : [editionLine(document, place, false)];
  const chapters = document.chapters.flatMap(({ number, title, blocks }) => {
    const label = number > 0 ? `${phrase(place, 'chapter-number', { number })} ` : '';
    return [heading(`${label}${title}`, false), ...drawBlocks(withLevels(blocks), place)];
  });
  return [...(handout?.code === '' ? [] : [formLine(place, fields)]), ...edition, ...chapters];
}

/** The school, and what it puts above its pages; undefined where there is neither. */
function ownHeader({ own }: Document, place: Place): Header | undefined {
  const { school = '', header = '' } = own ?? {};
  if (school === '' && header === '') return undefined;
  const tabStops = [{ type: TabStopType.RIGHT, position: place.width }];
  return new Header({ children: [new Paragraph({ style: STYLES.foot, tabStops, children: [text(school), tab(), text(header)] })] });
}

/** What stands below a page at its left: the school's footer, else that the book only calculates. */
function below({ own }: Document, place: Place): TextRun {
  return text(own === undefined || own.footer === '' ? word(place, 'neutrality') : own.footer);
}

/** Whose pages these are, and what makes them again. */
function handoutFooter(document: Document, place: Place): Footer {
  const { handout } = document;
  const code = handout?.code ?? '';
  const mark = code === '' ? [] : [new TextRun({ text: fileText(code), style: STYLES.strong }), text(' · ')];
  return footer(place, [
    [[text(handout?.recipe ?? '')], [...mark, ...pageOf(place)]],
    [[below(document, place)], []],
  ]);
}

function chapterFooter(document: Document, chapter: DocumentChapter, place: Place): Footer {
  const label = phrase(place, 'chapter-number', { number: chapter.number });
  return footer(place, [
    [[text(`${label} ${chapter.title} · ${word(place, `edition-${document.edition}`)}`)], pageOf(place)],
    [[below(document, place)], [text(dotted(chapter.code, versionText(document)))]],
  ]);
}

type FootLine = readonly [left: readonly ParagraphChild[], right: readonly ParagraphChild[]];

/** Lines below a page, each with its left and its right end. */
function footer(place: Place, lines: readonly FootLine[]): Footer {
  return new Footer({
    children: lines.map(
      ([left, right], index) =>
        new Paragraph({
          style: index === 0 ? STYLES.footTop : STYLES.foot,
          tabStops: [{ type: TabStopType.RIGHT, position: place.width }],
          children: [...left, ...(right.length === 0 ? [] : [tab()]), ...right],
        }),
    ),
  });
}

/** `Page 3 of 8`, with fields that Word counts; pages are counted section by section. */
function pageOf(place: Place): readonly ParagraphChild[] {
  const counters: Readonly<Record<string, string>> = {
    '{page}': PageNumber.CURRENT,
    '{pages}': PageNumber.TOTAL_PAGES,
  };
  return word(place, 'page-of')
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const counter = counters[part];
      return counter === undefined ? text(part) : new TextRun({ children: [counter] });
    });
}

function text(value: string): TextRun {
  return new TextRun({ text: fileText(value) });
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}
