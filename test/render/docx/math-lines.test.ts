import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MathNode } from '../../../src/document/index.js';
import { mathLines, mathPieces } from '../../../src/render/docx/math-lines.js';
import { name, number, operator, row } from '../../support/sample-nodes.js';

test('a formula that fits is one line, one that does not is broken before its signs, relations first', () => {
  const sum = row(name('money into the pool'), operator('='), name('take'), operator('−'), name('part of the platform'));
  expect(mathLines(sum, 60).map(plain)).toEqual(['money into the pool=take−part of the platform']);
  expect(mathLines(sum, 20).map(plain)).toEqual(['money into the pool', '=take−part of the platform']);
  expect(mathLines(sum, 13).map(plain)).toEqual(['money into the pool', '=take', '−part of the platform']);
});

test('a fraction wider than the line is written with ÷', () => {
  const share: MathNode = { kind: 'fraction', over: name('points of the first customer'), under: name('all points in circulation') };
  const lines = mathLines(row(name('share'), operator('='), share), 14);
  // Letters count 0.52 em, a sign 1.4: 5 · 0.52 + 1.4 + 19 · 0.52 = 13.88.
  expect(lines.map(plain)).toEqual(['share=points of the first', 'customer', '÷all points in circulation']);
});

const term = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,2}$/).map(name),
  fc.nat(99_999).map((value) => number(String(value))),
);
const formula = fc
  .tuple(term, fc.array(fc.tuple(fc.constantFrom('=', '+', '−', '×', '≤'), term), { maxLength: 12 }))
  .map(([first, others]) => row(first, ...others.flatMap(([sign, next]) => [operator(sign), next])));

test('no part of a formula is lost or changes its place, in lines and in pieces', () => {
  fc.assert(
    fc.property(formula, fc.integer({ min: 4, max: 60 }), (math, room) => {
      const whole = plain(math).replace(/ /g, '');
      for (const parts of [mathLines(math, room), mathPieces(math, room)]) expect(parts.map(plain).join('').replace(/ /g, '')).toBe(whole);
    }),
    { numRuns: 300 },
  );
});

function plain(math: MathNode): string {
  if (math.kind === 'row') return math.children.map(plain).join('');
  return 'text' in math ? math.text : '';
}
