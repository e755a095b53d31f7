import { type Amount, amount } from '../../number/index.js';

/**
 * Decimal place of the last printed digit, magnitude included: 2 for `1.43`, -4 for `10万` (the last digit counts ten thousands),
 * -3 for `3.5万`, 2 for `20%`. A round figure without magnitude counts every digit: 0 for `1000`.
 */
export function printedPlaces(text: string, value: Amount): number {
  const digits = text.replace(/[^0-9.]/g, '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const plain = amount(digits);
  return plain.isZero() ? decimals : decimals - (value.e - plain.e);
}
