import Handlebars from 'handlebars';
import { type Document, type DocumentChapter, dotted, licenceText, type ScreenParts, versionText } from '../../document/index.js';
import { openingOf } from '../output/opening.js';
import { totalMarks } from '../output/total-marks.js';
import type { BesideView } from './beside-view.js';
import { type BlockView, CHAPTER_LEVEL, createBlockViews } from './block-view.js';
import { fieldMarks } from './field-marks.js';
import { type InlineView, inlineViews } from './inline-view.js';
import { type Script, selfCheckData, whatIfData } from './page-script.js';

/** The page as plain values for the templates. Every field is always present: strict templates fail on a missing one. */
export interface PageView {
  /** BCP 47. */
  readonly language: string;
  readonly edition: string;
  /** Who writes on the page, and so has a line for a name. */
  readonly isStudent: boolean;
  readonly editionName: string;
  readonly title: string;
  readonly subtitle: string;
  /** With its word; empty where the workbook has none. */
  readonly version: string;
  /** Title, version and licence, as far as there are some. */
  readonly about: string;
  /** What the school puts on its pages; texts are empty where there are none, `logo` is an address that holds the picture. */
  readonly own: {
    readonly isAny: boolean;
    readonly school: string;
    readonly header: string;
    readonly footer: string;
    readonly logo: string;
    /** Said in its place; empty beside the name of the school. */
    readonly alt: string;
  };
  readonly name: string;
  readonly words: Readonly<Record<string, string>>;
  readonly policy: string;
  readonly style: Handlebars.SafeString;
  /** What the script works with, and the script; empty on a page that needs none. */
  readonly hasSelfCheck: boolean;
  readonly selfCheck: Handlebars.SafeString;
  readonly hasWhatIf: boolean;
  readonly whatIf: Handlebars.SafeString;
  readonly hasScript: boolean;
  readonly script: Handlebars.SafeString;
  /** The name under which a browser keeps what is typed. */
  readonly keptAs: string;
  readonly hasContents: boolean;
  readonly chapters: readonly (ChapterView | ChapterArticle)[];
  readonly back: readonly { readonly id: string; readonly title: string; readonly blocks: readonly BlockView[] }[];
}

/** The words that open a chapter, and lines of the document that it examines. */
interface FlyerView {
  readonly blocks: readonly BlockView[];
  readonly claims: readonly (readonly InlineView[])[];
}

interface ChapterHead {
  readonly id: string;
  readonly label: string;
  readonly title: string;
}

/** A chapter whose page is made already. */
export interface ChapterArticle extends ChapterHead {
  readonly article: Handlebars.SafeString;
}

export interface ChapterView extends ChapterHead {
  readonly article: undefined;
  readonly number: string;
  readonly goal: string;
  /** The marks of all exercises. */
  readonly total: string;
  /** What opens a student's chapter, on a sheet of its own. */
  readonly flyer: FlyerView | undefined;
  readonly plan: readonly BlockView[];
  readonly blocks: readonly BlockView[];
  readonly appendix: readonly BlockView[];
  readonly beside: BesideView;
}

/** The page carries its style and, by hash, its script; a browser must fetch nothing and send nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** A logo stands in the page itself. */
const WITH_LOGO = `${POLICY}; img-src data:`;

/** What a page needs beside its document. */
export interface PageParts {
  readonly style: string;
  readonly script: Script | undefined;
  readonly screen: ScreenParts | undefined;
  /** The chapters as HTML, one each, where they are made already. */
  readonly articles: readonly string[] | undefined;
}

export function pageView(document: Document, { style, script, screen, articles }: PageParts): PageView {
  const words = Object.fromEntries(document.words);
  const selfCheck = script === undefined ? undefined : selfCheckData(document, screen);
  const whatIf = script === undefined ? undefined : whatIfData(document, screen);
  // A key is read at a desk: nothing on it is filled in, changed or shown to a class.
  const used = document.edition === 'key' ? undefined : script;
  const own = ownView(document);
  const policy = own.logo === '' ? POLICY : WITH_LOGO;
  return {
    language: document.tag,
    edition: document.edition,
    isStudent: document.edition === 'student',
    editionName: words[`edition-${document.edition}`] ?? '',
    title: document.title,
    subtitle: document.subtitle,
    version: versionText(document),
    about: dotted(document.title, versionText(document), licenceText(document)),
    own,
    name: document.name,
    words,
    policy: used === undefined ? policy : `${policy}; script-src '${used.hash}'`,
    style: new Handlebars.SafeString(style),
    hasSelfCheck: selfCheck !== undefined,
    selfCheck: new Handlebars.SafeString(selfCheck ?? ''),
    hasWhatIf: whatIf !== undefined,
    whatIf: new Handlebars.SafeString(whatIf ?? ''),
    hasScript: used !== undefined,
    script: new Handlebars.SafeString(used?.text ?? ''),
    keptAs: keptAs(document),
    hasContents: document.chapters.length > 1,
    chapters: document.chapters.map((chapter, index) => chapterView(chapter, document, screen, articles?.[index])),
    back: (document.back ?? []).map((part) => ({ ...part, blocks: createBlockViews(part.id, '').views(part.blocks, CHAPTER_LEVEL) })),
  };
}

function ownView({ own, title }: Document): PageView['own'] {
  const { school = '', header = '', footer = '', logo } = own ?? {};
  const address = logo === undefined ? '' : `data:image/${logo.kind === 'svg' ? 'svg+xml' : 'png'};base64,${logo.base64}`;
  return {
    isAny: [school, header, address].some((part) => part !== ''),
    school,
    header,
    footer,
    logo: address,
    alt: school === '' ? title : '',
  };
}

/** File, version and figures: what somebody typed on one page never turns up on another. */
function keptAs({ name, language, edition, version, chapters }: Document): string {
  return [`${name}.${language}.${edition}`, version, ...chapters.map(({ code }) => code)].join(' ');
}

function chapterView(
  chapter: DocumentChapter,
  { words, edition }: Document,
  screen: ScreenParts | undefined,
  article: string | undefined,
): ChapterView | ChapterArticle {
  const head = {
    id: chapter.name,
    label: (words.get('chapter-number') ?? '{number}').replace('{number}', String(chapter.number)),
    title: chapter.title,
  };
  if (article !== undefined) return { ...head, article: new Handlebars.SafeString(article) };
  const made = createBlockViews(chapter.name, words.get('exercise-number') ?? '{number}', fieldMarks(chapter, screen));
  const opening = edition === 'student' ? openingOf(chapter.blocks) : undefined;
  const told = opening === undefined ? 0 : 1 + opening.blocks.length;
  // The teacher's pages have a heading of their own below the chapter's.
  return {
    ...head,
    article,
    number: String(chapter.number),
    goal: chapter.goal,
    total: totalMarks(chapter.blocks),
    plan: made.views(chapter.plan, CHAPTER_LEVEL + 1),
    flyer: opening && {
      blocks: made.views(chapter.blocks.slice(0, told), CHAPTER_LEVEL),
      claims: opening.claims.map((claim) => inlineViews(claim)),
    },
    blocks: made.views(chapter.blocks.slice(told), CHAPTER_LEVEL),
    appendix: made.views(chapter.appendix, CHAPTER_LEVEL + 1),
    beside: made.beside(chapter.blocks),
  };
}
