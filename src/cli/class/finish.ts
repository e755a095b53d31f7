import path from 'node:path';
import {
  answersCsv,
  CLASS_FORMAT,
  type HandoutRecord,
  type KeyExercise,
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
import { type Diagnosed, type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { joinPages } from '../../render/pdf/index.js';
import { packageVersion } from '../files/read-workbook.js';
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
  const made = students.flatMap((student) => {
    const record = records.get(student.id);
    return record === undefined ? [] : [{ student, record }];
  });
  const kept = made.map(({ record }) => record);
  const exercises = made.slice(0, 1).flatMap(({ record }) => keyExercises(paperOfFigures(set, record.figures)));
  // One paper at a time: those of a province do not fit into memory.
  const rows = made.map(
    ({ student: { id, name, group }, record }): KeyRow => ({
      id,
      name,
      group,
      code: record.code,
      answers: Object.fromEntries(keyEntries(paperOfFigures(set, record.figures))),
    }),
  );
  const { workbook } = chapters;
  const rendered = await renderKey(exercises, rows, finish);
  if (hasErrors(rendered.diagnostics)) return { value: [], diagnostics: rendered.diagnostics };
  const json = { reckoner: CLASS_FORMAT, seed: set.seed, version: workbook.version, exercises, students: rows };
  const files: MadeFile[] = [
    joinedFile('handouts.pdf', kept, finish),
    ...(finish.solutions ? [joinedFile('solutions.pdf', kept, finish)] : []),
    keyFile(rendered.value, finish),
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
    students: made.map(({ student: { name, group, language, size }, record }) => ({ ...record, name, group, language, size })),
    files,
  };
  folder.write({ path: MANIFEST, content: `${JSON.stringify(manifest, undefined, 1)}\n` });
  folder.tidy();
  return { value: files, diagnostics: rendered.diagnostics };
}

/** More rows than these are set in parts, each with pages of its own: one table for a province would take the memory of all its handouts. */
const KEY_ROWS = 200;

async function renderKey(
  exercises: readonly KeyExercise[],
  rows: readonly KeyRow[],
  { chapters, set, language, render, paper }: Finish,
): Promise<Diagnosed<readonly RenderedFile[]>> {
  const shared = chapters.words.get(language);
  if (shared === undefined) throw new Error(`internal error: no shared words in ${language}`);
  const titles = new Map(
    chapters.contents.flatMap(({ evaluated: { source } }) => {
      const words = source.words.get(language);
      return words === undefined ? [] : [[source.name, words.title] as const];
    }),
  );
  const files: RenderedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let from = 0; from === 0 || from < rows.length; from += KEY_ROWS) {
    const part = rows.slice(from, from + KEY_ROWS);
    const range = rows.length > KEY_ROWS ? ` · ${from + 1}–${from + part.length}` : '';
    const options = { shared, titles, recipe: `${recipe(chapters, set, '')}${range}` };
    const rendered = await render(keyDocument(chapters.workbook, exercises, part, options), paper);
    files.push(rendered.value);
    diagnostics.push(...rendered.diagnostics);
  }
  return { value: files, diagnostics };
}

function keyFile(parts: readonly RenderedFile[], { folder }: Finish): MadeFile {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return folder.write({ ...only, path: 'key.pdf' });
  const bytes = parts.map(({ content }) => (typeof content === 'string' ? new TextEncoder().encode(content) : content));
  return folder.writePieces('key.pdf', joinPages(bytes, { duplex: false }));
}

/** The pages of all students in one file, written piece by piece: a province does not fit into memory. */
function joinedFile(name: string, records: readonly HandoutRecord[], { folder, duplex }: Finish): MadeFile {
  const kind = `${path.basename(name, '.pdf')}/`;
  function* sources(): Generator<Uint8Array> {
    for (const { files } of records) for (const file of files) if (file.path.startsWith(kind)) yield folder.read(file.path);
  }
  return folder.writePieces(name, joinPages(sources(), { duplex }));
}
