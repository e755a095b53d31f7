export { drawChart } from './chart-svg.js';
export { HTML } from './format.js';
export { element, escapeText } from './markup.js';
export { drawMath } from './mathml.js';
export { createHtmlRenderer, type HtmlRenderer, renderHtml } from './render.js';
