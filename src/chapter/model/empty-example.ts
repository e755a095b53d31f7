import type { Span } from '../../source/index.js';
import type { Example } from './chapter.js';

/** An example of which nothing is written but its name. */
export function emptyExample(name: string, span: Span): Example {
  return {
    name,
    span,
    givens: [],
    tierTables: [],
    conventions: [],
    unstated: [],
    steps: [],
    readings: [],
    claims: [],
    assumptions: [],
    money: [],
    scale: [],
    vary: [],
    suchThat: [],
  };
}
