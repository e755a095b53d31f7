import { amount, calendarDate, DATE, dateNumber, isDate, type Unit } from '../number/index.js';
import type { Source } from '../source/index.js';
import { DAY } from './date-functions.js';
import { fail } from './failure.js';
import type { Lexer, Token } from './lexer.js';
import type { NumberNode } from './nodes.js';
import { numberNode } from './number-node.js';

/** Where a date is read from: the words of the formula. */
interface DateText {
  readonly source: Source;
  readonly lexer: Lexer;
}

/** `2026-03-01`: a figure in the unit of dates. */
export function readDate(text: DateText): NumberNode {
  const token = text.lexer.advance();
  const { value, start, end } = token;
  const date = calendarDate(value) ?? failAtDay(text, token);
  return numberNode(amount(dateNumber(date)), DATE, { source: text.source, start, end }, value);
}

/** `2026/1/5`, `2026年1月5日` and `2026-1-5` are days in another spelling; `2026-02-30` is none in any. */
function failAtDay({ source }: DateText, { value, start, end }: Token): never {
  const [year = '', month = '', day = ''] = value.match(/\d+/g) ?? [];
  const usual = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const place = { source, start, end };
  if (calendarDate(usual) === undefined)
    return fail('formula-syntax', place, `There is no day \`${value}\`.`, 'A date is written year-month-day: `2026-01-31`.');
  const spaced = value.replace(/[-/]/g, ' $& ');
  const sum = spaced === value ? '' : ` A sum of such numbers has spaces: \`${spaced}\`.`;
  return fail('formula-syntax', place, `The date \`${value}\` is written in another way here.`, `Write \`${usual}\`.${sum}`);
}

/** The unit of a sum with a date in it: days may be added to it, and two dates are some days apart. Undefined where there is no date. */
export function unitWithDate(operator: string, left: Unit, right: Unit): Unit | 'none' | undefined {
  if (!isDate(left) && !isDate(right)) return undefined;
  const isDay = (unit: Unit) => unit.key === DAY.key;
  if (operator === '+' && ((isDate(left) && isDay(right)) || (isDay(left) && isDate(right)))) return DATE;
  if (operator === '-' && isDate(left)) return isDate(right) ? DAY : isDay(right) ? DATE : 'none';
  return 'none';
}
