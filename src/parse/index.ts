export type * from './chapter.js';
export type * from './formula/nodes.js';
