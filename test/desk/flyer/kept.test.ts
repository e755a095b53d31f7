import { describe, expect, it } from 'vitest';
import { addColumn, addLine, changeLine, moveLine, removeLine, rename } from '../../../src/desk/flyer/kept/edit.js';
import { flyerFile, openFlyerFile } from '../../../src/desk/flyer/kept/file.js';
import { begin, redo, step, undo } from '../../../src/desk/flyer/kept/history.js';
import { createFlyerStore } from '../../../src/desk/flyer/kept/store.js';
import { emptyFlyer } from '../../../src/desk/flyer/model/flyer.js';
import { sampleFlyer } from '../../../src/desk/flyer/samples/samples.js';
import { keptIn } from '../../../src/desk/ui/kept.js';
import { flyer } from './support.js';

describe('a change of a flyer', () => {
  const one = flyer('价格 | flyer | 5元\n每晚价格 | flyer | 6元\n和 | worked | | 价格 + 每晚价格 × 2', {
    rounds: { each: '晚', count: 3, ends: true, columns: '存款 | 价格 | 上一晚的存款 + 价格' },
  });

  it('renaming makes no formula longer than its cell, so that the file can be opened again', () => {
    // 400 names of one character with 399 signs are 799 characters; with names of ten characters they would be 4399.
    const long = flyer(`甲 | flyer | 5元\n和 | worked | | ${Array.from({ length: 400 }, () => '甲').join('+')}\n半 | worked | | 甲 ÷ 2`);
    const renamed = rename(long, 1, '一个有十个字的名称吧');
    expect(renamed.lines.map(({ name, formula }) => [name, formula.length])).toEqual([
      ['一个有十个字的名称吧', 0],
      ['和', 799],
      ['半', '一个有十个字的名称吧 ÷ 2'.length],
    ]);
    expect(openFlyerFile(flyerFile(renamed))).toEqual({ flyer: renamed });
  });

  it('renaming a line renames it in every formula, and no longer name that holds it', () => {
    const renamed = rename(one, 1, '单价');
    expect(renamed.lines[2]?.formula).toBe('单价 + 每晚价格 × 2');
    expect(renamed.rounds.columns[0]).toMatchObject({ start: '单价', becomes: '上一晚的存款 + 单价' });
  });

  it('a name with signs of arithmetic is quoted in formulas, and comes back out of them', () => {
    const odd = rename(one, 1, 'a+b');
    expect(odd.lines[2]?.formula).toBe('“a+b” + 每晚价格 × 2');
    expect(rename(odd, 1, '价格').lines[2]?.formula).toBe('价格 + 每晚价格 × 2');
  });

  it('new lines and columns have ids of their own; what is removed is nowhere chosen any more', () => {
    const more = addColumn(addLine(one));
    const ids = [...more.lines, ...more.rounds.columns].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const paid = { ...more, payments: [{ id: 50, from: 'a', to: 'b', line: 1 }], promise: { promised: 1, funded: 2 } };
    expect(removeLine(paid, 1)).toMatchObject({ payments: [{ line: 0 }], promise: { promised: 0, funded: 2 } });
  });

  it('lines move up and down, and not beyond the ends', () => {
    const order = (made: typeof one) => made.lines.map(({ id }) => id);
    expect(order(moveLine(one, 2, -1))).toEqual([2, 1, 3]);
    expect(moveLine(one, 1, -1)).toBe(one);
  });
});

describe('undo', () => {
  const typed = (figure: string) => changeLine(emptyFlyer('zh'), 1, { figure });

  it('typing on in one cell is one step, and redo does it again', () => {
    const history = ['1', '10', '10元'].reduce((before, figure) => step(before, typed(figure), 'line 1 figure'), begin(emptyFlyer('zh')));
    const undone = undo(history);
    expect(undone.present).toEqual(emptyFlyer('zh'));
    expect(redo(undone).present).toEqual(typed('10元'));
  });

  it('another cell is another step, and a new step leaves nothing to redo', () => {
    const two = step(step(begin(emptyFlyer('zh')), typed('1'), 'a'), typed('2'), 'b');
    expect(undo(two).present).toEqual(typed('1'));
    expect(step(undo(two), typed('3')).future).toEqual([]);
    expect(undo(begin(typed('1'))).present).toEqual(typed('1'));
  });
});

describe('the file of a flyer', () => {
  it('is read back as it was written, with the same bytes each time', () => {
    for (const language of ['zh', 'en'] as const) {
      const text = flyerFile(sampleFlyer('pool', language));
      expect(openFlyerFile(text)).toEqual({ flyer: sampleFlyer('pool', language) });
      expect(flyerFile(sampleFlyer('pool', language))).toBe(text);
    }
  });

  const changed = (edit: (flyer: Record<string, unknown>) => Record<string, unknown>) => {
    const file = JSON.parse(flyerFile(sampleFlyer('instalments', 'zh')));
    return openFlyerFile(JSON.stringify({ ...file, flyer: { ...file.flyer, ...edit(file.flyer) } }));
  };

  it.each([
    ['', 'no-json'],
    ['{"kind":"something else"}', 'no-json'],
    ['[]', 'no-json'],
    ['null', 'no-json'],
    [`{"kind":"reckoner-flyer","version":1}`, 'shape'],
    ['x'.repeat(1_000_001), 'large'],
  ])('%.30s is refused', (text, refused) => expect(openFlyerFile(text)).toMatchObject({ refused }));

  it('says where it is damaged', () => {
    const twice = { id: 1, name: 'a', origin: 'flyer', figure: '', formula: '' };
    expect(changed(() => ({ language: 'xx' }))).toEqual({ refused: 'shape', place: 'flyer.language' });
    expect(changed(() => ({ lines: [{ ...twice, figure: 5 }] }))).toEqual({ refused: 'shape', place: 'flyer.lines.0.figure' });
    expect(changed(() => ({ rounds: { each: '月', count: 1e9, ends: true, columns: [] } }))).toEqual({
      refused: 'shape',
      place: 'flyer.rounds.count',
    });
    expect(changed(() => ({ lines: [twice, twice] }))).toMatchObject({ refused: 'shape' });
  });
});

describe('what the browser keeps', () => {
  it('is read again; a browser that keeps nothing does no harm, and what is damaged is forgotten', () => {
    const texts = new Map<string, string>();
    const store = createFlyerStore(
      keptIn(() => ({ getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) })),
    );
    expect(store.read()).toBeUndefined();
    expect(store.write(sampleFlyer('pool', 'en'))).toBe(true);
    expect(store.read()).toEqual(sampleFlyer('pool', 'en'));
    for (const key of texts.keys()) texts.set(key, '{');
    expect(store.read()).toBeUndefined();
    const forbidden = createFlyerStore(
      keptIn(() => {
        throw new Error('SecurityError');
      }),
    );
    expect([forbidden.read(), forbidden.write(emptyFlyer('zh'))]).toEqual([undefined, false]);
  });
});
