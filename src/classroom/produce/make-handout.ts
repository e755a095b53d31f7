import { type Diagnosed, type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import { keyEntries } from '../key/key.js';
import { drawnFigures, type HandoutRecord, type MadeFile } from '../record/manifest.js';
import { holdsFile, writeMade } from '../record/storage.js';
import { paperCode } from '../set/class-set.js';
import type { Student } from '../set/roster.js';
import { handoutDocument } from './documents.js';
import type { ClassOrder, HandoutFormat } from './order.js';

/** What the files of a student are made from. */
export type HandoutOrder = Pick<ClassOrder, 'chapters' | 'set' | 'storage' | 'pages' | 'paper' | 'solutions' | 'formats' | 'scans'>;

/** The files of a student, in their order. */
export function handoutPaths(id: string, { solutions, formats }: Pick<ClassOrder, 'solutions' | 'formats'>): readonly string[] {
  return kindsOf(solutions).flatMap((kind) => formats.map((format) => pathOf(kind, id, format)));
}

/** Draws the figures of a student and writes those files that do not stand there from `before`. A `HandoutMaker` for this thread. */
export async function makeHandout(
  student: Omit<Student, 'span'>,
  fingerprint: string,
  before: readonly MadeFile[],
  order: HandoutOrder,
): Promise<Diagnosed<HandoutRecord | undefined>> {
  const { set, storage, solutions, formats, pages } = order;
  const paper = set.paper(student.number);
  if (paper.missing.length > 0) return { value: undefined, diagnostics: paper.missing.map((group) => nothingDrawn(student.id, group)) };
  const code = paperCode(set.seed, student.id, paper);
  const files = [];
  const diagnostics: Diagnostic[] = [];
  for (const kind of kindsOf(solutions)) {
    const document = handoutDocument(order, student, paper, code, kind === 'solutions');
    diagnostics.push(...document.diagnostics);
    for (const format of formats) {
      const path = pathOf(kind, student.id, format);
      const kept = before.find((file) => file.path === path && holdsFile(storage, file));
      if (kept !== undefined) {
        files.push(kept);
        continue;
      }
      const rendered = await pages.render(document.value, order.paper, format);
      diagnostics.push(...rendered.diagnostics);
      if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
      files.push(writeMade(storage, { ...rendered.value, path }));
    }
  }
  const record: HandoutRecord = {
    id: student.id,
    fingerprint,
    code,
    figures: drawnFigures(paper),
    answers: Object.fromEntries(keyEntries(paper)),
    files,
  };
  return { value: record, diagnostics };
}

type HandoutKind = 'handouts' | 'solutions';

/** Each has a folder of its own and, as PDFs, a file of all students. */
export function kindsOf(solutions: boolean): readonly HandoutKind[] {
  return solutions ? ['handouts', 'solutions'] : ['handouts'];
}

function pathOf(kind: HandoutKind, id: string, format: HandoutFormat): string {
  return `${kind}/${id}.${format}`;
}

function nothingDrawn(student: string, group: string): Diagnostic {
  return {
    code: 'vary-leaves-variants',
    severity: 'error',
    message: `No variant of ${group} was found for student ${student}.`,
    hint: '`reckoner stress` tells what refuses the others.',
  };
}
