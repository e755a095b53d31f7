export type { PdfOptions } from './compile/compiler.js';
export { createPageDrawer, type DrawnPages, type PageDrawer } from './compile/draw.js';
export { type Imposition, imposePages } from './compile/impose.js';
export { createPdfRenderer, type PdfRenderer } from './compile/render.js';
export { bindVolume, volumeFrame } from './compile/volume.js';
export { type JoinOptions, joinPages } from './file/join-pages.js';
export { PDF } from './format.js';
export { templateFamily } from './template/templates.js';
export { figurePlaces } from './template/widths.js';
