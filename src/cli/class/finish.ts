import path from 'node:path';
import {
  answersCsv,
  CLASS_FORMAT,
  type HandoutRecord,
  type KeyRow,
  keyCsv,
  keyDocument,
  keyEntries,
  keyExercises,
  type MadeFile,
  type Manifest,
  paperOfFigures,
  type Student,
} from '../../classroom/index.js';
import { type Diagnosed, hasErrors } from '../../diagnostics/index.js';
import { joinPages } from '../../render/pdf/index.js';
import { packageVersion } from '../read-workbook.js';
import { type Production, recipe } from './produce.js';
import { MANIFEST } from './store.js';

export interface Finish extends Production {
  readonly duplex: boolean;
  /** Of the key. */
  readonly language: string;
}

/** What belongs to the whole set, once every handout is there: the file for the copier, the keys, the table to type answers into, the manifest. */
export async function finishSet(
  students: readonly Student[],
  records: ReadonlyMap<string, HandoutRecord>,
  finish: Finish,
): Promise<Diagnosed<readonly MadeFile[]>> {
  const { folder, set, chapters } = finish;
  const kept = students.flatMap((student) => records.get(student.id) ?? []);
  const papers = students.flatMap((student) => {
    const record = records.get(student.id);
    return record === undefined ? [] : [{ student, record, paper: paperOfFigures(set, record.figures) }];
  });
  const first = papers[0]?.paper;
  const exercises = first === undefined ? [] : keyExercises(first);
  const rows = papers.map(
    ({ student: { id, name, group }, record, paper }): KeyRow => ({
      id,
      name,
      group,
      code: record.code,
      answers: Object.fromEntries(keyEntries(paper)),
    }),
  );
  const { workbook, words } = chapters;
  const shared = words.get(finish.language);
  if (shared === undefined) throw new Error(`internal error: no shared words in ${finish.language}`);
  const rendered = await finish.render(keyDocument(workbook, exercises, rows, { shared, recipe: recipe(chapters, set, '') }), finish.paper);
  if (hasErrors(rendered.diagnostics)) return { value: [], diagnostics: rendered.diagnostics };
  const json = { reckoner: CLASS_FORMAT, seed: set.seed, version: workbook.version, exercises, students: rows };
  const files: MadeFile[] = [
    joinedFile('handouts.pdf', kept, finish),
    ...(finish.solutions ? [joinedFile('solutions.pdf', kept, finish)] : []),
    folder.write({ ...rendered.value, path: 'key.pdf' }),
    folder.write({ path: 'key.csv', content: keyCsv(exercises, rows) }),
    folder.write({ path: 'key.json', content: `${JSON.stringify(json, undefined, 1)}\n` }),
  ];
  // Answers may have been typed into it already.
  folder.writeOnce({ path: 'answers.csv', content: answersCsv(exercises, rows) });
  const manifest: Manifest = {
    reckoner: CLASS_FORMAT,
    generator: packageVersion(),
    version: workbook.version,
    seed: set.seed,
    fingerprint: finish.fingerprint,
    chapters: chapters.hashes,
    exercises,
    students: papers.map(({ student: { name, group, language, size }, record }) => ({ ...record, name, group, language, size })),
    files,
  };
  folder.write({ path: MANIFEST, content: `${JSON.stringify(manifest, undefined, 1)}\n` });
  folder.tidy();
  return { value: files, diagnostics: rendered.diagnostics };
}

/** The pages of all students in one file, written piece by piece: a province does not fit into memory. */
function joinedFile(name: string, records: readonly HandoutRecord[], { folder, duplex }: Finish): MadeFile {
  const kind = `${path.basename(name, '.pdf')}/`;
  function* sources(): Generator<Uint8Array> {
    for (const { files } of records) for (const file of files) if (file.path.startsWith(kind)) yield folder.read(file.path);
  }
  return folder.writePieces(name, joinPages(sources(), { duplex }));
}
