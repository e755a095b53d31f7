export type { Located, Location, Source, Span } from './source.js';
export { lineText, locate, placeText } from './source.js';
