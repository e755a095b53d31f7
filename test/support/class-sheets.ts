import {
  type ClassSet,
  createClassSet,
  drawnFigures,
  type KeyExercise,
  type KeyRow,
  keyEntries,
  keyExercises,
  type Manifest,
} from '../../src/classroom/index.js';
import type { ChapterContent } from '../../src/document/index.js';
import type { ClassSheets } from '../../src/export/xlsx/class-book.js';

const STUDENTS: readonly (readonly [id: string, name: string])[] = [
  ['01', '王小明'],
  ['02', 'Ann "Q" <b>'],
  ['03', ''],
];

/** A class set of three students as it stands in its files, without any pages. */
export function classSheets(contents: readonly ChapterContent[]): ClassSheets {
  const set: ClassSet = createClassSet(contents, { seed: 'spring' });
  const papers = STUDENTS.map(([id, name], index) => ({ id, name, paper: set.paper({ stem: '', number: index + 1 }) }));
  const exercises: readonly KeyExercise[] = papers[0] === undefined ? [] : keyExercises(papers[0].paper);
  const rows = papers.map(
    ({ id, name, paper }): KeyRow => ({ id, name, group: 'A', code: `C${id}`, answers: Object.fromEntries(keyEntries(paper)) }),
  );
  const manifest: Manifest = {
    reckoner: 2,
    generator: '',
    version: '1',
    seed: 'spring',
    fingerprint: '',
    chapters: [],
    exercises,
    students: papers.map(({ id, name, paper }) => ({
      id,
      name,
      group: 'A',
      language: 'zh',
      size: 'standard',
      fingerprint: '',
      code: `C${id}`,
      figures: drawnFigures(paper),
      files: [],
    })),
    files: [],
  };
  return { manifest, rows, contents };
}
