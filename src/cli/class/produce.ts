import type { Paper } from '../../build.js';
import { type ClassSet, drawnFigures, type HandoutRecord, paperCode, type Student, type StudentPaper } from '../../classroom/index.js';
import { type Diagnosed, type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import { assembleHandout, type Document } from '../../document/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { sha256 } from '../files/hash.js';
import type { ClassChapters } from './session.js';
import type { ClassFolder } from './store.js';

export interface Production {
  readonly chapters: ClassChapters;
  readonly set: ClassSet;
  readonly folder: ClassFolder;
  /** Of everything but the student. */
  readonly fingerprint: string;
  readonly paper: Paper;
  readonly solutions: boolean;
  readonly render: (document: Document, paper: Paper) => Promise<Diagnosed<RenderedFile>>;
  /** How many handouts are laid out at once. */
  readonly width: number;
  readonly onDone: (student: Student) => void;
}

/**
 * Makes the files of these students, in any order, and keeps a record of each. A student whose files stand there with the right bytes is
 * passed over, so that a killed run goes on where it stopped. Students with mistakes have no record.
 */
export async function produceHandouts(
  students: readonly Student[],
  production: Production,
): Promise<Diagnosed<ReadonlyMap<string, HandoutRecord>>> {
  const { folder, width, onDone } = production;
  const known = folder.records();
  const records = new Map<string, HandoutRecord>();
  const diagnostics: Diagnostic[] = [];
  const waiting = [...students].reverse();
  const work = async () => {
    for (let student = waiting.pop(); student !== undefined; student = waiting.pop()) {
      const before = known.get(student.id);
      const made =
        before !== undefined && before.fingerprint === studentFingerprint(student, production) && folder.holds(before)
          ? { value: before, diagnostics: [] }
          : await produce(student, production);
      diagnostics.push(...made.diagnostics);
      if (made.value !== undefined) records.set(student.id, made.value);
      onDone(student);
    }
  };
  try {
    await Promise.all(Array.from({ length: width }, work));
  } finally {
    // Where one fails, the others end with what they have in hand.
    waiting.length = 0;
  }
  return { value: records, diagnostics };
}

export function studentFingerprint(student: Student, { fingerprint }: Pick<Production, 'fingerprint'>): string {
  return sha256(JSON.stringify([fingerprint, student]));
}

/** More names than these would take the foot of a page several lines. */
const MOST_NAMES = 3;

/** What a handout says below about itself: its chapters by name or, where they are many, by number, as `--chapters` takes both. */
export function recipe({ workbook }: ClassChapters, set: ClassSet, student: string): string {
  const sources = set.plans.map(({ content }) => content.evaluated.source);
  const chapters =
    sources.length > MOST_NAMES ? sources.map(({ number }) => number).join(',') : sources.map(({ name }) => name).join(' + ');
  return [`${chapters} ${workbook.version}`, set.seed, ...(student === '' ? [] : [student])].join(' · ');
}

async function produce(student: Student, production: Production): Promise<Diagnosed<HandoutRecord | undefined>> {
  const { set, folder, solutions } = production;
  const paper = set.paper(student.number);
  if (paper.missing.length > 0) return { value: undefined, diagnostics: paper.missing.map((group) => nothingDrawn(student, group)) };
  const code = paperCode(set.seed, student.id, paper);
  const files = [];
  const diagnostics: Diagnostic[] = [];
  for (const kind of solutions ? (['handouts', 'solutions'] as const) : (['handouts'] as const)) {
    const rendered = await renderPages(student, paper, code, kind === 'solutions', production);
    diagnostics.push(...rendered.diagnostics);
    if (hasErrors(rendered.diagnostics)) return { value: undefined, diagnostics };
    files.push(folder.write({ ...rendered.value, path: `${kind}/${student.id}.pdf` }));
  }
  const record: HandoutRecord = {
    id: student.id,
    fingerprint: studentFingerprint(student, production),
    code,
    figures: drawnFigures(paper),
    files,
  };
  folder.keep(record);
  return { value: record, diagnostics };
}

async function renderPages(
  student: Student,
  { parts }: StudentPaper,
  code: string,
  solutions: boolean,
  { chapters, set, paper, render }: Production,
): Promise<Diagnosed<RenderedFile>> {
  const { workbook, words } = chapters;
  const { id, name, group, language, size } = student;
  const shared = words.get(language);
  const contents = parts.map(({ content }) => content);
  const mark = { student: `${name} ${id}`, group, code, recipe: recipe(chapters, set, id) };
  if (shared === undefined) throw new Error(`internal error: no shared words in ${language}`);
  const document = assembleHandout(workbook, contents, { name: `${id} ${name}`, language, size, shared, mark, solutions });
  const rendered = await render(document.value, paper);
  return { value: rendered.value, diagnostics: [...document.diagnostics, ...rendered.diagnostics] };
}

function nothingDrawn({ id }: Student, group: string): Diagnostic {
  return {
    code: 'vary-leaves-variants',
    severity: 'error',
    message: `No variant of ${group} was found for student ${id}.`,
    hint: '`reckoner stress` tells what refuses the others.',
  };
}
