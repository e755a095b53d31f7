import { setImmediate } from 'node:timers/promises';
import type { PageInputs } from '../../build.js';
import { type ClassChapters, type ClassSet, type PageMaker, sampleDocuments } from '../../classroom/index.js';
import { createFiller, createPdfRenderer, figurePlaces, joinPages, openPdfEngine, type PdfRenderer } from '../../render/pdf/index.js';
import { readNameFont } from '../files/read-workbook.js';

/** What the handouts of a set have in common. Plain data, which can be handed to another thread. */
export interface HandoutPages {
  readonly figures: ReturnType<typeof figurePlaces>;
  /** In memory that threads share. */
  readonly nameFont: Uint8Array;
}

/** How many handouts were filled into templates, and how many were laid out by themselves. */
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
  handouts?: HandoutPages,
): Promise<CountingPageMaker & { readonly template: PdfRenderer['template'] }> {
  const renderer = createPdfRenderer({ templates: pages.pdf, engine: await openPdfEngine(pages), ...handouts });
  return {
    template: renderer.template,
    ...counting(async (document, paper) => {
      // Back to the event loop between two, which frees what the compiler let go.
      await setImmediate();
      return renderer.render(document, { paper });
    }),
  };
}

export type AskTemplate = Parameters<typeof createFiller>[2];

/** Fills handouts into templates made elsewhere; a compiler, which takes a quarter of the memory, is opened when one has to be laid out by itself. */
export function openFillingPageMaker(pages: PageInputs, { figures, nameFont }: HandoutPages, ask: AskTemplate): CountingPageMaker {
  const fill = createFiller(figures, nameFont, ask);
  let own: Promise<PdfRenderer> | undefined;
  const renderer = async () => createPdfRenderer({ templates: pages.pdf, engine: await openPdfEngine(pages) });
  return counting(async (document, paper) => {
    const filled = await fill(document, paper);
    if ('content' in filled) return { value: { path: '', ...filled, isFilled: true }, diagnostics: [] };
    own ??= renderer();
    const opened = await own;
    await setImmediate();
    return opened.render(document, { paper });
  });
}

function counting(render: PageMaker['render']): CountingPageMaker {
  let [filled, laidOut] = [0, 0];
  return {
    count: () => ({ filled, laidOut }),
    render: async (document, paper) => {
      const rendered = await render(document, paper);
      const isHandout = document.handout !== undefined && document.handout.code !== '';
      if (isHandout && rendered.value.isFilled === true) filled += 1;
      else if (isHandout) laidOut += 1;
      return rendered;
    },
    join: joinPages,
  };
}
