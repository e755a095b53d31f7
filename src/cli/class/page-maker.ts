import { setImmediate } from 'node:timers/promises';
import type { PageInputs } from '../../build.js';
import { type ClassChapters, type ClassSet, type HandoutFormat, type PageMaker, sampleDocuments } from '../../classroom/index.js';
import { openFormats } from '../../render/index.js';
import { createFiller, createPdfRenderer, figurePlaces, joinPages, openPdfEngine, type PdfRenderer } from '../../render/pdf/index.js';
import { readNameFont } from '../files/read-workbook.js';

/** What the PDFs of handouts of a set have in common. Plain data, which can be handed to another thread. */
export interface HandoutPages {
  readonly figures: ReturnType<typeof figurePlaces>;
  /** In memory that threads share. */
  readonly nameFont: Uint8Array;
}

/** How many PDFs of handouts were filled into templates, and how many were laid out by themselves. */
export interface PageCount {
  readonly filled: number;
  readonly laidOut: number;
}

export interface CountingPageMaker extends PageMaker {
  count(): PageCount;
}

/** `languages`: those of the students. */
export function handoutPages(
  source: { readonly chapters: ClassChapters; readonly set: ClassSet },
  pages: PageInputs,
  { languages, solutions }: { readonly languages: readonly string[]; readonly solutions: boolean },
): HandoutPages {
  return { figures: figurePlaces(sampleDocuments(source, languages, solutions)), nameFont: readNameFont(pages) };
}

/** Makes pages in the thread that calls it, and templates for those that have no compiler. Without `handouts` none are made, as where parts are only joined. */
export async function openPageMaker(
  pages: PageInputs,
  formats: readonly HandoutFormat[],
  handouts?: HandoutPages,
): Promise<CountingPageMaker & { readonly template: PdfRenderer['template'] }> {
  const renderers = openFormats(pages);
  // Word files need no page compiler.
  const pdf = formats.includes('pdf')
    ? createPdfRenderer({ templates: pages.pdf, engine: await openPdfEngine(pages), ...handouts })
    : undefined;
  return {
    template: pdf?.template,
    ...counting(async (document, paper, format) => {
      // Back to the event loop between two, which frees what the compiler let go.
      await setImmediate();
      return (format === 'pdf' && pdf !== undefined ? pdf : renderers[format]).render(document, { paper });
    }),
  };
}

export type AskTemplate = Parameters<typeof createFiller>[2];

/** Fills handouts into templates made elsewhere; a compiler, which takes a quarter of the memory, is opened when one has to be laid out by itself. */
export function openFillingPageMaker(pages: PageInputs, handouts: HandoutPages | undefined, ask: AskTemplate): CountingPageMaker {
  const fill = handouts && createFiller(handouts.figures, handouts.nameFont, ask);
  const renderers = openFormats(pages);
  return counting(async (document, paper, format) => {
    const filled = format === 'pdf' ? await fill?.(document, paper) : undefined;
    if (filled !== undefined && 'content' in filled) return { value: { path: '', ...filled, isFilled: true }, diagnostics: [] };
    await setImmediate();
    return renderers[format].render(document, { paper });
  });
}

function counting(render: PageMaker['render']): CountingPageMaker {
  let [filled, laidOut] = [0, 0];
  return {
    count: () => ({ filled, laidOut }),
    render: async (document, paper, format) => {
      const rendered = await render(document, paper, format);
      const isHandout = format === 'pdf' && document.handout !== undefined && document.handout.code !== '';
      if (isHandout && rendered.value.isFilled === true) filled += 1;
      else if (isHandout) laidOut += 1;
      return rendered;
    },
    join: joinPages,
  };
}
