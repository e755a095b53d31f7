import {
  type Amount,
  amount,
  amountOf,
  baseUnit,
  dateOfNumber,
  days360Between,
  type Fraction,
  fractionOf,
  isDate,
  minus,
  type Unit,
} from '../number/index.js';
import type { Span } from '../source/index.js';
import type { Deciding } from './decide.js';
import { fail } from './failure.js';
import type { FunctionEntry, Operands } from './function-entry.js';
import type { Run } from './run.js';

/** The unit of what lies between two dates. */
export const DAY = baseUnit('day');

/** Functions that count the days between two dates: those of the calendar, or 30 for each month. */
export const DATES = {
  days: {
    usage: ['days(2026-01-15, 2026-11-29)'],
    takes: ['figure'],
    arity: [2, 2],
    unit: (unit, span, written) => unitOfDays('days', unit, span, written),
    compile: ofTwo((from, to) => to.minus(from)),
    exact: ({ numbers: [from, to] }) => difference(from?.(), to?.()),
    spreadsheet: ({ numbers: [from, to] }) => `((${to})-(${from}))`,
    phrase: 'function-days',
  },
  days360: {
    usage: ['days360(2026-01-15, 2026-11-29)'],
    takes: ['figure'],
    arity: [2, 2],
    unit: (unit, span, written) => unitOfDays('days360', unit, span, written),
    compile: ofTwo((from, to, span) => monthsOfThirty(from, to) ?? failNoDate(span)),
    exact: ({ numbers: [from, to] }) => {
      const [first, last] = [from?.(), to?.()];
      const days = first && last && monthsOfThirty(amountOf(first), amountOf(last));
      return days && fractionOf(days);
    },
    spreadsheet: ({ numbers: [from, to] }) => `DAYS360(${from},${to},TRUE())`,
    phrase: 'function-days360',
  },
} as const satisfies Readonly<Record<string, FunctionEntry>>;

type DateFunction = 'days' | 'days360';

function unitOfDays(name: DateFunction, unit: Unit, span: Span, [from, to]: readonly (Amount | undefined)[]): Unit {
  if (!isDate(unit)) fail('formula-syntax', span, `\`${name}\` takes two dates.`, usage(name));
  if (from !== undefined && to?.lessThan(from))
    fail('formula-syntax', span, 'The second date lies before the first.', 'Put the earlier date first.');
  return DAY;
}

function ofTwo(compute: (from: Amount, to: Amount, span: Span) => Amount): (operands: Operands) => Run<Amount> {
  return ({ numbers, span }) => {
    const [from, to] = numbers as readonly [Deciding, Deciding];
    return (frame) => compute(from.run(frame), to.run(frame), span);
  };
}

function difference(from: Fraction | undefined, to: Fraction | undefined): Fraction | undefined {
  return from && to && minus(to, from);
}

/** Undefined where one of both is no day of the calendar. */
function monthsOfThirty(from: Amount, to: Amount): Amount | undefined {
  const [first, last] = [dateOfNumber(from.toNumber()), dateOfNumber(to.toNumber())];
  return first && last && amount(days360Between(first, last));
}

function failNoDate(span: Span): never {
  return fail('day-exists', span, 'This is no day of the years 1 to 9999.', 'Add whole days to a date.');
}

function usage(name: DateFunction): string {
  return `Write \`${name}(2026-01-15, 2026-11-29)\` for the days from one date to another.`;
}
