import type { Diagnosed } from '../../../diagnostics/index.js';
import type { Document } from '../../../document/index.js';
import type { Paper } from '../../output/format.js';
import { pageTree } from '../layout/page-tree.js';
import { createPageCompiler, type PdfOptions } from './compiler.js';

/** Pages as one picture, one below the other. */
export interface DrawnPages {
  readonly svg: string;
  readonly pages: number;
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
      if (drawn.kind === 'drawn') return { value: drawn, diagnostics: [] };
      const message = `${document.name} could not be laid out: ${drawn.messages.join('\n')}`;
      return { value: undefined, diagnostics: [{ code: 'layout-compiles', severity: 'error', message }] };
    },
  };
}
