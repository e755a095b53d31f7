import type { Mark, MarkedAnswer, MarkedPaper } from '../../../classroom/index.js';

/** How many students of those who handed in gave one kind of answer. */
export interface Bar {
  readonly kind: Mark | 'misconception' | 'figure';
  /** The name of a misconception, or a wrong figure that several wrote; else empty. */
  readonly text: string;
  readonly times: number;
}

const FIRST: readonly Mark[] = ['right', 'follow-on', 'accepted', 'given'];
/** `wrong` is what is left when misconceptions and figures that several wrote are counted by themselves. */
const LAST: readonly Mark[] = ['wrong', 'other-unit', 'unreadable', 'empty', 'void'];
/** More wrong figures than these tell nothing new. */
const MOST_FIGURES = 3;

/**
 * The answers of a class to one question: what was right, then what was wrong with the most frequent first (by the misconception that
 * gives it, or by the figure where none does and several wrote it), then the rest. Their sum is the number of papers handed in.
 */
export function barsOf(label: string, papers: readonly MarkedPaper[], named: (code: string) => string): readonly Bar[] {
  const answers = papers
    .filter(({ handedIn }) => handedIn)
    .flatMap((paper) => paper.answers.filter(({ column }) => column.label === label));
  const wrong = answers.filter(({ mark }) => mark === 'wrong');
  const misconceptions = counted(wrong.flatMap(({ misconception }) => misconception ?? [])).map(
    ([code, times]): Bar => ({ kind: 'misconception', text: named(code), times }),
  );
  const figures = counted(wrong.flatMap((answer) => (answer.misconception === undefined ? [writtenText(answer)] : [])))
    .filter(([, times]) => times > 1)
    .slice(0, MOST_FIGURES)
    .map(([text, times]): Bar => ({ kind: 'figure', text, times }));
  const told = [...misconceptions, ...figures].toSorted((one, other) => other.times - one.times);
  const namedTimes = told.reduce((sum, { times }) => sum + times, 0);
  const bar = (kind: Mark): readonly Bar[] => {
    const times = answers.filter(({ mark }) => mark === kind).length - (kind === 'wrong' ? namedTimes : 0);
    return times === 0 ? [] : [{ kind, text: '', times }];
  };
  return [...FIRST.flatMap(bar), ...told, ...LAST.flatMap(bar)];
}

function writtenText({ written, typed }: MarkedAnswer): string {
  return written?.toFixed() ?? typed.normalize('NFKC').trim().toUpperCase();
}

/** Each value with how often it occurs, the most frequent first; of equals the one met first. */
function counted(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}
