import { PAGE_PHRASES, type SharedWords, type Workbook } from '../../chapter/index.js';
import { type Cell, type Document, panel, table } from '../../document/index.js';
import type { KeyExercise } from '../key/key.js';
import type { MarkedPaper } from './grade.js';
import type { AnswerStatistics } from './tables.js';

export interface SheetOptions {
  readonly shared: SharedWords;
  readonly recipe: string;
}

type Phrase = (key: Parameters<SharedWords['phrases']['get']>[0]) => string;

/** The marks of a class to print: a row for each student, and how each figure went. */
export function marksSheet(
  workbook: Workbook,
  exercises: readonly KeyExercise[],
  papers: readonly MarkedPaper[],
  statistics: readonly AnswerStatistics[],
  { shared, recipe }: SheetOptions,
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
    version: workbook.version,
    licence: workbook.licence,
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
  const most = exercises.reduce((sum, { marks, columns }) => sum + (columns.length === 0 ? 0 : marks), 0);
  const headed = (label: string, marks: number) => filled(phrase('class-marks-of'), { label, marks: String(marks) });
  const head = [phrase('name'), headed(phrase('class-sum'), most), ...exercises.map(({ number, marks }) => headed(String(number), marks))];
  const rows = papers.map(({ student, handedIn, total, marks }): readonly Cell[] => [
    `${student.name} ${student.id}`,
    handedIn ? total.toFixed() : phrase('class-not-handed-in'),
    ...exercises.map(({ number }) => (handedIn ? (marks.get(number)?.toFixed() ?? phrase('class-by-hand')) : '')),
  ]);
  return table(['start 3', 'end 1', ...exercises.map(() => 'end 1')], head, rows);
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
      String(counts.right),
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
