import { amount } from '../../../number/index.js';
import type { Blank, NumberBlank, WrittenInterval } from '../../model/content.js';
import type { Bank } from '../../model/item.js';
import { address } from '../file/address.js';
import type { SpannedCell } from '../file/sheet-builder.js';
import { LOOKS } from '../words/looks.js';
import { cell } from './layout.js';
import { quotedText, type Setting } from './setting.js';

/** Columns of the sheet of answers; the bounds of what is right follow in pairs. */
export const ANSWER = { label: 0, answer: 4, unit: 5, check: 6, key: 7, bounds: 8 } as const;

/** As many intervals as the answer with the most has. */
export function mostIntervals({ exercises }: Bank): number {
  return Math.max(
    1,
    ...exercises.flatMap(({ variants: [item] }) =>
      (item?.blanks ?? []).map((blank) => (blank.kind === 'number' ? blank.accepted.length : 1)),
    ),
  );
}

/** The key beside an answer: what is printed in the teacher's edition, and both ends of each interval that is right. */
export function keyCells(blank: Blank, printed: number): readonly SpannedCell[] {
  const empty = Array.from({ length: printed - ANSWER.bounds }, (_, index) => cell(ANSWER.bounds + index, LOOKS.center, ''));
  if (blank.kind !== 'number') return [cell(ANSWER.key, LOOKS.center, rightText(blank)), ...empty];
  const bounds = blank.accepted.flatMap(({ low, high }) => [low, high]);
  return [
    figure(ANSWER.key, blank.shown),
    ...empty.map((one, index) => (bounds[index] === undefined ? one : figure(ANSWER.bounds + index, bounds[index]))),
  ];
}

function figure(column: number, value: string): SpannedCell {
  return { column, style: KEY_FIGURE, content: { kind: 'number', value: amount(value).toNumber() } };
}

const KEY_FIGURE = { font: 'figures', border: 'thin', align: 'right' } as const;

function rightText(blank: Exclude<Blank, NumberBlank>): string {
  if (blank.kind === 'text') return blank.accepted[0] ?? '';
  return blank.options.find(({ right }) => right)?.text ?? '';
}

/** Says of what stands in a row whether it is right, in words: closed intervals, and what a wrong figure looks like. */
export function verdictFormula(blank: Blank, row: number, { voice }: Setting): string {
  const answer = address(ANSWER.answer, row);
  const [right, wrong] = [quotedText(voice.say('check-right')), quotedText(voice.say('check-wrong'))];
  if (blank.kind !== 'number') {
    const given = `UPPER(TRIM(${answer}&""))`;
    // The key stands in its own cell; other spellings that are right, too, stand in the formula.
    const others = blank.kind === 'text' ? blank.accepted.slice(1) : [];
    const accepted = [`UPPER(TRIM(${address(ANSWER.key, row)}&""))`, ...others.map((one) => quotedText(one.trim().toUpperCase()))];
    return `IF(ISBLANK(${answer}),"",IF(OR(${accepted.map((one) => `${given}=${one}`).join(',')}),${right},${wrong}))`;
  }
  const pairs = blank.accepted.map((_, index) => {
    const [low, high] = [address(ANSWER.bounds + 2 * index, row), address(ANSWER.bounds + 2 * index + 1, row)];
    return `AND(${answer}>=${low},${answer}<=${high})`;
  });
  const isRight = pairs.length === 1 ? pairs[0] : `OR(${pairs.join(',')})`;
  const known = blank.misconceptions.reduceRight(
    (rest, { name, accepted }) => `IF(${inside(answer, accepted)},${quotedText(voice.say('check-looks-like', { text: name }))},${rest})`,
    wrong,
  );
  return `IF(ISBLANK(${answer}),"",IF(ISNUMBER(${answer}),IF(${isRight},${right},${known}),${quotedText(voice.say('refused-no-number'))}))`;
}

function inside(answer: string, { low, high }: WrittenInterval): string {
  const [from, to] = [low, high].map((bound) => amount(bound).toNumber());
  return `AND(${answer}>=${from},${answer}<=${to})`;
}

/** The marks of an exercise: each right answer earns an equal part. */
export function scoreFormula(marks: number, count: number, from: number, { voice }: Setting): string {
  const range = `${address(ANSWER.check, from)}:${address(ANSWER.check, from + count - 1)}`;
  return `ROUND(${marks}*COUNTIF(${range},${quotedText(voice.say('check-right'))})/${count},2)`;
}
