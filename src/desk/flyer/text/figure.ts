import { amount, formatAmount } from '../../../number/index.js';
import { readUnitWords, type UnitWords } from './units.js';

/** What a cell of figures says. */
export type ReadFigure =
  | { readonly kind: 'empty' }
  /** `number` as a formula writes it: `1000`, `2.5%`, `3万`. `about` = the flyer says that it is no exact figure. */
  | { readonly kind: 'figure'; readonly number: string; readonly unit: UnitWords; readonly about: boolean }
  /** `? 元`: a figure in this unit that nobody knows. */
  | { readonly kind: 'unknown'; readonly unit: UnitWords }
  | { readonly kind: 'refused'; readonly reason: 'no-number' | 'two-numbers' | 'unit' | 'digits'; readonly text: string };

const NUMBER = /[+-]?\d[\d ,]*(?:\.\d+)?/;
const ABOUT = /^(?:约|大约|大概|近|将近|about|approximately|approx\.?|nearly|around|≈|~)\s*/i;
const UNKNOWN = /^[?？]\s*/;
const SIGNS: readonly (readonly [sign: RegExp, unit: string])[] = [
  [/^[¥￥]\s*/, '元'],
  [/^\$\s*/, '$'],
  [/^€\s*/, '€'],
  [/^£\s*/, '£'],
];
/** What may follow the digits, and how a formula writes it. */
const SCALES: readonly (readonly [written: RegExp, scale: string])[] = [
  [/^万亿/, '万亿'],
  [/^[十百千]?[万亿]/, ''],
  [/^[千百](?!\p{L}*分)/u, ''],
  [/^(?:k|thousand)(?!\p{L})/iu, '千'],
  [/^(?:m|million)(?!\p{L})/iu, '百万'],
  [/^(?:bn|billion)(?!\p{L})/iu, '十亿'],
  [/^(?:%|per ?cent(?!\p{L}))/iu, '%'],
  [/^‰/, '‰'],
];
const MOST_DIGITS = 30;

/** Reads `1000元`, `¥1,000`, `2.5%`, `3 万`, `每月250元`, `250 yuan a month`, `0.83% a month`, `85折`, `约3000元`, `? 元`. */
export function readFigure(typed: string): ReadFigure {
  const text = typed.normalize('NFKC').replaceAll('−', '-').trim();
  if (text === '') return { kind: 'empty' };
  if (UNKNOWN.test(text)) return readUnknown(text.replace(UNKNOWN, ''), typed);
  const isAbout = ABOUT.test(text);
  const plain = text.replace(ABOUT, '');
  const found = NUMBER.exec(plain);
  if (found === null) return { kind: 'refused', reason: 'no-number', text: typed.trim() };
  const before = plain.slice(0, found.index);
  const digits = digitsOf(found[0]);
  if (digits === undefined) return { kind: 'refused', reason: 'digits', text: found[0].trim() };
  const after = plain.slice(found.index + found[0].length).trim();
  const { number, rest } = scaled(digits, after);
  if (/\d/.test(rest)) return { kind: 'refused', reason: 'two-numbers', text: typed.trim() };
  const unit = unitAround(before.trim(), rest);
  if (unit === undefined) return { kind: 'refused', reason: 'unit', text: `${before}${rest}`.trim() };
  return { kind: 'figure', number, unit, about: isAbout };
}

function readUnknown(rest: string, typed: string): ReadFigure {
  const unit = readUnitWords(rest);
  return unit === undefined ? { kind: 'refused', reason: 'unit', text: typed.trim() } : { kind: 'unknown', unit };
}

/** The digits without what groups them; undefined where commas do not stand between groups of three, or there are too many. */
function digitsOf(text: string): string | undefined {
  const trimmed = text.trim().replace(/[ ,]+$/, '');
  const [whole = '', decimals] = trimmed.replace(/^\+/, '').split('.');
  const isGrouped = /^-?\d{1,3}(?:[ ,]\d{3})+$/.test(whole);
  if (!isGrouped && !/^-?\d+$/.test(whole)) return undefined;
  const digits = `${whole.replace(/[ ,]/g, '')}${decimals === undefined ? '' : `.${decimals}`}`;
  return digits.length > MOST_DIGITS ? undefined : digits;
}

/** The number with the scale that follows it, and what is left: `3 万元` is `3万` and `元`, `85折` is `85%`. */
function scaled(digits: string, after: string): { readonly number: string; readonly rest: string } {
  if (/^折/.test(after)) {
    const tenths = digits.includes('.') || digits.length === 1 ? amount(digits).times(10) : amount(digits);
    return { number: `${formatAmount(tenths).replace(/[\s,]/g, '')}%`, rest: after.slice(1).trim() };
  }
  for (const [written, scale] of SCALES) {
    const match = written.exec(after);
    if (match !== null) return { number: digits + (scale === '' ? match[0] : scale), rest: after.slice(match[0].length).trim() };
  }
  return { number: digits, rest: after };
}

/** `每月` before the figure stands below the line, a sign of money above it. */
function unitAround(before: string, rest: string): UnitWords | undefined {
  const after = readUnitWords(rest);
  if (after === undefined || before === '') return after;
  const each = /^每(.+)$/.exec(before);
  if (each !== null) return after.under.length === 0 ? readUnitWords(`${after.over}/${each[1]}`) : undefined;
  const sign = SIGNS.find(([pattern]) => pattern.test(before));
  if (sign === undefined || before.replace(sign[0], '') !== '') return undefined;
  return after.over === '' || isYuan(after.over) ? { over: sign[1], under: after.under } : undefined;
}

/** `¥1000元` says it twice. */
function isYuan(word: string): boolean {
  return word === '元' || word === 'yuan';
}
