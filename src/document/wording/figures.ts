import type { Given } from '../../chapter/index.js';
import type { EvaluatedChapter, Value } from '../../evaluate/index.js';
import type { NumericAnswer } from '../../exercises/index.js';
import { isWrittenInPercent, type SolveNode } from '../../formula/index.js';
import {
  type Amount,
  amount,
  dateOfNumber,
  decimalPlaces,
  formatAmount,
  isDate,
  isPureNumber,
  magnitudeText,
  type Quantity,
  roundHalfUp,
  type Unit,
  withMoneySign,
} from '../../number/index.js';
import { fillSlots, type Voice } from './voice.js';

/** Keeps a figure and its unit on one line. */
const FIXED_SPACE = '\u00a0';
const HUNDRED = amount(100);
const SETTLED_DIGITS = 34;
const SUPERSCRIPT = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

interface FigureOptions {
  readonly places?: number;
  readonly percent?: boolean;
}

/** A figure with its unit, in digits alone: `8.88 points`, `1.43 yuan per point`, `1.43 元/个`, `20%`. */
export function figureText(figure: Quantity, voice: Voice, options: FigureOptions = {}): string {
  if (isDate(figure.unit)) return shownDate(figure.amount, voice);
  if (options.percent === true) return percentText(figure.amount, options.places);
  const shown = formatAmount(figure.amount, options.places ?? shownPlaces(figure.amount));
  return withUnit(shown, unitAfterNumber(figure.unit, shown, voice));
}

/**
 * The same inside a sentence, where a Chinese reader finds 万 or 亿 beside the digits: `100 000（10 万）元`. Tables, formulas, options and
 * blanks keep the digits alone, with which the student computes.
 */
export function sentenceFigure(figure: Quantity, voice: Voice, options: FigureOptions = {}): string {
  if (isDate(figure.unit)) return shownDate(figure.amount, voice);
  if (options.percent === true) return percentText(figure.amount, options.places);
  const places = options.places ?? shownPlaces(figure.amount);
  const value = roundHalfUp(figure.amount, places);
  const shown = formatAmount(value, places);
  return withUnit(withMagnitude(shown, value, voice), unitAfterNumber(figure.unit, shown, voice));
}

/** `1 March 2026`, `2026年3月1日`; the bare figure where it is no day. */
export function shownDate(figure: Amount, { shared }: Pick<Voice, 'shared'>): string {
  const date = dateOfNumber(figure.toNumber());
  if (date === undefined) return formatAmount(figure);
  const month = shared.phrases.get('calendar-months')?.split(' ')[date.month - 1] ?? '';
  // Not by way of a voice, which would part the figures from Chinese characters.
  return fillSlots(shared.phrases.get('calendar-date') ?? '', { year: String(date.year), month, day: String(date.day) });
}

/** Decimals in a column of a table. */
const MOST_COLUMN_PLACES = 4;

/** The figures of a column with as many places as its longest needs; a dash where there is none. */
export function columnTexts(values: readonly (Value | undefined)[], voice: Voice): readonly string[] {
  const amounts = values.map((value) => (typeof value === 'object' ? value.amount : undefined));
  const places = columnPlaces(amounts, MOST_COLUMN_PLACES);
  return values.map((value) => (typeof value === 'object' ? cellText(value, places, voice) : '–'));
}

/** A figure in a column whose head names the unit. */
export function cellText({ amount, unit }: Quantity, places: number, voice: Voice): string {
  return isDate(unit) ? shownDate(amount, voice) : formatAmount(amount, places);
}

/** `shown` with its magnitude in brackets, where the figure is large and round and the language reads magnitudes. */
export function withMagnitude(shown: string, value: Amount, voice: Voice): string {
  const note = magnitudeText(value);
  return note === undefined || voice.shared.unitForms !== 'number-slash' ? shown : voice.say('bracketed', { text: shown, note });
}

/** An answer's figure as it is asked for; a whole number that comes out even has no zeros behind the point: 57 nights, not 57.00. */
export function answerFigure({ exact, shown, places }: Pick<NumericAnswer, 'exact' | 'shown' | 'places'>): string {
  return formatAmount(shown, shown.isInteger() && !isCut(exact.amount, 0) ? Math.min(0, places) : places);
}

/** True for a unit that stands close to its number, without a space. */
export function isSign(unit: string): boolean {
  return unit === '%' || unit === '‰';
}

/** `shown` and the unit that follows it, on one line; a sign of money stands before it. */
export function withUnit(shown: string, unit: string): string {
  const money = withMoneySign(shown, unit);
  if (money !== undefined) return money.figure + money.rest;
  if (isSign(unit) || shown.endsWith('）')) return `${shown}${unit}`;
  return unit === '' ? shown : `${shown}${FIXED_SPACE}${unit}`;
}

/** A share written as per cent: 0.2 is `20%`. */
export function percentText(share: Amount, places?: number): string {
  const percent = share.times(HUNDRED);
  return `${formatAmount(percent, places ?? shownPlaces(percent))}%`;
}

/** Decimal places that show a figure well: all it has up to four, and for a small one up to four significant digits. */
export function shownPlaces(value: Amount): number {
  const places = decimalPlaces(settled(value));
  if (places <= 4) return places;
  const exponent = value.isZero() ? 0 : value.e;
  return Math.min(12, places, Math.max(4, 3 - exponent));
}

/** As many places for a whole column as its longest figure needs, at most `most`. */
export function columnPlaces(values: readonly (Amount | undefined)[], most: number): number {
  const needed = values.flatMap((value) => (value === undefined ? [] : [shownPlaces(value)]));
  return Math.min(most, Math.max(0, ...needed));
}

/** The figure without what 40 digits leave over at the end of a division: 112 ÷ (160 ÷ 112) is 78.4, not 78.400…03. */
export function settled(value: Amount): Amount {
  return value.toSignificantDigits(SETTLED_DIGITS);
}

/** True when `value` has more decimals than `places`, so that printing it cuts it. */
export function isCut(value: Amount, places: number): boolean {
  return decimalPlaces(settled(value), SETTLED_DIGITS) > places;
}

/** The unit after a number in a sentence; English takes the singular after exactly `1`. */
export function unitAfterNumber(unit: Unit, shown: string | undefined, voice: Voice): string {
  return unitText(unit, shown, voice, voice.say('unit-per'));
}

/** The unit in short, for formulas and heads of columns: `yuan/point`, `points`. */
export function unitInShort(unit: Unit, shown: string | undefined, voice: Voice): string {
  return unitText(unit, shown, voice, '/');
}

/** The counting word alone where a language has one: 个 of 个积分, for a head that says the noun itself; else undefined. */
export function countingWord(unit: Unit, voice: Voice): string | undefined {
  const [only] = unit.exponents;
  if (only === undefined || unit.exponents.length > 1 || only[1] !== 1 || voice.shared.unitForms !== 'number-slash') return undefined;
  return formAfterSlash(only[0], voice);
}

function unitText(unit: Unit, shown: string | undefined, voice: Voice, per: string): string {
  if (isDate(unit)) return '';
  const over = unit.exponents.filter(([, power]) => power > 0);
  const under = unit.exponents.filter(([, power]) => power < 0);
  const overText = over.map(([name, power], index) => {
    const last = index === over.length - 1;
    return powered(formAfterNumber(name, last ? shown : '1', voice), power);
  });
  const underText = under.map(([name, power]) => powered(formAfterSlash(name, voice), -power));
  if (overText.length === 0) return underText.length === 0 ? '' : voice.say('unit-per-only', { unit: underText.join('·') });
  return [overText.join('·'), ...underText].join(per);
}

function formAfterNumber(unit: string, shown: string | undefined, voice: Voice): string {
  const [first = unit, second = first] = voice.unitForms(unit);
  if (voice.shared.unitForms === 'number-slash') return first;
  return shown === '1' ? first : second;
}

function formAfterSlash(unit: string, voice: Voice): string {
  const [first = unit, second = first] = voice.unitForms(unit);
  return voice.shared.unitForms === 'number-slash' ? second : first;
}

function powered(name: string, power: number): string {
  return power === 1 ? name : name + [...String(power)].map((digit) => SUPERSCRIPT[Number(digit)] ?? digit).join('');
}

/** The name of a unit on its own (`yuan per point`, `a pure number`). */
export function unitName(unit: Unit, voice: Voice): string {
  return isPureNumber(unit) ? voice.say('pure-number') : unitAfterNumber(unit, undefined, voice);
}

/** `1 yuan`; a pure number has no one of it. */
export function oneOf(unit: Unit, voice: Voice): string {
  return isPureNumber(unit) ? voice.say('pure-number') : withUnit('1', unitAfterNumber(unit, '1', voice));
}

/** True when the author wrote this given with a per cent sign, so that pages print it so. */
export function isWrittenAsPercent(chapter: EvaluatedChapter, example: string, name: string): boolean {
  const definitions = chapter.examples.get(example)?.example;
  const given = [...(definitions?.givens ?? []), ...(definitions?.conventions ?? []), ...(definitions?.unstated ?? [])].find(
    (one) => one.name === name,
  );
  if (given !== undefined) return hasPercentSign(given);
  const formula = definitions?.steps.find((step) => step.name === name)?.formula;
  return formula?.kind === 'solve' && isSoughtInPercent(formula);
}

/** True when an end between which a figure is looked for is written with a per cent sign. */
export function isSoughtInPercent({ from, to }: SolveNode): boolean {
  return isWrittenInPercent(from) || isWrittenInPercent(to);
}

export function hasPercentSign({ formula }: Pick<Given, 'formula'>): boolean {
  return formula !== undefined && isWrittenInPercent(formula);
}

/** A longer fraction tells a learner nothing. */
const MOST_PARTS = 10_000;

/** The exact form that a key prints: all decimals when there are few, else a fraction of short numbers; undefined where there is neither. */
export function exactText(exact: Amount): string | undefined {
  const value = settled(exact);
  if (!isCut(value, 8)) return formatAmount(value, decimalPlaces(value));
  const [over, under] = value.toFraction(MOST_PARTS);
  if (over !== undefined && under !== undefined && over.dividedBy(under).minus(value).abs().lessThan('1e-30')) {
    return `${formatAmount(over)}/${formatAmount(under)}`;
  }
  return undefined;
}
