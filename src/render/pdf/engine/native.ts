import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { invariant } from '../../../diagnostics/index.js';
import { type Laid, messagesOf, type PdfEngine, type Typesetter } from './engine.js';

export interface NativeOptions {
  /** Font files, or folders of font files: Noto Serif SC in regular and bold. */
  readonly fontPaths: readonly string[];
  /** `none` = the file does not claim PDF/UA-1, and characters without a glyph are not named; default `ua-1`. */
  readonly standard?: 'ua-1' | 'none';
}

/** Where the templates lie for the compiler; nothing is read from or written to a disk there. */
const ROOT = '/pages';

/** The compiler as a library of this machine. Rejects where its package is not installed for this system. */
export async function openNativeEngine({ fontPaths, standard = 'ua-1' }: NativeOptions): Promise<PdfEngine> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return {
    open: (sources) => {
      const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontPaths: [...fontPaths] }] });
      for (const [path, text] of sources) compiler.addSource(`${ROOT}/${path}`, text);
      return typesetter(compiler, standard === 'ua-1' ? { pdfStandard: 'ua-1' } : {});
    },
  };
}

function typesetter(compiler: NodeCompiler, claim: { readonly pdfStandard?: 'ua-1' }): Typesetter {
  return {
    layOut: (main, files) => {
      for (const [path, bytes] of files) compiler.mapShadow(`${ROOT}/${path}`, Buffer.from(bytes));
      const compiled = compiler.compile({ mainFilePath: `${ROOT}/${main}`, resetRead: true });
      const fault = compiled.takeError() ?? compiled.takeWarnings();
      if (fault !== null) return { kind: 'failed', messages: messagesOf(compiler.fetchDiagnostics(fault)) };
      invariant(compiled.result !== null, 'the compiler gave neither pages nor an error');
      return laid(compiler, compiled.result, claim);
    },
    forget: (kept) => compiler.evictCache(kept),
    missing: () => [],
  };
}

function laid(compiler: NodeCompiler, document: NodeTypstDocument, claim: { readonly pdfStandard?: 'ua-1' }): Laid {
  return {
    kind: 'laid',
    pages: document.numOfPages,
    query: (label) => compiler.query(document, { selector: label }),
    pdf: ({ tags } = { tags: true }) =>
      compiler.pdf(document, tags ? { ...claim, creationTimestamp: 0 } : { creationTimestamp: 0, pdfTags: false }),
    svg: () => compiler.svg(document),
  };
}
