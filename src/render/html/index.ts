export { createHtmlRenderer, type HtmlRenderer, renderHtml } from './render.js';
