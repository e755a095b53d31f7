export {
  type BuildOptions,
  type BuildResult,
  buildWorkbook,
  type ChapterFiles,
  type Format,
  type PageInputs,
  type PreparedWorkbook,
  type PrepareOptions,
  prepareWorkbook,
  type Stage,
  type WorkbookInputs,
} from './build.js';
export { type Diagnostic, hasErrors, printDiagnostic } from './diagnostics/index.js';
export type { ChapterContent, Document, Edition } from './document/index.js';
export type { RenderedFile } from './render/rendered-file.js';
export type { Source, Span } from './source/index.js';
