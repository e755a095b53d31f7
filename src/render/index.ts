export { createFileRenderer, type RenderPage } from './file-renderer.js';
export { createRenderers, type Format, type PageInputs, type Renderers } from './renderers.js';
