export type { Located, Location, Source, Span } from './source.js';
export { lineText, locate } from './source.js';
