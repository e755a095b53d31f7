import type { Diagnostic } from '../diagnostics/index.js';
import type { EvaluatedExample } from '../evaluate/index.js';
import { silentConversion } from '../formula/index.js';
import { PURE_NUMBER, roundHalfUp, sameUnit, ZERO } from '../number/index.js';
import type { MoneyTable } from './results.js';

/** Places to which the sum of all nets is exact. */
const ROUNDED_PLACES = 20;

/**
 * Question 4, who pays? Each party's receipts and payments, their sum (zero, since every payment has two ends),
 * and k = promise ÷ funding. Undefined when the example has neither payments nor a promise.
 */
export function auditMoney(example: EvaluatedExample): MoneyTable | undefined {
  const { money, promise } = example.example;
  if (money.length === 0 && promise === undefined) return undefined;
  const flows = money.map(({ from, to, amount }) => {
    const value = example.valueOf(amount);
    return { from: from.value, to: to.value, ...(typeof value === 'object' ? { amount: value } : {}) };
  });
  const parties = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  const nets = parties.map((party) => {
    const received = total(flows.filter(({ to }) => to === party));
    const paid = total(flows.filter(({ from }) => from === party));
    return { party, received, paid, net: received.minus(paid) };
  });
  const unit = flows.find((flow) => flow.amount !== undefined)?.amount?.unit ?? PURE_NUMBER;
  // Thirds and the like differ in the last of 40 digits, depending on the order in which they are added.
  const sum = roundHalfUp(
    nets.reduce((so_far, { net }) => so_far.plus(net), ZERO),
    ROUNDED_PLACES,
  ).plus(ZERO);
  const promised = promiseOf(example);
  return { example: example.example.name, parties, flows, nets, sum, unit, ...(promised === undefined ? {} : { promise: promised }) };
}

/** Payments are added up, so they have one unit; one in another unit is a mistake at its place. */
export function checkMoney(example: EvaluatedExample): readonly Diagnostic[] {
  const { money } = example.example;
  const units = money.map(({ amount }) => example.unitOf(amount));
  const first = units.find((unit) => unit !== undefined);
  return money.flatMap(({ amount }, index): Diagnostic[] => {
    const unit = units[index];
    if (first === undefined || unit === undefined || sameUnit(unit, first)) return [];
    return [
      {
        code: 'money-balances',
        severity: 'error',
        message: `This payment is in ${unit.key || 'a pure number'}, but the first payment of the table is in ${first.key || 'a pure number'}.`,
        span: amount.span,
        sentence: { name: 'payment-unit', slots: { unit: unit.key, first: first.key } },
        hint: 'Multiply by a price, or list what is not money under its own example.',
      },
    ];
  });
}

function total(flows: readonly MoneyTable['flows'][number][]) {
  return flows.reduce((sum, { amount }) => sum.plus(amount?.amount ?? ZERO), ZERO);
}

function promiseOf(example: EvaluatedExample): MoneyTable['promise'] | undefined {
  const { promise } = example.example;
  if (promise === undefined) return undefined;
  const promised = example.valueOf(promise.promised);
  const funded = example.valueOf(promise.funded);
  if (typeof promised !== 'object' || typeof funded !== 'object') return undefined;
  const converts = silentConversion(promised.unit, funded.unit);
  return {
    promised,
    funded,
    ...(funded.amount.isZero() ? {} : { k: promised.amount.dividedBy(funded.amount) }),
    ...(converts === undefined ? {} : { converts }),
  };
}
