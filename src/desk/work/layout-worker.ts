import type { Document } from '../../document/index.js';
import type { Paper } from '../../render/index.js';
import { createPdfRenderer, type PdfEngine, type PdfRenderer } from '../../render/pdf/index.js';
import { type Mistake, mistakeOf } from '../told/mistake.js';
import { answerCalls } from './calls.js';
import type { DeskData } from './desk-data.js';
import { type Engines, openEngines } from './open-engines.js';

/** Lays out pages: the page compiler with its fonts, in a thread of its own. */
const layoutCalls = (progress: (loaded: { readonly done: number; readonly all: number }) => void) => {
  let engines: Engines | undefined;
  let templates: ReadonlyMap<string, string> = new Map();
  const renderers = new Map<PdfEngine, PdfRenderer>();
  return {
    async open({ pdf, compiler, fonts }: Pick<DeskData, 'pdf' | 'compiler' | 'fonts'>): Promise<void> {
      const all = [compiler, ...fonts].reduce((sum, { bytes }) => sum + bytes, 0);
      let done = 0;
      templates = new Map(pdf);
      engines = await openEngines({ compiler, fonts }, (count) => {
        done += count;
        progress({ done, all });
      });
    },
    async pdf({ document, paper }: { readonly document: Document; readonly paper: Paper }): Promise<LaidOutFile> {
      if (engines === undefined) throw new Error('the page compiler is not open');
      const engine = await engines.for(document);
      const renderer = renderers.get(engine) ?? createPdfRenderer({ templates, engine });
      renderers.set(engine, renderer);
      const { value, diagnostics } = renderer.render(document, { paper });
      return { content: value.content as Uint8Array, pages: value.pages ?? 0, mistakes: diagnostics.map(mistakeOf) };
    },
  };
};

export interface LaidOutFile {
  /** Empty where it could not be laid out. */
  readonly content: Uint8Array;
  readonly pages: number;
  readonly mistakes: readonly Mistake[];
}

export type LayoutCalls = ReturnType<typeof layoutCalls>;

answerCalls(layoutCalls);
