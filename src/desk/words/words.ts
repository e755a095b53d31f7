import { type DeskWords, EN } from './en.js';
import { ZH } from './zh.js';

/** Languages of the desk itself; those of the pages it makes are the workbook's. */
export type DeskLanguage = 'zh' | 'en';

export type { DeskWords };

export const WORDS: Readonly<Record<DeskLanguage, DeskWords>> = { zh: ZH, en: EN };

/** A phrase with its slots filled; a slot without a value stays as it is. */
export function filled(phrase: string, slots: Readonly<Record<string, string | number>>): string {
  return phrase.replace(/\{(\w+)\}/g, (slot, name: string) => String(slots[name] ?? slot));
}

/** The language that a reader's browser asks for first, of those that there are. */
export function preferredLanguage(asked: readonly string[]): DeskLanguage {
  const first = asked.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'zh' || tag === 'en');
  return first === 'zh' ? 'zh' : 'en';
}
