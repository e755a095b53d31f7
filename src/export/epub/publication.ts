import { type Document, type DocumentChapter, dotted, licenceText, logoBytes, versionText } from '../../document/index.js';
import { type Markup, madeMarkup, printable, tag, xmlFile } from '../markup/markup.js';
import { zipped } from '../zip/zip.js';
import { type EpubPage, packageFile } from './package-file.js';

/** One chapter of a publication, with its page as an article in HTML. */
export interface EpubPart {
  readonly chapter: DocumentChapter;
  readonly article: string;
}

/** A publication of chapters in their order, behind a title page and a table of contents. */
export function epubFile(document: Document, parts: readonly EpubPart[], style: string): Uint8Array {
  const chapters = parts.map(({ chapter, article }): EpubPage => {
    const title = chapterTitle(chapter, document);
    const content = page(title, madeMarkup(asXml(article)), document);
    return { id: `chapter-${chapter.name}`, path: `${chapter.name}.xhtml`, title, content };
  });
  const cover: EpubPage = {
    id: 'cover',
    path: 'cover.xhtml',
    title: document.title,
    content: page(document.title, titlePage(document), document),
  };
  const contents: EpubPage = {
    id: 'contents',
    path: 'contents.xhtml',
    title: word(document, 'contents'),
    content: contentsPage(document, [cover, ...chapters]),
  };
  return zipped([
    { path: 'mimetype', content: 'application/epub+zip', stored: true },
    { path: 'META-INF/container.xml', content: xmlFile(container()) },
    { path: 'EPUB/package.opf', content: packageFile(document, cover, contents, chapters) },
    { path: 'EPUB/style.css', content: style },
    ...(document.own?.logo === undefined
      ? []
      : [{ path: `EPUB/${logoPath(document.own.logo.kind)}`, content: logoBytes(document.own.logo) }]),
    ...[cover, contents, ...chapters].map(({ path, content }) => ({ path: `EPUB/${path}`, content })),
  ]);
}

function chapterTitle({ number, title }: DocumentChapter, document: Document): string {
  return `${word(document, 'chapter-number').replace('{number}', String(number))} ${title}`;
}

function word({ words }: Document, key: string): string {
  return words.get(key) ?? '';
}

function page(title: string, body: Markup, { tag: language, edition }: Document): string {
  const html = tag(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: language,
      'xml:lang': language,
      class: `for-${edition}`,
    },
    tag('head', {}, tag('title', {}, title), tag('link', { rel: 'stylesheet', href: 'style.css' })),
    tag('body', {}, tag('main', {}, body)),
  );
  return xmlFile(html);
}

function titlePage(document: Document): Markup {
  const { title, subtitle } = document;
  return tag(
    'div',
    { class: 'cover' },
    ...ownLines(document),
    tag('h1', {}, title),
    ...(subtitle === '' ? [] : [tag('p', { class: 'subtitle' }, subtitle)]),
    tag('p', { class: 'edition' }, dotted(word(document, 'edition-student'), versionText(document))),
    tag('p', {}, word(document, 'neutrality')),
    ...(document.licence === '' ? [] : [tag('p', {}, licenceText(document))]),
  );
}

/** The school's logo and name, and what stands above its pages. */
function ownLines({ own, title }: Document): readonly Markup[] {
  if (own === undefined) return [];
  const { school, header, footer, logo } = own;
  return [
    ...(logo === undefined ? [] : [tag('p', {}, tag('img', { class: 'logo', src: logoPath(logo.kind), alt: school === '' ? title : '' }))]),
    ...[school, header, footer].filter((text) => text !== '').map((text) => tag('p', {}, text)),
  ];
}

function logoPath(kind: 'svg' | 'png'): string {
  return `logo.${kind}`;
}

function contentsPage(document: Document, pages: readonly EpubPage[]): string {
  const items = pages.map(({ path, title }) => tag('li', {}, tag('a', { href: path }, title)));
  const title = word(document, 'contents');
  return page(
    title,
    tag('nav', { 'epub:type': 'toc', id: 'toc', role: 'doc-toc' }, tag('h1', {}, title), tag('ol', {}, ...items)),
    document,
  );
}

function container(): Markup {
  return tag(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    tag('rootfiles', {}, tag('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' })),
  );
}

/** HTML of this program as XML. Elements that HTML reads as closed are closed; what XML cannot carry is replaced. */
function asXml(html: string): string {
  return printable(headingsRaised(html).replace(/<(br|hr|img|input|col|wbr)\b([^>]*?)\s*\/?>/g, '<$1$2/>'));
}

/** On a page with other chapters a chapter's title is a second-level heading; here it is the first. */
function headingsRaised(html: string): string {
  return html.replace(/(<\/?h)([2-6])(?=[ >])/g, (_, opening: string, level: string) => `${opening}${Number(level) - 1}`);
}
