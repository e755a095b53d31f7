export { type Imposition, imposePages } from './impose.js';
export { createPdfRenderer, type Paper, type PdfOptions, type PdfRenderer } from './render.js';
