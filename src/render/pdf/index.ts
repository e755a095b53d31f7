export { type Imposition, imposePages } from './impose.js';
export { type JoinOptions, joinPages } from './join-pages.js';
export { createPdfRenderer, type Paper, type PdfOptions, type PdfRenderer } from './render.js';
export { bindVolume, volumeFrame } from './volume.js';
