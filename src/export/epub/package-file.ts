import type { Document } from '../../document/index.js';
import { type Markup, tag, xmlFile } from '../markup/markup.js';

/** A file of a publication, as its list of files names it. */
export interface EpubPage {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly content: string;
}

/** A publication has to name a time of its last change; the same input gives the same bytes, so it is the same for all. */
const MODIFIED = '2000-01-01T00:00:00Z';

/** What a reading system asks first: what the publication is, its files, and their order. */
export function packageFile(document: Document, cover: EpubPage, contents: EpubPage, chapters: readonly EpubPage[]): string {
  const { tag: language, title, subtitle, name, version, licence, own } = document;
  const chapterTitle = chapters.length === 1 ? ` · ${chapters[0]?.title ?? ''}` : '';
  const pages = [cover, ...chapters];
  return xmlFile(
    tag(
      'package',
      { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id', 'xml:lang': language },
      tag(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        tag('dc:identifier', { id: 'id' }, `urn:reckoner:${[name, language, version].filter((part) => part !== '').join(':')}`),
        tag('dc:title', {}, `${title}${chapterTitle}`),
        tag('dc:language', {}, language),
        ...(licence === '' ? [] : [tag('dc:rights', {}, licence)]),
        ...(subtitle === '' ? [] : [tag('dc:description', {}, subtitle)]),
        meta('dcterms:modified', MODIFIED),
        ...accessibility(pages),
      ),
      tag(
        'manifest',
        {},
        ...pages.map((page) => item(page)),
        item(contents, 'nav'),
        tag('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
        ...(own?.logo === undefined ? [] : [logoItem(own.logo.kind)]),
      ),
      tag('spine', {}, ...[cover, contents, ...chapters].map(({ id }) => tag('itemref', { idref: id }))),
    ),
  );
}

function item({ id, path, content }: EpubPage, ...own: readonly string[]): Markup {
  const properties = [...own, ...(content.includes('<math') ? ['mathml'] : []), ...(content.includes('<svg') ? ['svg'] : [])];
  return tag('item', {
    id,
    href: path,
    'media-type': 'application/xhtml+xml',
    ...(properties.length === 0 ? {} : { properties: properties.join(' ') }),
  });
}

function logoItem(kind: 'svg' | 'png'): Markup {
  return tag('item', { id: 'logo', href: `logo.${kind}`, 'media-type': kind === 'svg' ? 'image/svg+xml' : 'image/png' });
}

function meta(property: string, text: string): Markup {
  return tag('meta', { property }, text);
}

/** Formulas and drawings have their words beside them. */
function accessibility(pages: readonly EpubPage[]): readonly Markup[] {
  const drawn = pages.some(({ content }) => content.includes('<svg'));
  return [
    meta('schema:accessMode', 'textual'),
    ...(drawn ? [meta('schema:accessMode', 'visual')] : []),
    meta('schema:accessModeSufficient', 'textual'),
    ...['structuralNavigation', 'tableOfContents', 'readingOrder', 'alternativeText', 'MathML'].map((feature) =>
      meta('schema:accessibilityFeature', feature),
    ),
    meta('schema:accessibilityHazard', 'none'),
  ];
}
