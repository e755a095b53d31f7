import { describe, expect, it } from 'vitest';
import { type Formula, failSilently, failureIn, typeOf, type UnitScope, unitName, type ValueType } from '../../src/formula/index.js';
import { baseUnit, divideUnits, PURE_NUMBER } from '../../src/number/index.js';
import { readFixture } from '../support/fixture.js';
import { parseText } from '../support/formula-text.js';

const [yuan, point] = [baseUnit('yuan'), baseUnit('point')];
const NAMES = new Map([
  ['spend', yuan],
  ['back', yuan],
  ['points', point],
  ['price', divideUnits(yuan, point)],
  ['share', PURE_NUMBER],
]);

describe('the unit of a formula', () => {
  for (const { name, input, expected } of readFixture('formula/checked-units.txt')) {
    it(name, () => {
      const { value, diagnostics } = parseText(input);
      expect(diagnostics).toEqual([]);
      expect(unitText(value as Formula)).toBe(expected);
    });
  }

  it.each(['+', '-', '*', '/'])('looks each name of a long formula with %s up once', (operator) => {
    const { value } = parseText(`(${Array.from({ length: 12 }, () => 'share').join(` ${operator} `)}) < 1`);
    let names = 0;
    const name = () => {
      names += 1;
      return PURE_NUMBER;
    };
    expect(typeOf(value as Formula, { ...SCOPE, name })).toBe('condition');
    expect(names).toBe(12);
  });
});

const SCOPE: UnitScope = {
  name: (node) => NAMES.get(node.name) ?? failSilently(),
  before: () => failSilently(),
  cell: () => failSilently(),
  column: () => failSilently(),
  rows: () => failSilently(),
  unknown: ({ unknown }) => NAMES.get(unknown.name) ?? failSilently(),
  convert: () => undefined,
};

function unitText(formula: Formula): string {
  const conversions: string[] = [];
  const scope: UnitScope = {
    ...SCOPE,
    convert: ({ from, to }) => conversions.push(`${from.key} taken as ${to.key}: `),
  };
  let type: ValueType = 'condition';
  const diagnostic = failureIn(() => {
    type = typeOf(formula, scope);
  })?.diagnostic;
  if (diagnostic === undefined) return conversions.join('') + (type === 'condition' ? type : unitName(type));
  const { span } = diagnostic;
  return `${diagnostic.code} at \`${span?.source.text.slice(span.start, span.end)}\`: ${diagnostic.message}`;
}
