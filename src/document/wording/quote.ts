import type { Voice } from './voice.js';

/** A wording in quotation marks, without its full stop; marks inside it become single ones. */
export function quoted(wording: string, voice: Voice): string {
  const inner = trimmedSentence(wording)
    .replace(/“/g, '‘')
    .replace(/”/g, '’')
    .replace(/"([^"]*)"/g, '‘$1’');
  return voice.say('quoted', { text: inner });
}

/** A wording without its full stop, to stand inside a sentence. */
export function trimmedSentence(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}

/** A sentence that begins with a capital, where the language has them. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
