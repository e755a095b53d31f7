import { type Amount, amount } from '../number/index.js';
import { refuse } from './refusal.js';

/** As many as the arithmetic keeps; a pocket calculator shows a dozen, a computer 32. */
const MOST_DIGITS = 40;

/** Between thousands, where it can be nothing else. */
const GROUP_SIGNS = " ,'’";

interface Digits {
  readonly value: Amount;
  /** How many stand before the point. */
  readonly digits: number;
  /** Nothing but digits, a point, and spaces between thousands was typed. */
  readonly isPlain: boolean;
  readonly end: number;
}

/**
 * The number whose digits begin at `at`. Thousands are set apart by spaces, commas or apostrophes, 万 by spaces before four zeros. A comma
 * that could be a decimal point is refused, and so is a second point.
 */
export function readDigits(text: string, at: number): Digits {
  const groups = [digitsAt(text, at)];
  let end = at + (groups[0] as string).length;
  let sign = '';
  while (isGroupSign(text, end, sign, groups)) {
    sign = text[end] as string;
    const group = digitsAt(text, end + 1);
    groups.push(group);
    end += 1 + group.length;
  }
  const whole = groups.join('');
  if (sign === ',') checkCommas(groups, text.slice(at, end));
  let decimals = '';
  if (isPoint(text, end)) {
    decimals = digitsAt(text, end + 1);
    end += 1 + decimals.length;
  }
  if (isPoint(text, end)) refuse('points', text.slice(at, end + 1 + digitsAt(text, end + 1).length));
  if (text[end] === ',' && digitsAt(text, end + 1) !== '') refuse('comma', text.slice(at, end + 1 + digitsAt(text, end + 1).length));
  if ((whole + decimals).replace(/^0+/, '').length > MOST_DIGITS) refuse('range', text.slice(at, end));
  const value = amount(`${whole || '0'}.${decimals || '0'}`);
  return { value, digits: whole.length, isPlain: sign === '' || sign === ' ', end };
}

/** 1,234 and 12,345,678 and 1,0000,0000 can mean one thing; 1,5 and 0,123 and 12,3456 cannot. */
function checkCommas([first = '', ...others]: readonly string[], written: string): void {
  const size = others[0]?.length ?? 0;
  const isGrouped = others.every(({ length }) => length === size) && first.length <= size && !first.startsWith('0');
  if (!isGrouped || !(size === 3 || (size === 4 && others.length > 1))) refuse('comma', written);
}

/** Whether the digits go on behind the sign at `end`: always behind a comma, behind another sign only where a group of thousands or of 万 follows. */
function isGroupSign(text: string, end: number, before: string, [first = '', ...others]: readonly string[]): boolean {
  const sign = text[end];
  if (sign === undefined || first === '' || !GROUP_SIGNS.includes(sign) || (before !== '' && sign !== before)) return false;
  const group = digitsAt(text, end + 1);
  if (sign === ',') return group !== '';
  const size = others[0]?.length ?? group.length;
  if (first.startsWith('0') || group.length !== size) return false;
  return (size === 3 && first.length <= 3) || (size === 4 && sign === ' ' && group === '0000' && first.length <= 4);
}

/** A point with a digit behind it. In Chinese writing 。 is typed for it. */
function isPoint(text: string, at: number): boolean {
  return (text[at] === '.' || text[at] === '。') && digitsAt(text, at + 1) !== '';
}

function digitsAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && (text[end] as string) >= '0' && (text[end] as string) <= '9') end += 1;
  return text.slice(at, end);
}
