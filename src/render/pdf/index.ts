export { createPdfRenderer, type Paper, type PdfOptions, type PdfRenderer } from './render.js';
