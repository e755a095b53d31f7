import type { Diagnosed } from '../diagnostics/index.js';
import type { Document } from '../document/index.js';
import { createHtmlRenderer } from './html/index.js';
import type { RenderedFile } from './output/rendered-file.js';
import { createPdfRenderer, type Paper } from './pdf/index.js';

export type Format = 'html' | 'pdf';

/** Files of the template folders by their path inside, and the font files of the PDF. */
export interface PageInputs {
  readonly html: ReadonlyMap<string, string>;
  readonly pdf: ReadonlyMap<string, string>;
  readonly fontPaths: readonly string[];
}

export interface Renderers {
  /** `chapterPages`: pages of the chapters, where they are made already; the same text is not made twice. */
  html(document: Document, paper: Paper, chapterPages?: readonly string[]): Diagnosed<RenderedFile>;
  pdf(document: Document, paper: Paper): Diagnosed<RenderedFile>;
}

/** A renderer is made when its first document comes: fonts take a while to read. */
export function createRenderers(pages: PageInputs): Renderers {
  const html = lazily(() => createHtmlRenderer(pages.html));
  const pdf = lazily(() => createPdfRenderer({ templates: pages.pdf, fontPaths: pages.fontPaths }));
  return {
    html: (document, _paper, chapterPages) => html().render(document, chapterPages),
    pdf: (document, paper) => pdf().render(document, { paper }),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
