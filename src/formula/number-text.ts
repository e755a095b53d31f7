import { type Amount, amount, PRECISION } from '../number/index.js';

/** What a magnitude or share sign after the digits multiplies them by. */
const SCALES: readonly (readonly [suffix: string, factor: string])[] = [
  ['万亿', '1000000000000'],
  ['千万', '10000000'],
  ['百万', '1000000'],
  ['十万', '100000'],
  ['十亿', '1000000000'],
  ['百亿', '10000000000'],
  ['千亿', '100000000000'],
  ['亿', '100000000'],
  ['万', '10000'],
  ['千', '1000'],
  ['百', '100'],
  ['%', '0.01'],
  ['‰', '0.001'],
];

/** Exponents of ten beyond which a number is refused. */
const LARGEST_EXPONENT = 60;

/** Digits with optional groups of three and decimals, then a magnitude (`万`, `亿` …) or a share sign (`%`, `‰`). */
export const NUMBER_PATTERN = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:万亿|[十百千]?[万亿]|[千百]|%|‰)?/y;

/** The value of a text that `NUMBER_PATTERN` matches as a whole; undefined when it has too many digits or is too large or small. */
export function numberValue(text: string): Amount | undefined {
  const scale = SCALES.find(([suffix]) => text.endsWith(suffix));
  const digits = (scale ? text.slice(0, -scale[0].length) : text).replaceAll(',', '');
  const significant = digits.replace('.', '').replace(/^0+/, '');
  if (significant.length > PRECISION) return undefined;
  const value = amount(digits).times(scale ? scale[1] : 1);
  if (!value.isZero() && Math.abs(value.e) > LARGEST_EXPONENT) return undefined;
  return value;
}
