import { describe, expect, it } from 'vitest';
import { amountText, evaluateText } from '../support/chapter-text.js';

/** Offers of three kinds, written in the language of sums, against a second method that knows nothing of it. Payments: rate-of-return.test.ts. */
describe('a queue that refunds orders', () => {
  const queue = (share: number, position: number, orders: number) => `
examples:
  queue:
    givens: { order_price: 300 yuan, share: ${share}%, position: ${position} order }
    steps:
      refunded_at: first(row where refunded >= position)
      behind: refunded_at - position
      all_refunds: sum(refund)
      refunds_so_far: count(row where refund > 0)
      first_half: "sum(refund[1..${orders / 2}])"
      still_waiting: ${orders} order - last(refunded)
      fullest: max(pot)
    rounds:
      each: order
      start: { pot: 0 yuan, refunded: 0 order }
      row:
        filled: before.pot + order_price * share
        refund: if(filled >= order_price, order_price, 0)
        pot: filled - refund
        refunded: before.refunded + if(refund > 0, 1 order, 0)
      rows: ${orders}
      limit: 5000
`;

  /** Orders stand in a list, the pot is counted in fen, and who is at the head goes when it holds enough. */
  function simulated(share: number, position: number, orders: number) {
    const waiting: number[] = [];
    let pot = 0;
    let refundedAt = 0;
    const refundsAfter: number[] = [0];
    let fullest = 0;
    for (let order = 1; order <= 5000; order += 1) {
      waiting.push(order);
      pot += 300 * share;
      let refunds = 0;
      if (pot >= 30_000) {
        pot -= 30_000;
        refunds = 1;
        if (waiting.shift() === position) refundedAt = order;
      }
      refundsAfter.push((refundsAfter.at(-1) ?? 0) + refunds);
      if (order <= orders) fullest = Math.max(fullest, pot);
    }
    const refunds = refundsAfter[orders] ?? 0;
    return {
      refunded_at: refundedAt,
      behind: refundedAt - position,
      all_refunds: 300 * refunds,
      refunds_so_far: refunds,
      first_half: 300 * (refundsAfter[orders / 2] ?? 0),
      still_waiting: orders - refunds,
      fullest: fullest / 100,
    };
  }

  it.each([
    [20, 7, 60],
    [30, 100, 200],
    [16, 300, 1000],
    [70, 12, 20],
  ])('with %i%% of each order, position %i after %i orders', (share, position, orders) => {
    const { chapter, diagnostics } = evaluateText(queue(share, position, orders));
    expect(diagnostics).toEqual([]);
    const expected = simulated(share, position, orders);
    const found = Object.fromEntries(Object.keys(expected).map((name) => [name, Number(amountText(chapter, 'queue', name))]));
    expect(found).toEqual(expected);
  });
});

describe('levels of referral', () => {
  const SHARES = [10, 5, 2];
  const STAKE = 2000;

  const levels = (brings: number, depth: number) => `
examples:
  tree:
    givens: { stake: ${STAKE} yuan/person, brings: ${brings} }
    steps:
      below: sum(people)
      last_level: last(people)
      paid_in: below * stake
      commission: sum(commission_of)
      from_direct: "sum(commission_of[1..1])"
      paying_levels: count(row where commission_of > 0)
      without_recruits: last(people) / (below + 1 person)
    rounds:
      each: round
      start: { people: 1 person }
      row:
        people: before.people * brings
        rate: "if(row = 1 round, 10%, if(row = 2 round, 5%, if(row = 3 round, 2%, 0)))"
        commission_of: people * stake * rate
      rows: ${depth}
`;

  interface Member {
    readonly level: number;
    readonly below: readonly Member[];
  }
  const grown = (level: number, brings: number, depth: number): Member => ({
    level,
    below: level === depth ? [] : Array.from({ length: brings }, () => grown(level + 1, brings, depth)),
  });
  const everybody = (member: Member): readonly Member[] => [member, ...member.below.flatMap(everybody)];

  it.each([
    [2, 3],
    [3, 5],
    [5, 4],
  ])('with %i recruits each, %i levels deep, are those of a tree counted member by member', (brings, depth) => {
    const { chapter, diagnostics } = evaluateText(levels(brings, depth));
    expect(diagnostics).toEqual([]);
    const members = everybody(grown(0, brings, depth)).filter(({ level }) => level > 0);
    const commission = members.reduce((sum, { level }) => sum + (STAKE * (SHARES[level - 1] ?? 0)) / 100, 0);
    const value = (name: string) => Number(amountText(chapter, 'tree', name));
    expect(value('below')).toBe(members.length);
    expect(value('last_level')).toBe(members.filter(({ below }) => below.length === 0).length);
    expect(value('paid_in')).toBe(members.length * STAKE);
    expect(value('commission')).toBe(commission);
    expect(value('from_direct')).toBe((brings * STAKE * 10) / 100);
    expect(value('paying_levels')).toBe(Math.min(3, depth));
    expect(value('without_recruits')).toBeCloseTo(members.filter(({ below }) => below.length === 0).length / (members.length + 1), 12);
  });

  it('of 2 recruits each come to figures that can be counted on paper', () => {
    // 2 + 4 + 8 = 14 people; 2 · 200 + 4 · 100 + 8 · 40 = 400 + 400 + 320 = 1120 yuan; 14 · 2000 = 28,000 yuan paid in.
    const { chapter } = evaluateText(levels(2, 3));
    expect(['below', 'commission', 'paid_in'].map((name) => amountText(chapter, 'tree', name))).toEqual(['14', '1120', '28000']);
  });
});
