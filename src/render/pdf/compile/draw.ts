import type { Diagnosed } from '../../../diagnostics/index.js';
import type { Document } from '../../../document/index.js';
import type { Paper } from '../../output/format.js';
import { pageTree } from '../layout/page-tree.js';
import { createPageCompiler, type PdfOptions } from './compiler.js';
import { pagePictures } from './page-pictures.js';

/** A picture of each page, as SVG. */
export interface DrawnPages {
  readonly pages: readonly string[];
}

export interface PageDrawer {
  /** The pages as the PDF has them; without a value when they cannot be laid out. A character that no font has is not drawn, and not named. */
  draw(document: Document, options: { readonly paper: Paper }): Diagnosed<DrawnPages | undefined>;
}

/** What has not changed since so many drawings is not laid out again. */
const KEPT_DRAWINGS = 8;

/** For looking at pages while they are written: quicker than a PDF, and laid out by the same compiler from the same tree. */
export function createPageDrawer(options: PdfOptions): PageDrawer {
  const compiler = createPageCompiler(options);
  return {
    draw: (document, { paper }) => {
      const drawn = compiler.draw(pageTree(document, paper), KEPT_DRAWINGS);
      if (drawn.kind === 'drawn') return { value: { pages: pagePictures(drawn.svg) }, diagnostics: [] };
      const message = `${document.name} could not be laid out: ${drawn.messages.join('\n')}`;
      return { value: undefined, diagnostics: [{ code: 'layout-compiles', severity: 'error', message }] };
    },
  };
}
