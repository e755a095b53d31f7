export { type Amount, amount, maximum, minimum, ONE, PRECISION, ZERO } from './amount.js';
export { type AmountColumn, createAmountColumn } from './amount-column.js';
export { bracketedRoot } from './bracketed-root.js';
export { type CalendarDate, calendarDate, dateNumber, dateOfNumber, dateText, days360Between } from './date.js';
export { decimalPlaces, formatAmount, magnitudeText, moneySign, withMoneySign } from './format.js';
export { FEW_DIGITS } from './found-figure.js';
export {
  amountOf,
  dividedBy,
  type Fraction,
  floorOf,
  fraction,
  fractionOf,
  HIGHEST_DEGREE,
  mayTie,
  minus,
  negated,
  order,
  plus,
  power,
  rootOf,
  roundedHalfUp,
  times,
} from './fraction.js';
export { nameHash, textHash } from './hash.js';
export { BUILT_IN_UNITS, CURRENCIES, CURRENCY_SIGNS, currencyOfSign } from './known-units.js';
export { logarithm, naturalLogarithm, powerOf, rootOfAmount } from './powers.js';
export { type Quantity, quantity } from './quantity.js';
export { type RandomStream, randomStream } from './random.js';
export { exactRateOfReturn, rateOfReturn, signChanges } from './rate-of-return.js';
export { contains, halfUnit, hull, type Interval, intervalAround, placeValue, roundHalfUp } from './rounding.js';
export { permutation, shuffledOrder } from './shuffle.js';
export {
  baseUnit,
  countsThings,
  DATE,
  divideUnits,
  isDate,
  isPureNumber,
  moneyPlaces,
  multiplyUnits,
  PURE_NUMBER,
  raiseUnit,
  sameUnit,
  type Unit,
  wholeOf,
} from './unit.js';
