import type { PageInputs } from '../../output/format.js';
import type { PdfEngine } from './engine.js';
import { openNativeEngine } from './native.js';
import { openWasmEngine } from './wasm.js';

/** The engine that the inputs name. It is opened once in each thread, since it cannot be handed to another. */
export function openPdfEngine({ fontPaths, wasm }: Pick<PageInputs, 'fontPaths' | 'wasm'>): Promise<PdfEngine> {
  return wasm === undefined ? openNativeEngine({ fontPaths }) : openWasmEngine(wasm);
}
