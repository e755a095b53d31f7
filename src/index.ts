export {
  type BuildOptions,
  type BuildResult,
  buildWorkbook,
  type Format,
  type PageInputs,
  type PreparedWorkbook,
  type PrepareOptions,
  prepareWorkbook,
  type RenderWorkers,
  type Stage,
  type WorkbookInputs,
} from './build.js';
export { type ChapterFiles, jsonSchemas } from './chapter/index.js';
export { type Diagnostic, hasErrors, printDiagnostic } from './diagnostics/index.js';
export type { AssembledDocument, ChapterContent, Document, Edition } from './document/index.js';
export type { RenderedFile } from './render/output/rendered-file.js';
export type { Source, Span } from './source/index.js';
