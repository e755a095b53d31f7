import { handoutDocument, paperCode, type Student } from '../../../classroom/index.js';
import type { Document } from '../../../document/index.js';
import type { ClassChoice, PreparedClass } from './choice.js';

/** Students whose handouts are looked at before a class is made: the first, one in the middle, the last. */
const SHOWN = 3;

export interface SampleHandout {
  readonly id: string;
  readonly name: string;
  readonly document: Document;
}

/** The handouts of three students as they will be. */
export function sampleHandouts(
  students: readonly Student[],
  { scans }: ClassChoice,
  { chapters, set }: PreparedClass,
): readonly SampleHandout[] {
  const last = students.length - 1;
  const places = last < SHOWN ? students.map((_, index) => index) : [0, Math.floor(last / 2), last];
  return places.slice(0, SHOWN).flatMap((place): readonly SampleHandout[] => {
    const student = students[place];
    if (student === undefined) return [];
    const paper = set.paper(student.number);
    const { value: document } = handoutDocument({ chapters, set, scans }, student, paper, paperCode(set.seed, student.id, paper), false);
    return [{ id: student.id, name: student.name, document }];
  });
}
