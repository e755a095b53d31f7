import { describe, expect, it } from 'vitest';
import { createNameFinder, type KnownName, nameInFormula } from '../../../src/desk/flyer/text/names.js';
import { translate, typedStretch } from '../../../src/desk/flyer/text/translate.js';
import { createUnitBook } from '../../../src/desk/flyer/text/units.js';

const NAMES: readonly KnownName[] = [
  { name: '价格', key: 'p', isColumn: false },
  { name: '每晚价格', key: 'n', isColumn: false },
  { name: 'price', key: 'price', isColumn: true },
  { name: 'Opening price', key: 'op', isColumn: false },
  { name: '24 payments', key: 'all', isColumn: false },
  { name: '单价', key: 'unit_price', isColumn: true },
  { name: 'a+b (c)', key: 'odd', isColumn: false },
  { name: '🍵', key: 'tea', isColumn: false },
  { name: '人数', key: 'heads', isColumn: false },
];
const SCOPE = {
  names: NAMES,
  finder: createNameFinder(NAMES),
  units: createUnitBook([
    { over: '个积分', under: [] },
    { over: '元', under: ['个'] },
  ]),
  each: '单',
};

function read(typed: string): string {
  const found = translate(typed, SCOPE);
  return found.kind === 'formula' ? found.text : `${found.fault}: ${found.text}${found.meant === undefined ? '' : ` (${found.meant})`}`;
}

describe('a formula as people type it', () => {
  it.each([
    ['每晚价格×2', 'n * 2'],
    ['价格－1,000元', 'p - 1000 yuan'],
    ['（价格 + ¥5）÷ 2', '( p + 5 yuan ) / 2'],
    ['opening  PRICE x 20%', 'op * 20%'],
    ['24 payments - 24', 'all - 24'],
    ['单价 > 上一单的单价', 'unit_price > before.unit_price'],
    ['previous price + 1', 'before.price + 1'],
    ['单价（第 3 单） − 单价[1]', 'unit_price[3] - unit_price [ 1 ]'],
    ['price (last)', 'price[last]'],
    ['单价（最后）', 'unit_price[last]'],
    ['首次(单价 ≥ 2元/个)', 'first(row where unit_price >= 2 yuan/unit_1 )'],
    ['四舍五入(价格, 2)', 'round( p , 2 )'],
    ['“a+b (c)” * 3', 'odd * 3'],
    ['a+b (c) * 3', 'odd * 3'],
    ['🍵 乘以 3万', 'tea * 3万'],
    ['5元/人数', '5 yuan / heads'],
    ['8.88 个积分每天', '8.88 unit_1/day'],
    ['价格不小于 5元', 'p >= 5 yuan'],
  ])('%s', (typed, meant) => expect(read(typed)).toBe(meant));

  it.each([
    ['价格 价格', 'sign-missing: 价格'],
    ['2 价格', 'sign-missing: 价格'],
    ['opening prise * 2', 'unknown-name: opening'],
    ['价各 * 2', 'unknown-name: 价各 (价格)'],
    ['5 个几分', 'unknown-unit: 个几分 (个积分)'],
    ['价格 @ 2', 'strange-sign: @'],
    ['“价格 * 2', 'open-quotation: “价格 * 2'],
    ['<script>alert(1)</script>', 'unknown-name: script'],
    ['', 'empty: '],
  ])('%s is refused', (typed, why) => expect(read(typed)).toBe(why));

  it('remembers from where its parts come', () => {
    const typed = '每晚价格 ×  (价格 − 2)';
    const found = translate(typed, SCOPE);
    if (found.kind === 'fault') throw new Error(found.fault);
    const at = found.text.indexOf('p - 2');
    const { start, end } = typedStretch(found, at, at + 5);
    expect(typed.slice(start, end)).toBe('价格 − 2');
  });

  it('a name is written so that it is read back as the name', () => {
    for (const { name, key } of NAMES) expect(read(nameInFormula(name, createNameFinder(NAMES))), name).toBe(key);
  });
});
