import type { SharedWords, Workbook } from '../../chapter/index.js';
import { type AssembledDocument, assembleEditions, type ChapterContent } from '../../document/index.js';

/** The student's pages of a chapter in one language, `onScreen` or to be read alone; undefined where it has no words in it. */
export function studentPages(
  workbook: Workbook,
  content: ChapterContent,
  shared: SharedWords,
  onScreen: boolean,
): AssembledDocument | undefined {
  const options = { language: shared.language, editions: ['student'] as const, shared, onScreen };
  const made = content.evaluated.source.words.has(shared.language) ? assembleEditions(workbook, content, options).value : undefined;
  return made?.get('student');
}
