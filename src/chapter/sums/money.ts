import { didYouMean } from '../../diagnostics/index.js';
import { CURRENCIES } from '../../number/index.js';
import type { Located } from '../../source/index.js';
import { type ReadContext, readEntries, readText, reportError } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';

/** A sign such as `€` or `HK$`: it ends with one of the signs of money. */
const SIGN = /^[A-Z]{0,3}\p{Sc}$/u;

/** `money: { eur: "€" }`: currencies, each with the sign that stands before its amounts. */
export function readMoney(
  node: YamlNode | undefined,
  context: ReadContext,
): readonly { readonly currency: Located<string>; readonly sign: string }[] {
  return readEntries(node, '`money:`', context).flatMap(({ key, value }) => {
    if (!CURRENCIES.includes(key.value)) {
      const hint = didYouMean(key.value, CURRENCIES, `The currencies are ${CURRENCIES.join(', ')}. List any other under \`units:\`.`);
      return reportError(context, 'known-unit', key.span, `\`${key.value}\` is no currency.`, hint) ?? [];
    }
    const sign = readText(value, 'The sign of a currency', context);
    if (sign === undefined) return [];
    if (SIGN.test(sign.value)) return [{ currency: key, sign: sign.value }];
    const hint = 'Without a sign list the currency under `units:`; its word then stands behind each amount.';
    return reportError(context, 'value-shape', sign.span, 'The sign of a currency is one such as `€` or `HK$`.', hint) ?? [];
  });
}
