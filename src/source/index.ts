export { type EarlierWork, keepEarlierWork, NO_EARLIER_WORK } from './earlier-work.js';
export { lazily } from './lazily.js';
export type { Located, Location, Source, Span } from './source.js';
export { lineText, locate, placeText } from './source.js';
