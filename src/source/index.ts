export { locate, lineText } from './source.js';
export type { Located, Location, Source, Span } from './source.js';
