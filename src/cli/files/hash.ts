import { createHash } from 'node:crypto';
import type { ChapterSource } from '../../chapter/index.js';

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Of all that the author wrote for a chapter. */
export function chapterHash({ sums, words }: ChapterSource): string {
  const sources = [sums.source, ...[...words.values()].map(({ source }) => source)];
  return sha256(sources.map(({ text }) => `${text.length}:${text}`).join(''));
}
