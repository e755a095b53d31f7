import { amount } from '../../number/index.js';
import type { KeyExercise, KeyRow } from '../key/key.js';
import type { ChapterHash } from '../set/chapters.js';
import { type ChapterPlan, chapterName, makePaper, type StudentPaper } from '../set/plan.js';
import type { Student } from '../set/roster.js';

/** Version of manifest.json, key.json, remarks.json and the records; a changed or missing field raises it. */
export const CLASS_FORMAT = 2;

export const MANIFEST = 'manifest.json';
export const KEY = 'key.json';
export const REMARKS = 'remarks.json';
export const ANSWERS = 'answers.csv';
/** The spreadsheet of a set. */
export const SHEET = 'class.xlsx';

/** A figure that was drawn, amount as decimal text. */
export interface DrawnFigure {
  readonly chapter: string;
  readonly group: string;
  readonly example: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

export interface MadeFile {
  /** Below the folder of the set, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly pages?: number;
}

/** What is kept of one student's handout as soon as its files stand under their names. */
export interface HandoutRecord {
  readonly id: string;
  /** Stands for everything that the files depend on; when it differs they are made anew. */
  readonly fingerprint: string;
  readonly code: string;
  readonly figures: readonly DrawnFigure[];
  /** What the student should write, by label: the row of the key. */
  readonly answers: KeyRow['answers'];
  readonly files: readonly MadeFile[];
}

/** How a set was made, and what is in it. */
export interface Manifest {
  readonly reckoner: number;
  readonly generator: string;
  readonly version: string;
  readonly seed: string;
  /** Stands for chapters, words, layout and options. */
  readonly fingerprint: string;
  readonly chapters: readonly ChapterHash[];
  readonly exercises: readonly KeyExercise[];
  /** Without their answers, which stand in the key. */
  readonly students: readonly (Omit<HandoutRecord, 'answers'> & Pick<Student, 'name' | 'group' | 'language' | 'size'>)[];
  readonly files: readonly MadeFile[];
}

/** What stands in key.json. */
export interface KeyFile {
  readonly reckoner: number;
  readonly seed: string;
  readonly version: string;
  readonly exercises: readonly KeyExercise[];
  readonly students: readonly KeyRow[];
}

/** The figures of a paper, in the order of chapters and of sums.yaml. */
export function drawnFigures({ parts }: StudentPaper): readonly DrawnFigure[] {
  return parts.flatMap(({ content, variants }) =>
    [...variants].flatMap(([group, variant]) =>
      variant.map(({ example, name, value }) => ({
        chapter: content.evaluated.source.name,
        group,
        example,
        name,
        value: value.amount.toFixed(),
        unit: value.unit.key,
      })),
    ),
  );
}

/** The paper with these figures; nothing is drawn. */
export function paperOfFigures(plans: readonly ChapterPlan[], figures: readonly DrawnFigure[]): StudentPaper {
  return makePaper(plans, (plan, group) => {
    const { examples } = plan.content.evaluated;
    const own = figures.filter((one) => one.chapter === chapterName(plan) && one.group === group.name);
    const variant = own.flatMap(({ example, name, value }) => {
      const unit = examples.get(example)?.quantities.get(name)?.unit;
      return unit === undefined ? [] : [{ example, name, value: { amount: amount(value), unit } }];
    });
    return { variant };
  });
}
