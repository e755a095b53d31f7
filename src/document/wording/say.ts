import type { PhraseKey, SharedWords, Slots } from '../../chapter/index.js';
import { invariant } from '../../diagnostics/index.js';
import { spaceFigures } from './han.js';
import { fillSlots, type SlotArguments } from './voice.js';

/** Speaks the shared phrases of a language outside any chapter. */
export type Say = <K extends PhraseKey>(key: K, ...slots: SlotArguments<K>) => string;

export function sharedSay({ language, phrases, spaced }: SharedWords): Say {
  return <K extends PhraseKey>(key: K, ...[slots]: SlotArguments<K>) => {
    const phrase = phrases.get(key);
    invariant(phrase !== undefined, `the shared words of ${language} lack ${key}`);
    const text = fillSlots(phrase, (slots ?? {}) as Slots<K>);
    return spaced ? text : spaceFigures(text);
  };
}
