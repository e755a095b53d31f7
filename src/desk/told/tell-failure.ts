import { type DeskLanguage, filled, WORDS } from '../words/words.js';
import { failureOf } from './failure.js';

/** What went wrong in a sentence, and what to do next. */
export function tellFailure(thrown: unknown, language: DeskLanguage): string {
  const { kind, ...slots } = failureOf(thrown);
  return filled(WORDS[language][`failure-${kind}`], slots);
}
