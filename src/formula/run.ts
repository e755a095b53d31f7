import type { Amount } from '../number/index.js';

/** The row that a closure is working in; arrays are indexed by column. */
export interface Frame {
  row: number;
  current: Amount[];
  before: Amount[];
}

/** A compiled formula. */
export type Run<T> = (frame: Frame) => T;
