import { type ChapterContent, shownPlaces, type Voice } from '../../../document/index.js';
import type { EvaluatedExample, Value } from '../../../evaluate/index.js';
import { NotOnSheet } from '../../../formula/index.js';
import { type Amount, dateOfNumber, dateText, isDate, isPureNumber, roundHalfUp, type Unit } from '../../../number/index.js';
import type { Loss } from '../../model/loss.js';
import type { Content, DefinedName, FormulaValue } from '../file/book.js';
import type { LiveFormulas } from '../live/live-formulas.js';
import type { OpenFigures } from '../live/open-figures.js';
import type { ExamplePlaces } from '../live/places.js';
import type { FigureLooks } from '../words/looks.js';

/** What the sheets of one workbook share. */
export interface Setting {
  readonly voice: Voice;
  readonly content: ChapterContent;
  /** A student's workbook leaves open what an exercise asks for. */
  readonly edition: 'student' | 'teacher';
  readonly places: ReadonlyMap<string, ExamplePlaces>;
  readonly live: LiveFormulas;
  readonly looks: FigureLooks;
  /** The reading that is chosen on every sheet, from 0 on: 0 = the text as it stands. */
  readonly reading: number;
  /** `ladder.take`, `ladder.price[3]`: what exercises ask for; empty for a teacher. */
  readonly asked: ReadonlySet<string>;
  /** What is open because of that. */
  readonly open: OpenFigures;
  /** What the sheets cannot carry; the chapter's name is put before that of the example. */
  report(loss: Loss): void;
  define(name: DefinedName): void;
}

/** The example as the chosen reading has it. */
export function chosen({ example }: ExamplePlaces, { reading }: Pick<Setting, 'reading'>): EvaluatedExample {
  const name = reading === 0 ? undefined : example.example.readings[reading - 1]?.name;
  return name === undefined ? example : example.underReading(name);
}

/** Why a figure does not follow changes: the row that a sheet lacks; undefined = it is found by trying. */
export type FixedFor = number | undefined;

/** Reports a figure that does not follow changes, once it is known why. */
export function fixedReport(exercise: string, { report }: Pick<Setting, 'report'>): (row: FixedFor) => void {
  return (row) => report(row === undefined ? { code: 'found-by-trying', exercise } : { code: 'fixed-figure', exercise, row });
}

/** A formula with its value, or the value alone where no cell can work it out; `onFixed` is told why. */
export function liveContent(write: () => string, value: FormulaValue, onFixed: (row: FixedFor) => void): Content {
  try {
    return { kind: 'formula', formula: write(), value };
  } catch (failure) {
    if (!(failure instanceof NotOnSheet)) throw failure;
    onFixed(failure.row);
    return fixedContent(value);
  }
}

function fixedContent(value: FormulaValue): Content {
  switch (typeof value) {
    case 'number':
      return { kind: 'number', value };
    case 'string':
      return { kind: 'text', text: value };
    case 'boolean':
      return { kind: 'formula', formula: value ? 'TRUE()' : 'FALSE()', value };
    default:
      return { kind: 'formula', formula: 'NA()', value };
  }
}

/** What a cell holds of a value: a figure in binary, a truth, or nothing. */
export function cellValue(value: Value | undefined): number | boolean | undefined {
  return typeof value === 'object' ? value.amount.toNumber() : value;
}

/** How a cell shows a figure that another cell holds with all its digits. */
export interface ShownAs {
  formula(cell: string): string;
  /** What the formula gives. */
  value(figure: Amount): string | number | undefined;
}

/** A date as a text, anything else rounded. */
export function shownAs(unit: Unit | undefined, places: number): ShownAs {
  if (unit !== undefined && isDate(unit)) return { formula: dateFormula, value: seenDate };
  return { formula: (cell) => `ROUND(${cell},${places})`, value: (figure) => roundedValue(figure, places) };
}

/** `2026-03-01` from the number by which a spreadsheet knows a date, in a way that every language of a program reads alike. */
function dateFormula(cell: string): string {
  return `YEAR(${cell})&"-"&RIGHT("0"&MONTH(${cell}),2)&"-"&RIGHT("0"&DAY(${cell}),2)`;
}

/** What that formula gives. */
export function seenDate(figure: Amount): string | undefined {
  const date = dateOfNumber(figure.toNumber());
  return date && dateText(date);
}

/** The figure as it is shown, by the one rule of rounding. */
export function roundedValue(amount: Amount, places: number): number {
  return roundHalfUp(amount, places).toNumber();
}

/** Decimals that a figure may come to need when others change: a share four, anything else two. */
const PLACES_OF_SHARES = 4;
const PLACES_OF_OTHERS = 2;

/** Decimals to which a figure is rounded: as many as it has now, and room for those that it gets when somebody changes another figure. */
export function livePlaces(amount: Amount | undefined, unit: Unit | undefined): number {
  const fewest = unit !== undefined && isPureNumber(unit) ? PLACES_OF_SHARES : PLACES_OF_OTHERS;
  return amount === undefined ? fewest : safePlaces(Math.max(fewest, shownPlaces(amount)), amount);
}

/** Digits of a figure that binary sums over many rows keep without doubt. */
const SAFE_DIGITS = 10;

/** At most so many places as leave a figure of this size with digits that are certain. */
export function safePlaces(places: number, largest: Amount | undefined): number {
  const before = largest === undefined || largest.isZero() ? 1 : Math.max(1, largest.e + 1);
  return Math.max(0, Math.min(places, SAFE_DIGITS - before));
}

/** Programs take no longer text inside of a formula. */
const LONGEST_QUOTED = 255;

/** A text inside of a formula. */
export function quotedText(text: string): string {
  return `"${text.slice(0, LONGEST_QUOTED).replaceAll('"', '""')}"`;
}
