import { type Amount, ONE, PRECISION } from './amount.js';

/** Roots and logarithms are worked out to as many digits as decimals keep, the last of which may be wrong. */
const CERTAIN = PRECISION - 4;
/** A figure that is certain to so many digits and has no more than these is that figure: the root of 1.44 is 1.2. */
const FEW = 20;

/** `base` to any power; not a number for a fractional power of a figure below 0. */
export function powerOf(base: Amount, exponent: Amount): Amount {
  const power = base.pow(exponent);
  return exponent.isInteger() ? power : settled(power);
}

/** The root of a whole degree from 1 of a figure that is not below 0. */
export function rootOfAmount(value: Amount, degree: Amount): Amount {
  return settled(degree.equals(2) ? value.sqrt() : value.pow(ONE.dividedBy(degree)));
}

/** The natural logarithm of a figure above 0. */
export function naturalLogarithm(value: Amount): Amount {
  return value.ln();
}

/** The logarithm of a figure above 0 to a base above 0 that is not 1. */
export function logarithm(value: Amount, base: Amount): Amount {
  return settled(value.log(base));
}

function settled(value: Amount): Amount {
  if (!value.isFinite()) return value;
  const certain = value.toSignificantDigits(CERTAIN);
  return certain.sd() <= FEW ? certain : value;
}
