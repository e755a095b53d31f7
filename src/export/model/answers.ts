import { type ExerciseSheet, misconceptionSay, saidUnit, unitAfterNumber, unitInShort, type Voice } from '../../document/index.js';
import {
  type Exercise,
  type Form,
  misconceptionInterval,
  type NumericAnswer,
  type WrittenPart,
  writtenParts,
} from '../../exercises/index.js';
import { formatAmount, type Interval, isPureNumber, type Unit } from '../../number/index.js';
import type { Blank, Feedback, NumberBlank, Option, TextBlank, WrittenInterval } from './content.js';
import { wordPieces } from './pieces.js';

/** A blank before its place on the page gives it a label. */
export type Unlabelled<B extends Blank = Blank> = B extends Blank ? Omit<B, 'label'> : never;

/** What is right in the fields of an exercise, by the id of the answer. */
export function answersOf({ exercise, voice }: ExerciseSheet): ReadonlyMap<string, Unlabelled> {
  const parts = writtenParts(exercise).map((part) => [idOf(part), blankOf(part, voice)] as const);
  return new Map([...parts, ...unitBlanks(exercise, voice)]);
}

function idOf(part: WrittenPart): string {
  return part.kind === 'figure' ? part.answer.id : part.id;
}

function blankOf(part: WrittenPart, voice: Voice): Unlabelled {
  return part.kind === 'figure' ? numberBlank(part.answer, voice) : { kind: 'text', id: part.id, accepted: [part.text] };
}

export function numberBlank(answer: NumericAnswer, voice: Voice): Unlabelled<NumberBlank> {
  const { id, accepted, shown, places, exact, misconceptions } = answer;
  return {
    kind: 'number',
    id,
    accepted: [written(accepted)],
    shown: shown.toFixed(Math.max(0, places)),
    unit: unitAfterNumber(exact.unit, undefined, voice),
    misconceptions: misconceptions.map(({ code, value }) => ({
      ...feedback(code, voice),
      accepted: written(misconceptionInterval(value, places)),
    })),
  };
}

/** The guess before the sum: within a factor of what comes out, and what counts as right afterwards counts as a guess. */
export function guessBlank({ answer, accepted }: Form<'estimate'>, voice: Voice): Unlabelled<NumberBlank> {
  return {
    ...numberBlank(answer, voice),
    id: `${answer.id}.guess`,
    accepted: united([accepted, answer.accepted]).map(widened).map(written),
    misconceptions: [],
  };
}

/** A guess within a factor ends at a division that never ends; other programs compute with 15 digits, and so are its bounds, widened. */
function widened({ low, high }: Interval): Interval {
  return { low: low.toSignificantDigits(DOUBLE_DIGITS, DOWN), high: high.toSignificantDigits(DOUBLE_DIGITS, UP) };
}

const DOUBLE_DIGITS = 15;
/** Rounding modes of decimals: towards plus and minus infinity. */
const UP = 2;
const DOWN = 3;

/** Intervals by rising order; those that touch become one. */
export function united(intervals: readonly Interval[]): readonly Interval[] {
  const found: Interval[] = [];
  for (const one of [...intervals].sort((a, b) => a.low.comparedTo(b.low))) {
    const last = found.at(-1);
    if (last === undefined || one.low.greaterThan(last.high)) found.push(one);
    else if (one.high.greaterThan(last.high)) found[found.length - 1] = { low: last.low, high: one.high };
  }
  return found;
}

/** Every common way to write a unit; the first is the one that the key prints. */
function unitBlanks(exercise: Exercise, voice: Voice): readonly (readonly [string, Unlabelled<TextBlank>])[] {
  const { form, name } = exercise;
  if (form.kind !== 'units') return [];
  return form.items.map(({ unit }, index) => {
    const id = `${name}.${index + 1}`;
    return [id, { kind: 'text', id, accepted: unitTexts(unit, voice) }];
  });
}

function unitTexts(unit: Unit, voice: Voice): readonly string[] {
  if (isPureNumber(unit)) return [voice.say('pure-number')];
  const long = [unitAfterNumber(unit, undefined, voice), unitAfterNumber(unit, '1', voice)];
  return [...new Set([...long, unitInShort(unit, undefined, voice), ...saidUnit(unit, voice)])];
}

/** The options of a choice, in the order in which they are printed. */
export function choiceOptions({ options, correct }: Form<'choose'>, voice: Voice): readonly Option[] {
  return options.map(({ value, places, misconception }, index): Option => {
    const shown = formatAmount(value.amount, value.amount.isInteger() ? 0 : places);
    const unit = unitAfterNumber(value.unit, shown, voice);
    return {
      id: optionId(index),
      text: unit === '' ? shown : `${shown}\u00a0${unit}`,
      right: index === correct,
      ...(misconception === undefined ? {} : { feedback: feedback(misconception, voice) }),
    };
  });
}

export function optionId(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

/** The forms of an exercise that are asked in it, in reading order: a look back asks several. */
export function formsIn({ form }: Exercise): readonly Exercise['form'][] {
  return form.kind === 'recall' ? form.items.flatMap(({ exercise }) => formsIn(exercise)) : [form];
}

/** The answers of the lines of a working that are left open, in their order. */
export function openLines({ derivation, blanks, answer }: Form<'complete'>): readonly NumericAnswer[] {
  const last = derivation.steps.length - 1;
  const open = [...new Set([...blanks.keys(), last])].sort((a, b) => a - b);
  return open.map((line) => (line === last ? answer : (blanks.get(line) ?? answer)));
}

function feedback(code: string, voice: Voice): Feedback {
  return { code, name: voice.shared.misconceptions.get(code)?.name ?? code, say: wordPieces(misconceptionSay(code, voice)) };
}

function written({ low, high }: Interval): WrittenInterval {
  return { low: low.toFixed(), high: high.toFixed() };
}
