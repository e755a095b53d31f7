import { type ClassChapters, type ClassSet, createClassSet, isSeed, planChapters } from '../../../classroom/index.js';
import { type ListInput, type ReadList, readList } from '../list/read-list.js';
import type { ClassroomTools } from '../tools/tools.js';

/** What a teacher chose for a class: plain data, which a page can hand to a worker. */
export interface ClassChoice {
  /** Names of chapters. */
  readonly chapters: readonly string[];
  /** `pool-price.exit`; none = those that vary from student to student. */
  readonly exercises: readonly string[];
  readonly seed: string;
  /** Of the key, and of the handouts of students whose row names none. */
  readonly language: string;
  readonly paper: 'a4' | 'letter';
  readonly solutions: boolean;
  /** In the file for the copier each handout begins on the front of a sheet. */
  readonly duplex: boolean;
  readonly scans: boolean;
  readonly allowRepeats: boolean;
}

/** Why nothing can be made of a choice. */
export type ChoiceFault = 'no-seed' | 'no-chapter' | 'nothing-varies';

export interface PreparedClass {
  readonly chapters: ClassChapters;
  readonly set: ClassSet;
}

/** The chapters and exercises of a choice, ready to be drawn from; or what is wrong with it. */
export function prepareClass({ chapters: names, exercises, seed }: ClassChoice, tools: ClassroomTools): PreparedClass | ChoiceFault {
  if (!isSeed(seed)) return 'no-seed';
  if (names.length === 0) return 'no-chapter';
  const chapters = tools.chapters(names);
  const chosen = exercises.length === 0 ? undefined : new Set(exercises);
  if (planChapters(chapters.contents, chosen).length === 0) return 'nothing-varies';
  return { chapters, set: createClassSet(chapters.contents, { seed, ...(chosen === undefined ? {} : { exercises: chosen }) }) };
}

/** The students of a list for this choice. */
export function studentsOf(list: ListInput, { language }: ClassChoice, { languages }: ClassroomTools): Promise<ReadList> {
  return readList(list, { languages, language });
}
