import type { SharedWords } from '../../chapter/index.js';
import type { Document } from '../../document/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import type { FinishedSet } from '../record/open-set.js';
import type { ClassChapters } from '../set/chapters.js';
import { gradebooks } from './gradebooks.js';
import type { MarkedSet } from './mark-set.js';
import { marksSheet } from './sheet.js';
import { exercisesCsv, markedCsv, studentsCsv } from './tables.js';

/** What is laid out as `marks.pdf`. */
export function marksDocument(
  { manifest, remarks }: FinishedSet,
  { workbook }: ClassChapters,
  { papers, statistics }: MarkedSet,
  shared: SharedWords,
): Document {
  return marksSheet(workbook, manifest.exercises, papers, statistics, { shared, recipe: manifest.seed, remarks });
}

/** The results of a class as files, in the order in which they are named to the teacher; `sheet` is the document above, laid out. */
export function marksFiles({ manifest }: FinishedSet, { papers, statistics }: MarkedSet, sheet: RenderedFile): readonly RenderedFile[] {
  return [
    { path: 'students.csv', content: studentsCsv(manifest.exercises, papers) },
    { path: 'answers.csv', content: markedCsv(papers) },
    { path: 'exercises.csv', content: exercisesCsv(statistics) },
    ...gradebooks(papers, manifest.seed),
    { ...sheet, path: 'marks.pdf' },
  ];
}
