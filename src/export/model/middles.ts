import { type Amount, amount, contains, type Interval } from '../../number/index.js';
import type { Feedback, NumberBlank, WrittenInterval } from './content.js';

/** One answer of a numerical question: right within `tolerance` of `value`. The first that fits decides. */
export interface MoodleAnswer {
  readonly value: string;
  readonly tolerance: string;
  /** Per cent of the marks. */
  readonly fraction: 100 | 0;
  readonly feedback?: Feedback;
}

/**
 * The intervals of a blank as Moodle writes them, around a middle. The figure of the key comes first, since Moodle shows it as the right
 * answer; where it is not the middle, a second answer covers the rest. Misconceptions follow and earn nothing.
 */
export function moodleAnswers({ accepted, shown, misconceptions }: NumberBlank): readonly MoodleAnswer[] {
  const figure = amount(shown);
  const intervals = accepted.map(read);
  const own = intervals.filter((one) => contains(one, figure));
  const others = intervals.filter((one) => !own.includes(one));
  const right = [...own.flatMap((one) => aroundFigure(one, figure)), ...others.map(around)];
  return [
    ...right.map((one) => ({ ...one, fraction: 100 }) as const),
    ...misconceptions.map((one) => ({ ...around(read(one.accepted)), fraction: 0, feedback: one }) as const),
  ];
}

type Around = Pick<MoodleAnswer, 'value' | 'tolerance'>;

function aroundFigure({ low, high }: Interval, figure: Amount): readonly Around[] {
  const [below, above] = [figure.minus(low), high.minus(figure)];
  const near = below.lessThan(above) ? below : above;
  const first: Around = { value: figure.toFixed(), tolerance: near.toFixed() };
  if (below.equals(above)) return [first];
  return [first, around(below.lessThan(above) ? { low: figure.plus(near), high } : { low, high: figure.minus(near) })];
}

function around({ low, high }: Interval): Around {
  return { value: low.plus(high).dividedBy(2).toFixed(), tolerance: high.minus(low).dividedBy(2).toFixed() };
}

function read({ low, high }: WrittenInterval): Interval {
  return { low: amount(low), high: amount(high) };
}
