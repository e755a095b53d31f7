import { describe, expect, it } from 'vitest';
import { readFigure } from '../../../src/desk/flyer/text/figure.js';
import { createUnitBook, readUnitWords, type UnitWords } from '../../../src/desk/flyer/text/units.js';
import { BUILT_IN_UNITS } from '../../../src/number/index.js';

/** `number|over|under`, with `~` before what the flyer says only about. */
function read(typed: string): string {
  const found = readFigure(typed);
  if (found.kind === 'figure') return `${found.about ? '~' : ''}${found.number}|${found.unit.over}|${found.unit.under.join('·')}`;
  if (found.kind === 'unknown') return `?|${found.unit.over}|${found.unit.under.join('·')}`;
  return found.kind === 'refused' ? `refused: ${found.reason}` : found.kind;
}

describe('a figure as a flyer prints it', () => {
  it.each([
    ['1000元', '1000|元|'],
    ['1,000 yuan', '1000|yuan|'],
    ['12 500 元', '12500|元|'],
    ['¥5000', '5000|元|'],
    ['￥ 88.50', '88.50|元|'],
    ['2.5%', '2.5%||'],
    ['２．５％', '2.5%||'],
    ['3 万', '3万||'],
    ['26亿元', '26亿|元|'],
    ['3k points', '3千|points|'],
    ['1.43元/个', '1.43|元|个'],
    ['8.88 points a day', '8.88|points|day'],
    ['250元每月', '250|元|月'],
    ['每月250元', '250|元|月'],
    ['0.83% a month', '0.83%||month'],
    ['0.83%/月', '0.83%||月'],
    ['8折', '80%||'],
    ['8.5折', '85%||'],
    ['85折', '85%||'],
    ['约1000元', '~1000|元|'],
    ['about 3 years', '~3|years|'],
    ['? 元', '?|元|'],
    ['−5 元', '-5|元|'],
    ['24', '24||'],
    ['  ', 'empty'],
  ])('%s', (typed, meant) => expect(read(typed)).toBe(meant));

  it.each([
    ['很多', 'no-number'],
    ['5-10元', 'two-numbers'],
    ['第3天得5元', 'two-numbers'],
    ['1,00元', 'digits'],
    ['1,2345元', 'digits'],
    ['5 <b>', 'unit'],
    ['5元)', 'unit'],
  ])('%s is refused', (typed, reason) => expect(read(typed)).toBe(`refused: ${reason}`));
});

describe('the units of a flyer', () => {
  const book = (...printed: string[]) => createUnitBook(printed.map((text) => readUnitWords(text) as UnitWords));

  it('are the built-in ones by any of their words', () => {
    expect(['元', '块', 'YUAN', '个月', '月', 'months', '笔'].map(book().find)).toEqual([
      'yuan',
      'yuan',
      'yuan',
      'month',
      'month',
      'month',
      'order',
    ]);
  });

  it('are those behind its figures, in Latin letters by their own name', () => {
    const { find, own } = book('points', 'yuan/point', '期');
    expect([find('point'), find('Points'), find('期'), find('杯')]).toEqual(['point', 'point', 'unit_2', undefined]);
    expect(own.map(({ key, word }) => `${key} ${word}`)).toEqual(['point points', 'unit_2 期']);
  });

  it('a measure word alone means the one thing that is counted with it', () => {
    const { find, own } = book('元/个', '个积分');
    expect(find('个')).toBe(find('积分'));
    expect(own).toEqual([{ key: 'unit_1', word: '个积分', afterSlash: '个' }]);
  });

  it('a word of the formula language is no key', () => {
    expect(book('row').find('row')).toBe('unit_1');
  });
});

it('every unit that all workbooks have is understood as it is named, and is no unit of the flyer', () => {
  for (const unit of BUILT_IN_UNITS) {
    const book = createUnitBook([{ over: unit, under: [] }]);
    expect([unit, book.find(unit), book.own]).toEqual([unit, unit, []]);
  }
  expect(createUnitBook([]).find('周')).toBe('week');
});
