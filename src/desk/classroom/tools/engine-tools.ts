import { sampleDocuments } from '../../../classroom/index.js';
import { createPdfRenderer, figurePlaces, joinPages, type PdfEngine, type PdfRenderer } from '../../../render/pdf/index.js';
import type { ClassroomTools, PagesOrder } from './tools.js';

export interface EngineSources extends Omit<ClassroomTools, 'pages' | 'page'> {
  /** A compiler that has the characters of these texts, opened when the first page is wanted. */
  readonly engine: (texts: unknown) => Promise<PdfEngine>;
  /** The bold font file, for the names of students, with the characters of these texts. */
  readonly nameFont: (texts: unknown) => Promise<Uint8Array>;
}

/** The tools of a classroom over a compiler of pages. Handouts are filled into pages laid out once for their shape. */
export function engineTools({ engine, nameFont, ...rest }: EngineSources): ClassroomTools {
  const { layout: templates } = rest;
  const forSet = async ({ chapters, set, languages, solutions, texts }: PagesOrder): Promise<PdfRenderer> => {
    const figures = figurePlaces(sampleDocuments({ chapters, set }, languages, solutions));
    return createPdfRenderer({ templates, engine: await engine(texts), figures, nameFont: await nameFont(texts) });
  };
  return {
    ...rest,
    pages: (order) => {
      const renderer = forSet(order);
      return { render: async (document, paper) => (await renderer).render(document, { paper }), join: joinPages };
    },
    page: async (document, paper) => createPdfRenderer({ templates, engine: await engine(document) }).render(document, { paper }),
  };
}
