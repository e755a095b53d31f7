import { type Amount, roundHalfUp, wholeOf } from '../../number/index.js';
import type { EvaluatedExample } from '../model/results.js';

/** A quantity that is called so is a part of a whole. */
const SHARE = /(^|_)(share|rate)(_percent)?$/;
const PERCENT_PLACES = 10;

/** A share of a whole that is above it. */
export interface ShareAboveWhole {
  readonly name: string;
  readonly percent: Amount;
}

export function isNamedShare(name: string): boolean {
  return SHARE.test(name);
}

/** The quantities of an example that are called a share or a rate and are above the whole. */
export function sharesAboveWhole({ quantities }: EvaluatedExample): readonly ShareAboveWhole[] {
  return [...quantities].flatMap(([name, quantity]): readonly ShareAboveWhole[] => {
    const value = isNamedShare(name) ? quantity.value : undefined;
    const whole = typeof value === 'object' ? wholeOf(value.unit) : undefined;
    if (whole === undefined || typeof value !== 'object') return [];
    const percent = roundHalfUp(value.amount.times(100).dividedBy(whole), PERCENT_PLACES);
    return percent.lessThanOrEqualTo(100) ? [] : [{ name, percent }];
  });
}

/** What to do about a share above the whole that is none: its name promises one. Undefined for any other name. */
export function renameHint(name: string): string | undefined {
  if (!isNamedShare(name)) return undefined;
  const other = name.replace(SHARE, (_, start: string) => `${start}factor`);
  return `A name that ends in \`share\` or \`rate\` promises a part of a whole. Narrow what it varies over; or, if it may be more, call it \`${other}\`.`;
}
