import type { Document } from '../../document/index.js';
import type { Paper } from '../../render/index.js';
import { createPdfRenderer, openWasmEngine, type PdfRenderer } from '../../render/pdf/index.js';
import { answerCalls } from './calls.js';
import type { DeskData } from './desk-data.js';
import { loadFile } from './load-file.js';

/** Lays out pages: the page compiler with its fonts, in a thread of its own. */
const layoutCalls = (progress: (loaded: { readonly done: number; readonly all: number }) => void) => {
  let renderer: PdfRenderer | undefined;
  return {
    async open({ pdf, compiler, fonts }: Pick<DeskData, 'pdf' | 'compiler' | 'fonts'>): Promise<void> {
      const all = [compiler, ...fonts].reduce((sum, { bytes }) => sum + bytes, 0);
      let done = 0;
      const onBytes = (count: number) => {
        done += count;
        progress({ done, all });
      };
      const [module, ...files] = await Promise.all([
        WebAssembly.compileStreaming(loadFile(compiler, onBytes)),
        ...fonts.map(async (font) => new Uint8Array(await (await loadFile(font, onBytes)).arrayBuffer())),
      ]);
      renderer = createPdfRenderer({ templates: new Map(pdf), engine: await openWasmEngine({ module, fonts: files }) });
    },
    pdf({ document, paper }: { readonly document: Document; readonly paper: Paper }): LaidOutFile {
      if (renderer === undefined) throw new Error('the page compiler is not open');
      const { value, diagnostics } = renderer.render(document, { paper });
      return {
        content: value.content as Uint8Array<ArrayBuffer>,
        pages: value.pages ?? 0,
        messages: diagnostics.map(({ message }) => message),
      };
    },
  };
};

export interface LaidOutFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  readonly messages: readonly string[];
}

export type LayoutCalls = ReturnType<typeof layoutCalls>;

answerCalls(layoutCalls);
