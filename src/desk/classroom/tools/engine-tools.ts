import { sampleDocuments } from '../../../classroom/index.js';
import { createPdfRenderer, figurePlaces, joinPages, type PdfEngine, type PdfRenderer } from '../../../render/pdf/index.js';
import type { ClassroomTools, PagesOrder } from './tools.js';

export interface EngineSources extends Omit<ClassroomTools, 'pages' | 'page'> {
  /** Opened when the first page is wanted. */
  readonly engine: () => Promise<PdfEngine>;
  /** The bold font file, for the names of students. */
  readonly nameFont: () => Promise<Uint8Array>;
}

/** The tools of a classroom over a compiler of pages. Handouts are filled into pages laid out once for their shape. */
export function engineTools({ engine, nameFont, ...rest }: EngineSources): ClassroomTools {
  const { layout: templates } = rest;
  const forSet = async ({ chapters, set, languages, solutions }: PagesOrder): Promise<PdfRenderer> => {
    const figures = figurePlaces(sampleDocuments({ chapters, set }, languages, solutions));
    return createPdfRenderer({ templates, engine: await engine(), figures, nameFont: await nameFont() });
  };
  return {
    ...rest,
    pages: (order) => {
      const renderer = forSet(order);
      return { render: async (document, paper) => (await renderer).render(document, { paper }), join: joinPages };
    },
    page: async (document, paper) => createPdfRenderer({ templates, engine: await engine() }).render(document, { paper }),
  };
}
