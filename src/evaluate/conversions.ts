import type { Claim, Example } from '../chapter/index.js';
import { attempt, silentConversion } from '../formula/index.js';
import { sameUnit } from '../number/index.js';
import type { SilentConversion } from './model/results.js';
import type { UnitChecker } from './unit-checker.js';

/** Where an example counts one unit as another, in its definitions and its claims, each place once. */
export function silentConversions({ claims }: Example, units: UnitChecker): readonly SilentConversion[] {
  units.checkAll();
  const seen = new Set<string>();
  return [...units.conversions, ...claims.flatMap((claim) => conversionOf(claim, units) ?? [])].filter(({ where, span }) => {
    const key = `${where} ${span.start} ${span.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What a claim prints in another unit than its formula has. */
function conversionOf({ name, content }: Claim, units: UnitChecker): SilentConversion | undefined {
  const unit = content.kind === 'figure' ? attempt(() => units.typeOf(content.of)) : undefined;
  if (content.kind !== 'figure' || unit === undefined || unit === 'condition' || sameUnit(unit, content.printed.unit)) return undefined;
  const conversion = silentConversion(unit, content.printed.unit);
  return conversion && { ...conversion, where: `claim:${name}`, span: content.of.span };
}
