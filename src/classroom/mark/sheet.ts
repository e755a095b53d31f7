import { PAGE_PHRASES, type SharedWords, type Workbook } from '../../chapter/index.js';
import { type Block, type Cell, type Document, imprint, panel, table } from '../../document/index.js';
import type { KeyExercise } from '../key/key.js';
import { acceptedText, type Remark, type RemarkChange } from '../record/remarks.js';
import type { MarkedPaper } from './grade.js';
import { type AnswerStatistics, mostOfClass } from './tables.js';

export interface SheetOptions {
  readonly shared: SharedWords;
  readonly recipe: string;
  /** What was decided after the lesson. */
  readonly remarks?: readonly Remark[];
}

type Phrase = (key: Parameters<SharedWords['phrases']['get']>[0]) => string;

/** The marks of a class to print: a row for each student, and how each figure went. */
export function marksSheet(
  workbook: Workbook,
  exercises: readonly KeyExercise[],
  papers: readonly MarkedPaper[],
  statistics: readonly AnswerStatistics[],
  { shared, recipe, remarks = [] }: SheetOptions,
): Document {
  const phrase: Phrase = (key) => shared.phrases.get(key) ?? '';
  const title = phrase('class-marks');
  return {
    language: shared.language,
    tag: shared.tag,
    spaced: shared.spaced,
    edition: 'key',
    title: `${title} · ${recipe}`,
    subtitle: '',
    ...imprint(workbook, shared.language),
    name: 'marks',
    chapters: [
      {
        name: 'marks',
        number: 0,
        title,
        goal: '',
        code: '',
        plan: [],
        blocks: [
          studentTable(exercises, papers, phrase),
          ...remarksPanel(remarks, phrase),
          panel('note', phrase('class-figures'), [figureTable(statistics, shared, phrase)]),
        ],
        appendix: [],
      },
    ],
    words: new Map(PAGE_PHRASES.map((key) => [key, phrase(key)])),
    handout: { student: title, group: '', code: '', recipe },
  };
}

function studentTable(exercises: readonly KeyExercise[], papers: readonly MarkedPaper[], phrase: Phrase) {
  const { outOf: outOfAll, most } = mostOfClass(papers);
  const headed = (label: string, marks: string) => filled(phrase('class-marks-of'), { label, marks });
  const head = [
    phrase('name'),
    headed(phrase('class-sum'), outOfAll.toFixed()),
    ...exercises.map(({ number, marks }) => headed(String(number), most.get(number)?.toFixed() ?? String(marks))),
  ];
  const rows = papers.map(({ student, handedIn, total, outOf, marks }): readonly Cell[] => [
    `${student.name} ${student.id}`,
    // Where something is void for one student, the sum is out of less.
    handedIn ? `${total.toFixed()}${outOf.equals(outOfAll) ? '' : `/${outOf.toFixed()}`}` : phrase('class-not-handed-in'),
    ...exercises.map(({ number }) => (handedIn ? (marks.get(number)?.toFixed() ?? phrase('class-by-hand')) : '')),
  ]);
  return table(['start 3', 'end 1', ...exercises.map(() => 'end 1')], head, rows);
}

/** What was decided after the lesson, in its order: what, for whom, why and when. */
function remarksPanel(remarks: readonly Remark[], phrase: Phrase): readonly Block[] {
  const standing = remarks.filter(({ undone }) => undone === undefined);
  if (standing.length === 0) return [];
  const rows = standing.map(({ number, change, reason, date }): readonly Cell[] => [
    String(number),
    remarkText(change, phrase),
    change.student ?? phrase('class-remark-all'),
    reason,
    date,
  ]);
  const head = ['', phrase('class-remark-what'), phrase('class-remark-who'), phrase('class-remark-why'), phrase('class-remark-when')];
  return [panel('note', phrase('class-remarks'), [table(['end 1', 'start 3', 'start 2', 'start 4', 'start 2'], head, rows)])];
}

function remarkText(change: RemarkChange, phrase: Phrase): string {
  const { label } = change;
  switch (change.kind) {
    case 'void':
      return filled(phrase('class-remark-void'), { label });
    case 'give':
      return filled(phrase('class-remark-give'), { label });
    case 'accept':
      return filled(phrase('class-remark-accept'), { label, answer: acceptedText(change.answer) });
  }
}

function figureTable(statistics: readonly AnswerStatistics[], shared: SharedWords, phrase: Phrase) {
  const head = (['answer', 'class-solved', 'class-right', 'class-follow-on', 'class-wrong', 'class-empty', 'class-frequent'] as const).map(
    phrase,
  );
  const rows = statistics.map(({ column, counts, solved, frequent, misconception }): readonly Cell[] => {
    const known = misconception && `${misconception.code} ${shared.misconceptions.get(misconception.code)?.name ?? ''}`.trim();
    const often =
      known === undefined
        ? frequent && { text: frequent.written, times: frequent.times }
        : { text: known, times: misconception?.times ?? 0 };
    return [
      `${column.label} ${column.exercise}`,
      solved === undefined ? '' : `${solved}%`,
      String(counts.right + counts.accepted + counts.given),
      String(counts['follow-on']),
      String(counts.wrong + counts['other-unit'] + counts.unreadable),
      String(counts.empty),
      often === undefined ? '' : filled(phrase('class-times'), { text: often.text, times: String(often.times) }),
    ];
  });
  return table(['start 2', 'end 1', 'end 1', 'end 1', 'end 1', 'end 1', 'start 3'], head, rows);
}

function filled(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
}
