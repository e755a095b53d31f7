import { describe, expect, test } from 'vitest';
import type { MathNode } from '../../../src/document/index.js';
import { breakFormula } from '../../../src/render/html/break-formula.js';
import { drawMath } from '../../../src/render/html/mathml.js';

const name = (text: string): MathNode => ({ kind: 'text', text });
const number = (text: string): MathNode => ({ kind: 'number', text });
const operator = (text: string): MathNode => ({ kind: 'operator', text });
const row = (...children: MathNode[]): MathNode => ({ kind: 'row', children });

const drawn = (math: MathNode) => drawMath(math, 'said', 'inline').markup.replace(/^<math[^>]*>|<\/math>$/g, '');
const mi = (text: string) => `<mi mathvariant="normal">${text}</mi>`;

describe('MathML', () => {
  test.each<[string, MathNode, string]>([
    ['a number', number('1.43'), '<mn>1.43</mn>'],
    ['a name is upright and not space-like', name('pool'), mi('pool')],
    ['text is escaped', name('<b> & "q"'), mi('&lt;b&gt; &amp; &quot;q&quot;')],
    ['a sum', row(number('1'), operator('+'), number('2')), '<mrow><mn>1</mn><mo>+</mo><mn>2</mn></mrow>'],
    ['words between conditions', operator('and'), '<mtext>\u00A0and\u00A0</mtext>'],
    [
      'a figure and its unit',
      row(number('2'), { kind: 'unit', text: '元' }),
      '<mrow><mn>2</mn><mrow><mspace width="0.2em"></mspace><mtext class="unit">元</mtext></mrow></mrow>',
    ],
    ['a fraction', { kind: 'fraction', over: number('160'), under: number('112') }, '<mfrac><mn>160</mn><mn>112</mn></mfrac>'],
    ['a power', { kind: 'power', base: number('2'), exponent: number('3') }, '<msup><mn>2</mn><mn>3</mn></msup>'],
    ['a row index', { kind: 'sub', base: name('price'), index: number('0') }, `<msub>${mi('price')}<mn>0</mn></msub>`],
    [
      'a group',
      { kind: 'group', child: number('1') },
      '<mrow><mo stretchy="true" form="prefix">(</mo><mn>1</mn><mo stretchy="true" form="postfix">)</mo></mrow>',
    ],
    [
      'a function of two',
      { kind: 'call', name: 'max', arguments: [number('1'), number('2')] },
      `<mrow>${mi('max')}<mo>\u2061</mo><mo stretchy="true" form="prefix">(</mo><mn>1</mn><mo separator="true">,</mo><mn>2</mn><mo stretchy="true" form="postfix">)</mo></mrow>`,
    ],
  ])('%s', (_, math, expected) => {
    expect(drawn(math)).toBe(expected);
  });

  test('says its alternative text, escaped', () => {
    expect(drawMath(number('1'), 'one "whole"', 'block').markup).toContain(' alttext="one &quot;whole&quot;"');
  });
});

describe('long formulas', () => {
  const print = (math: MathNode, widest: number) =>
    breakFormula(math, widest).map(
      (line) => `${line.indent}: ${line.nodes.map((node) => ('text' in node ? node.text : node.kind)).join(' ')}`,
    );
  const long = 'abcdefghij'; // 10 letters of 0.6 em: 6 em

  test('a short left side shares the line of the first relation', () => {
    // 0.6 + (0.6 + 0.5 + 6) = 7.7 em on the first line; a third part of 7.1 em does not fit beside it.
    expect(print(row(name('a'), operator('='), name(long), operator('='), name(long)), 8)).toEqual([`0: a = ${long}`, `1: = ${long}`]);
  });

  test('a long left side stands alone', () => {
    expect(print(row(name(long), operator('='), name(long)), 8)).toEqual([`0: ${long}`, `1: = ${long}`]);
  });

  test('a long side breaks before its operators, also inside a row', () => {
    const product = row(name(long), operator('×'), name(long), operator('−'), name('b'));
    // "= abcdefghij" is 7.1 em and 1 em in; "× abcdefghij" as wide; "− b" is 1.7 em and fits after 2.5 + 7.1 em within 12.
    expect(print(row(name(long), operator('='), product), 12)).toEqual([`0: ${long}`, `1: = ${long}`, `2.5: × ${long} − b`]);
  });

  test('a formula that fits keeps one line, and one that cannot break says that it is wide', () => {
    expect(drawMath(row(name('a'), operator('='), number('1')), 'x', 'block')).toMatchObject({ isBroken: false, isWide: false });
    expect(drawMath(name(long.repeat(5)), 'x', 'block')).toMatchObject({ isBroken: false, isWide: true });
    expect(drawMath(row(name(long.repeat(2)), operator('='), name(long.repeat(2))), 'x', 'inline')).toMatchObject({
      isBroken: true,
      isWide: false,
    });
  });
});
