export { assembleDocument, type DocumentOptions, joinDocuments } from './assemble.js';
export type * from './nodes.js';
export { parseSharedWords } from './parse-shared-words.js';
export type { Misconception, SharedWords } from './shared-words.js';
export type { ChapterContent } from './voice.js';
