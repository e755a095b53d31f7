import { describe, expect, it } from 'vitest';
import type { MathNode } from '../../../src/document/index.js';
import { fitMath } from '../../../src/render/output/fitted-math.js';

const name = (text: string): MathNode => ({ kind: 'text', text });
const sign = (text: string): MathNode => ({ kind: 'operator', text });
const row = (...children: MathNode[]): MathNode => ({ kind: 'row', children });
const sum = row(name('积分一'), sign('+'), name('积分二'));

describe('a formula in its column', () => {
  it('stays as it is where its widest fraction fits', () => {
    const math = row(name('单价'), sign('='), { kind: 'fraction', over: name('池里的钱'), under: sum });
    // The fraction is as wide as its lower part: 3 + 1.4 + 3 em, and 0.3 em for its bar.
    expect(fitMath(math, 7.7)).toEqual({ math, scale: 1 });
  });

  it('is written with ÷ and brackets where its fraction is too wide', () => {
    const math = row(name('单价'), sign('='), { kind: 'fraction', over: name('池里的钱'), under: sum });
    const onTheLine = row(name('池里的钱'), sign('÷'), row(name('('), sum, name(')')));
    expect(fitMath(math, 7.6)).toEqual({ math: row(name('单价'), sign('='), onTheLine), scale: 1 });
  });

  it('becomes smaller where one name alone is too wide, but not less than six tenths', () => {
    expect(fitMath(name('八个字宽的一个量'), 6)).toEqual({ math: name('八个字宽的一个量'), scale: 0.75 });
    expect(fitMath(name('八个字宽的一个量'), 1).scale).toBe(0.6);
  });

  it('breaks before the bracket of a function that is too wide, at a sign that nobody sees', () => {
    const math: MathNode = { kind: 'call', name: '首次', arguments: [sum] };
    // The function takes 2 + 0.8 em, its argument 3 + 1.4 + 3 + 0.5 em: 10.7 in all. Loose, no piece is wider than 3.
    expect(fitMath(math, 10.8)).toEqual({ math, scale: 1 });
    expect(fitMath(math, 10.6)).toEqual({
      math: row(name('首次'), { kind: 'operator', text: '' }, row(name('('), sum, name(')'))),
      scale: 1,
    });
  });

  it('breaks a name of several words where one line cannot hold it', () => {
    // 0.52 em a letter: the first four words are 22 letters wide, 11.44 em, the last two 17 letters, 8.84 em.
    const long = name('price of the partner’s package');
    expect(fitMath(long, 11)).toEqual({ math: row(name('price of the'), sign(''), name('partner’s package')), scale: 1 });
  });

  it('writes a fraction in a fraction or in an exponent with ÷', () => {
    const inner: MathNode = { kind: 'fraction', over: name('甲'), under: sum };
    const onTheLine = row(name('甲'), sign('÷'), { kind: 'group', child: sum });
    expect(fitMath({ kind: 'fraction', over: name('乙'), under: inner }, 30).math).toEqual({
      kind: 'fraction',
      over: name('乙'),
      under: onTheLine,
    });
    expect(fitMath({ kind: 'power', base: name('乙'), exponent: inner }, 30).math).toEqual({
      kind: 'power',
      base: name('乙'),
      exponent: onTheLine,
    });
  });

  it('keeps a bracket that fits as one piece', () => {
    const math = row({ kind: 'group', child: sum }, sign('×'), { kind: 'fraction', over: sum, under: sum });
    expect(fitMath(math, 8.5).math).toEqual(math);
    expect(fitMath(math, 7.6).math).toEqual(
      row(row(name('('), sum, name(')')), sign('×'), row(row(name('('), sum, name(')')), sign('÷'), row(name('('), sum, name(')')))),
    );
  });
});
