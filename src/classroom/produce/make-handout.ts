import { type Diagnosed, type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import { keyEntries } from '../key/key.js';
import { drawnFigures, type HandoutRecord } from '../record/manifest.js';
import { writeMade } from '../record/storage.js';
import { paperCode } from '../set/class-set.js';
import type { Student } from '../set/roster.js';
import { handoutDocument } from './documents.js';
import type { ClassOrder } from './order.js';

/** What the files of a student are made from. */
export type HandoutOrder = Pick<ClassOrder, 'chapters' | 'set' | 'storage' | 'pages' | 'paper' | 'solutions' | 'scans'>;

/** Draws the figures of a student, makes the files and writes them. Without a record where there are mistakes. */
export async function makeHandout(
  student: Omit<Student, 'span'>,
  fingerprint: string,
  order: HandoutOrder,
): Promise<Diagnosed<HandoutRecord | undefined>> {
  const { set, storage, solutions, pages } = order;
  const paper = set.paper(student.number);
  if (paper.missing.length > 0) return { value: undefined, diagnostics: paper.missing.map((group) => nothingDrawn(student.id, group)) };
  const code = paperCode(set.seed, student.id, paper);
  const files = [];
  const diagnostics: Diagnostic[] = [];
  for (const kind of solutions ? (['handouts', 'solutions'] as const) : (['handouts'] as const)) {
    const document = handoutDocument(order, student, paper, code, kind === 'solutions');
    const rendered = await pages.render(document.value, order.paper);
    diagnostics.push(...document.diagnostics, ...rendered.diagnostics);
    if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
    files.push(writeMade(storage, { ...rendered.value, path: `${kind}/${student.id}.pdf` }));
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

function nothingDrawn(student: string, group: string): Diagnostic {
  return {
    code: 'vary-leaves-variants',
    severity: 'error',
    message: `No variant of ${group} was found for student ${student}.`,
    hint: '`reckoner stress` tells what refuses the others.',
  };
}
