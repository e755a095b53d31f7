import Handlebars from 'handlebars';
import type { Document, DocumentChapter } from '../../document/index.js';
import { type BlockView, createBlockViews } from './block-view.js';

/** The page as plain values for the templates. Every field is always present: strict templates fail on a missing one. */
export interface PageView {
  /** BCP 47. */
  readonly language: string;
  readonly edition: string;
  readonly isTeacher: boolean;
  readonly title: string;
  readonly subtitle: string;
  readonly version: string;
  readonly licence: string;
  readonly name: string;
  readonly words: Readonly<Record<string, string>>;
  readonly policy: string;
  readonly style: Handlebars.SafeString;
  readonly hasContents: boolean;
  readonly chapters: readonly ChapterView[];
}

export interface ChapterView {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly goal: string;
  readonly plan: readonly BlockView[];
  readonly blocks: readonly BlockView[];
  readonly appendix: readonly BlockView[];
}

/** Style is the only thing that the page carries inline; a browser must fetch nothing and send nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function pageView(document: Document, style: string): PageView {
  const words = Object.fromEntries(document.words);
  return {
    language: LANGUAGE_TAGS.get(document.language) ?? document.language,
    edition: document.edition,
    isTeacher: document.edition === 'teacher',
    title: document.title,
    subtitle: document.subtitle,
    version: document.version,
    licence: document.licence,
    name: document.name,
    words,
    policy: POLICY,
    style: new Handlebars.SafeString(style),
    hasContents: document.chapters.length > 1,
    chapters: document.chapters.map((chapter) => chapterView(chapter, words['chapter-number'] ?? '{number}')),
  };
}

/** Han characters are drawn differently by region, so the tag names the script. */
const LANGUAGE_TAGS: ReadonlyMap<string, string> = new Map([['zh', 'zh-Hans']]);

function chapterView(chapter: DocumentChapter, label: string): ChapterView {
  const blockViews = createBlockViews(chapter.name);
  return {
    id: chapter.name,
    label: label.replace('{number}', String(chapter.number)),
    title: chapter.title,
    goal: chapter.goal,
    plan: blockViews(chapter.plan),
    blocks: blockViews(chapter.blocks),
    appendix: blockViews(chapter.appendix),
  };
}
