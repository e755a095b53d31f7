import { readFileSync } from 'node:fs';
import type { Source } from '../../src/source/index.js';

/** The shared words of a language as a build reads them. */
export function sharedWords(language: string): Source {
  const name = `templates/words/${language}.yaml`;
  return { name, text: readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8') };
}
