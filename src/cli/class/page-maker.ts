import { setImmediate } from 'node:timers/promises';
import type { PageInputs } from '../../build.js';
import { type ClassChapters, type ClassSet, type PageMaker, sampleDocuments } from '../../classroom/index.js';
import { createPdfRenderer, figurePlaces, joinPages, openPdfEngine } from '../../render/pdf/index.js';
import { readNameFont } from '../files/read-workbook.js';

/** What the pages of all students of a set have in common. Plain data, which can be handed to another thread. */
export interface PageSetting {
  /** Of the students. */
  readonly languages: readonly string[];
  readonly solutions: boolean;
}

/** How many handouts were filled into templates, and how many were laid out by themselves. */
export interface PageCount {
  readonly filled: number;
  readonly laidOut: number;
}

export interface CountingPageMaker extends PageMaker {
  count(): PageCount;
}

/** Makes pages in the thread that calls it. Without a setting no handouts are made, as where parts are only joined. */
export async function openPageMaker(
  source: { readonly chapters: ClassChapters; readonly set: ClassSet },
  pages: PageInputs,
  setting?: PageSetting,
): Promise<CountingPageMaker> {
  const templates = setting && {
    figures: figurePlaces(sampleDocuments(source, setting.languages, setting.solutions)),
    nameFont: readNameFont(pages),
  };
  const renderer = createPdfRenderer({ templates: pages.pdf, engine: await openPdfEngine(pages), ...templates });
  let [filled, laidOut] = [0, 0];
  return {
    count: () => ({ filled, laidOut }),
    render: async (document, paper) => {
      // Back to the event loop between two, which frees what the compiler let go.
      await setImmediate();
      const rendered = renderer.render(document, { paper });
      const isHandout = document.handout !== undefined && document.handout.code !== '';
      if (isHandout && rendered.value.isFilled === true) filled += 1;
      else if (isHandout) laidOut += 1;
      return rendered;
    },
    join: joinPages,
  };
}
