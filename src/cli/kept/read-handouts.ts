import type { PreparedWorkbook, WorkbookInputs } from '../../build.js';
import { chapterHash, checkHandouts } from '../../classroom/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import { sha256 } from '../files/hash.js';
import { openKept } from '../files/kept.js';

/** Everything between the files and the pages. */
const STAGES = ['source', 'diagnostics', 'number', 'formula', 'chapter', 'evaluate', 'audit', 'exercises', 'document', 'classroom'];

/**
 * What drawn handouts show to be wrong. A chapter whose handouts were found right is not drawn again, as long as neither it nor anything
 * it may take from is changed: the chapters before it, the shared words, the files of the workbook. `folder` keeps which they are.
 */
export function readHandouts(
  { workbook, chapters, words }: PreparedWorkbook,
  inputs: WorkbookInputs,
  folder: string,
): readonly Diagnostic[] {
  if (workbook === undefined) return [];
  const kept = openKept(folder, { file: 'handouts.json', stages: STAGES, answer: /^right$/ });
  const shared = sha256(JSON.stringify([inputs.workbook, ...inputs.sharedWords, ...(inputs.beside?.values() ?? [])]));
  return chapters.flatMap((chapter) => {
    const taken = [...(chapter.earlier ?? []), chapter].map(({ evaluated: { source } }) => [
      source.folder,
      [...source.words.keys()],
      chapterHash(source, sha256),
    ]);
    const key = sha256(JSON.stringify([shared, taken]));
    if (kept.get(key) !== undefined) return [];
    const found = checkHandouts([chapter], { workbook, words });
    if (found.length === 0) kept.set(key, 'right');
    return found;
  });
}
