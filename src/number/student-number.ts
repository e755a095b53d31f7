import { type Amount, amount } from './amount.js';

/** What stands behind the digits and multiplies them. */
const FACTORS: ReadonlyMap<string, string> = new Map([
  ['', '1'],
  ['万', '10000'],
  ['亿', '100000000'],
  ['%', '0.01'],
  ['‰', '0.001'],
]);

const LONGEST = 60;

/**
 * A number as students write it: full-width digits and signs, spaces or commas between thousands, 万 and 亿, % and ‰, a fraction
 * such as `10/7`, and a unit in words behind it. Undefined when it is not one number. A comma is never a decimal sign.
 */
export function readStudentNumber(written: string): Amount | undefined {
  const text = written
    .normalize('NFKC')
    .replace(/[−–—]/g, '-')
    .replace(/。/g, '.')
    .replace(/^\s*[¥￥$]/, '')
    .trim();
  if (text.length > LONGEST) return undefined;
  const match = /^([-+]?)\s*(\d[\d,\s]*(?:\.\d+)?|\.\d+)(?:\s*\/\s*(\d+(?:\.\d+)?))?\s*(万|亿|%|‰)?\s*(?:[^\d\s.,/%‰+-][^\d]*)?$/u.exec(
    text,
  );
  if (match === null) return undefined;
  const [, sign, digits = '', under, magnitude = ''] = match;
  const plain = withoutGroups(digits);
  if (plain === undefined || (under !== undefined && amount(under).isZero())) return undefined;
  const value = amount(plain)
    .dividedBy(under ?? 1)
    .times(FACTORS.get(magnitude) ?? 1);
  return sign === '-' ? value.negated() : value;
}

/** `100 000`, `100,000` -> `100000`; groups that are not thousands (`1,5`) are no number. */
function withoutGroups(digits: string): string | undefined {
  const text = digits.trim();
  if (/^(\d+|\d*\.\d+)$/.test(text)) return text;
  if (/^\d{1,3}([,\s]\d{3})+(\.\d+)?$/.test(text)) return text.replace(/[,\s]/g, '');
  // 万 groups: 10 0000 as written by hand in Chinese classrooms
  return /^\d{1,4}([,\s]\d{4})+(\.\d+)?$/.test(text) ? text.replace(/[,\s]/g, '') : undefined;
}

/** A letter or a code as students write it: capitals, width and spaces make no difference. */
export function plainWord(written: string): string {
  return written.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
