import { amount, baseUnit, type CalendarDate, calendarDate, days360Between, daysBetween } from '../number/index.js';
import type { Source, Span } from '../source/index.js';
import { fail } from './failure.js';
import type { Lexer, Token } from './lexer.js';
import type { NumberNode } from './nodes.js';
import { numberNode } from './number-node.js';

const COUNTS = { days: daysBetween, days360: days360Between } as const;

/** Functions that count the days between two dates: those of the calendar, or 30 for each month. */
export const DATE_FUNCTIONS = Object.keys(COUNTS) as readonly (keyof typeof COUNTS)[];

/** What a count of days is read from: the words of the formula. */
interface DateText {
  readonly source: Source;
  readonly lexer: Lexer;
}

/** `days(2026-01-15, 2026-11-29)`: the days from one date to another, as the figure that they come to. */
export function readDays(text: DateText, name: keyof typeof COUNTS): NumberNode {
  const { lexer, source } = text;
  const { start } = lexer.advance();
  lexer.advance();
  const from = readDate(text, name);
  readSign(text, name, ',');
  const to = readDate(text, name);
  readSign(text, name, ')');
  const span: Span = { source, start, end: lexer.previousEnd };
  const days = COUNTS[name](from, to);
  if (days < 0) fail('formula-syntax', span, 'The second date lies before the first.', 'Put the earlier date first.');
  return numberNode(amount(days), baseUnit('day'), span);
}

function readDate(text: DateText, name: keyof typeof COUNTS): CalendarDate {
  const token = text.lexer.current;
  if (token.kind !== 'date') failAt(text, token, `\`${name}\` takes two dates.`, usage(name));
  const date = calendarDate(token.value);
  if (date === undefined) failAtDay(text, token);
  text.lexer.advance();
  return date;
}

/** `2026/1/5`, `2026年1月5日` and `2026-1-5` are days in another spelling; `2026-02-30` is none in any. */
function failAtDay(text: DateText, token: Token): never {
  const [year = '', month = '', day = ''] = token.value.match(/\d+/g) ?? [];
  const usual = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (calendarDate(usual) === undefined)
    failAt(text, token, `There is no day \`${token.value}\`.`, 'A date is written year-month-day: `2026-01-31`.');
  return failAt(text, token, `The date \`${token.value}\` is written in another way here.`, `Write \`${usual}\`.`);
}

function readSign(text: DateText, name: keyof typeof COUNTS, sign: ',' | ')'): void {
  const { current } = text.lexer;
  if (current.kind !== 'symbol' || current.value !== sign) failAt(text, current, `\`${name}\` takes two dates.`, usage(name));
  text.lexer.advance();
}

/** A date where a number is needed: read as a difference it would give a year of the past. */
export function failAtDate(text: DateText, token: Token): never {
  const spaced = token.value.replace(/[-/]/g, ' $& ');
  const sum = spaced === token.value ? '' : ` A sum of such numbers has spaces: \`${spaced}\`.`;
  return failAt(text, token, `\`${token.value}\` is a date, which is no number.`, `${usage('days')}${sum}`);
}

function failAt({ source }: DateText, { start, end }: Token, message: string, hint: string): never {
  return fail('formula-syntax', { source, start, end }, message, hint);
}

function usage(name: keyof typeof COUNTS): string {
  return `Write \`${name}(2026-01-15, 2026-11-29)\` for the days from one date to another.`;
}
