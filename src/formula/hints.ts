import { didYouMean } from '../diagnostics/index.js';
import { currencyOfSign, isDate, isPureNumber, type Unit } from '../number/index.js';
import type { BinaryNode, Formula } from './nodes.js';

/** How money is written whose sign stands at `at`; undefined where no sign of money stands there. */
export function currencyHint(text: string, at: number): string | undefined {
  if (!/\p{Sc}/u.test(text[at] ?? '')) return undefined;
  const letters = /(?<![A-Z])[A-Z]{1,3}$/.exec(text.slice(Math.max(0, at - 4), at))?.[0] ?? '';
  const sign = letters + text[at];
  const behind = /^\s*(\d[\d,.]*)/.exec(text.slice(at + 1, at + 50))?.[1];
  const before = /(\d[\d,.]*)\s*$/.exec(text.slice(Math.max(0, at - 50), at))?.[1];
  const digits = behind ?? before ?? '12';
  const unit = currencyOfSign(sign);
  if (unit === undefined)
    return `Money is a number with its unit, such as \`${digits} eur\`; list a currency not known here under \`units:\`.`;
  const listed = unit === 'yuan' ? '' : `, with \`money: { ${unit}: "${sign}" }\` at the head of the chapter`;
  return `Money is a number with its unit: \`${digits} ${unit}\`${listed}.`;
}

/** `15950` for `15 950`: digits that stand apart. */
export function apartHint(before: string, current: string): string | undefined {
  const [, digits] = /(?<![\d.])(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})*)[ \u00a0\u2009\u202f]+$/.exec(before) ?? [];
  if (digits === undefined || !/^\d{3}(?:\.\d+)?$/.test(current)) return undefined;
  return `A number has no spaces in it: \`${digits.replace(/\D/g, '')}${current}\`.`;
}

/** Units that English counts by another word. */
const PLURALS: Readonly<Record<string, string>> = { people: 'person', persons: 'person', men: 'man', women: 'woman', children: 'child' };

/** The unit that was meant by a word that is none. */
export function unitHint(word: string, units: ReadonlySet<string>): string {
  const lower = word.toLowerCase();
  const singular = PLURALS[lower] ?? [lower, lower.replace(/ies$/, 'y'), lower.replace(/e?s$/, '')].find((one) => units.has(one));
  if (singular !== undefined && units.has(singular)) return `Did you mean \`${singular}\`?`;
  return didYouMean(word, units, 'List units of the chapter under `units:`. For a division by a name put spaces around the `/`.');
}

/** `row - 2 day` for `row - 2`: rows are counted in a unit. */
export function rowHint(left: Unit, right: Unit, node: Formula): string | undefined {
  if (node.kind !== 'binary' || isPureNumber(left) || !isPureNumber(right)) return undefined;
  const { left: row, operator, right: number } = node as BinaryNode;
  if (row.kind !== 'name' || row.name !== 'row' || number.kind !== 'number') return undefined;
  return `Rows are counted in ${left.key}: \`row ${operator} ${number.text} ${left.key}\`.`;
}

/** How two units that do not go together are brought together. A day of the calendar is not reckoned into anything. */
export function unitsApartHint(left: Unit, right: Unit): string {
  if (!isDate(left) && !isDate(right)) return 'Multiply or divide by the quantity that turns one into the other.';
  return 'Write a date on both sides, such as `2026-11-29`: `begins + 30 day` is the date 30 days later, `days(begins, ends)` counts days.';
}
