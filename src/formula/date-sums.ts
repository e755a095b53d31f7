import { type Amount, dateOfNumber, dateText, isDate, ONE } from '../number/index.js';
import { DATES } from './date-functions.js';
import { fail } from './failure.js';
import { parameterAt } from './functions.js';
import type { BinaryNode, Formula, SolveNode } from './nodes.js';
import type { Frame } from './run.js';
import type { Reference } from './visit.js';

/** Tells of a name or a cell whether it holds a date. */
export type HoldsDate = (reference: Reference) => boolean;

/** A sum that yields a date, and which of its sides the date is. */
interface DateSum {
  readonly node: BinaryNode;
  readonly leftIsDate: boolean;
}

/** Whether a formula whose units balance yields a date. */
export function yieldsDate(formula: Formula, holdsDate: HoldsDate): boolean {
  const isDated = (part: Formula) => yieldsDate(part, holdsDate);
  switch (formula.kind) {
    case 'number':
      return isDate(formula.unit);
    case 'name':
    case 'before':
    case 'cell':
      return holdsDate(formula);
    case 'binary':
      if (formula.operator === '+') return isDated(formula.left) || isDated(formula.right);
      return formula.operator === '-' && isDated(formula.left) && !isDated(formula.right);
    case 'call':
      if (formula.ofColumn || formula.function in DATES) return false;
      return formula.arguments.some((argument, index) => parameterAt(formula.function, index) === 'figure' && isDated(argument));
    case 'solve':
      return isDated(formula.from);
    default:
      return false;
  }
}

/** What a sum with a date comes to. A part of a day, and a day that the calendar does not reach, are mistakes. */
export function onCalendar(result: Amount, [left, right]: readonly [Amount, Amount], sum: DateSum, { row }: Frame): Amount {
  if (dateOfNumber(result.toNumber()) !== undefined) return result;
  const [date, days] = sum.leftIsDate ? [left, right] : [right, left];
  const isAfter = (sum.node.operator === '+') !== days.isNegative();
  const from = dateOfNumber(date.toNumber());
  const count = `${days.abs().toFixed()} ${days.abs().equals(ONE) ? 'day' : 'days'}`;
  const day = `${count} ${isAfter ? 'after' : 'before'} ${from === undefined ? 'the date' : dateText(from)}`;
  const where = row > 0 ? ` in row ${row}` : '';
  if (Number.isInteger(result.toNumber())) {
    const hint = 'Check the days: dates reach from 0001-01-01 to 9999-12-31.';
    return fail('day-exists', sum.node.span, `${day} lies outside the years 1 to 9999${where}.`, hint);
  }
  const hint = `Write ${days.abs().floor().toFixed()} or ${days.abs().ceil().toFixed()} days, or round the days first with \`round(…)\`.`;
  return fail('day-exists', sum.node.span, `${day} is no whole day of the calendar${where}.`, hint);
}

/** A date that `solve` has found; a moment within a day is a mistake. */
export function wholeDay(found: Amount, { unknown, span }: SolveNode): Amount {
  if (dateOfNumber(found.toNumber()) !== undefined) return found;
  const [before, after] = [found.floor(), found.ceil()].map((day) => dateOfNumber(day.toNumber()));
  const ends = before && after && `${dateText(before)} and ${dateText(after)}`;
  const message = `Both sides are equal between ${ends ?? 'two days'}, so \`${unknown.name}\` is no day of the calendar.`;
  return fail('day-exists', span, message, 'Look for the number of days, and add it to the date when it is rounded.');
}
