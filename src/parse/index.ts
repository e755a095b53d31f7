export type * from './chapter.js';
export * from './formula/index.js';
