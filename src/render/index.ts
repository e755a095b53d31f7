export { createFileRenderer, type FileRenderer, type RenderPage } from './file-renderer.js';
export { DEFAULT_FORMATS, FORMAT_NAMES, type Format, lossesOf, needsScreen, openFormats } from './formats.js';
export type { PageInputs, PageSetting, Paper } from './output/format.js';
