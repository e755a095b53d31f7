import { type Amount, roundHalfUp } from '../../number/index.js';
import { writeCsv } from '../table/csv.js';
import type { MarkedPaper } from './grade.js';
import { mostOfClass } from './tables.js';

export interface Gradebook {
  /** `gradebook-canvas.csv`. */
  readonly path: string;
  readonly content: string;
}

const MARK_PLACES = 2;

/** The sums of a class as files for other systems, in the columns that those document; a paper that was not handed in has no score. */
export function gradebooks(papers: readonly MarkedPaper[], seed: string): readonly Gradebook[] {
  const { outOf } = mostOfClass(papers);
  const title = `Reckoner ${seed}`;
  const rows = papers.map((paper) => ({ ...paper.student, score: scoreOf(paper, outOf) }));
  return [
    // Moodle, "Import from CSV file": people are found by their ID number, the other columns are mapped by hand.
    {
      path: 'gradebook-moodle.csv',
      content: writeCsv([['ID number', 'Full name', title], ...rows.map(({ id, name, score }) => [id, name, score])]),
    },
    // Canvas, "Import grades": five columns about the student, the scores, and a second row with the points of each assignment.
    {
      path: 'gradebook-canvas.csv',
      content: writeCsv([
        ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', title],
        ['    Points Possible', '', '', '', '', outOf.toFixed()],
        ...rows.map(({ id, name, group, score }) => [name, '', id, '', group, score]),
      ]),
    },
    { path: 'gradebook-list.csv', content: writeCsv([['学号', '姓名', '得分'], ...rows.map(({ id, name, score }) => [id, name, score])]) },
  ];
}

/** A gradebook has one most for all: where something is void for one student, the sum is scaled up to it. */
function scoreOf({ handedIn, total, outOf }: MarkedPaper, most: Amount): string {
  if (!handedIn || outOf.isZero()) return '';
  return outOf.equals(most) ? total.toFixed() : roundHalfUp(total.times(most).dividedBy(outOf), MARK_PLACES).toFixed();
}
