// Chapters of random formulas, together with what each quantity is worth and what becomes of each claim.

import { decimalText, exactOf, holds, isNear, NoValue, signedFraction, ZERO } from './exact.mjs';

const UNITS = ['yuan', 'point', 'yuan/point', ''];
const NUMBERS = ['0', '1', '2', '3', '7', '0.5', '12.5', '0.001', '999.99', '1234567', '0.3333'];

const withUnit = (text, unit) => (unit === '' ? text : `${text} ${unit}`);

/** `before` and `row` stand in the rows of a round only. */
function randomTree(unit, depth, scope, chance) {
  const part = (other = unit) => randomTree(other, depth - 1, scope, chance);
  const names = scope.filter((one) => one.unit === unit);
  if (depth === 0 || chance.maybe(0.15)) {
    return names.length > 0 && chance.maybe(0.7)
      ? { kind: 'name', name: chance.one(names).name }
      : { kind: 'number', value: chance.one(NUMBERS), unit };
  }
  const factors = { yuan: ['yuan/point', 'point'], point: ['point', ''], 'yuan/point': ['yuan/point', ''], '': ['', ''] }[unit];
  const ratios = { yuan: ['yuan', ''], point: ['yuan', 'yuan/point'], 'yuan/point': ['yuan', 'point'], '': [chance.one(UNITS)] }[unit];
  return chance.weighted([
    [4, () => ({ kind: '+', parts: [part(), part()] })],
    [4, () => ({ kind: '-', parts: [part(), part()] })],
    [4, () => ({ kind: '*', parts: factors.map((other) => part(other)) })],
    [4, () => ({ kind: '/', parts: [part(ratios[0]), part(ratios[1] ?? ratios[0])] })],
    [1, () => ({ kind: 'negate', parts: [part()] })],
    [1, () => ({ kind: 'abs', parts: [part()] })],
    [1, () => ({ kind: 'min', parts: [part(), part()] })],
    [1, () => ({ kind: 'max', parts: [part(), part(), part()] })],
    [1, () => ({ kind: 'round', parts: [part()], places: chance.between(0, 6) })],
    [1, () => ({ kind: chance.one(['floor', 'ceil']), parts: [part()] })],
    [1, () => (unit === '' ? { kind: '^', parts: [part()], exponent: chance.between(0, 4) } : { kind: '-', parts: [part(), part()] })],
    [
      1,
      () => {
        const compared = chance.one(UNITS);
        return {
          kind: 'if',
          comparison: chance.one(['<', '<=', '>', '>=', '=', '!=']),
          parts: [part(compared), part(compared), part(), part()],
        };
      },
    ],
  ])();
}

/** As an author writes it, with more brackets than needed. */
function printed(node) {
  const texts = node.parts?.map(printed) ?? [];
  switch (node.kind) {
    case 'number':
      return node.unit === '' ? node.value : `(${withUnit(node.value, node.unit)})`;
    case 'name':
      return node.name;
    case 'negate':
      return `(-${texts[0]})`;
    case '^':
      return `(${texts[0]} ^ ${node.exponent})`;
    case 'round':
      return `round(${texts[0]}, ${node.places})`;
    case 'if':
      return `if(${texts[0]} ${node.comparison} ${texts[1]}, ${texts[2]}, ${texts[3]})`;
    case 'abs':
    case 'min':
    case 'max':
    case 'floor':
    case 'ceil':
      return `${node.kind}(${texts.join(', ')})`;
    default:
      return `(${texts[0]} ${node.kind} ${texts[1]})`;
  }
}

/** The value of a quantity, or undefined when it has none. */
function worth(tree, values) {
  try {
    return exactOf(tree, values);
  } catch (failure) {
    if (failure instanceof NoValue) return undefined;
    throw failure;
  }
}

/** An example with givens, steps, a claim for each step, and comparisons; beside it what should come out. */
function randomExample(chance) {
  const scope = chance.times(chance.between(1, 4), (index) => ({ name: `g${index}`, unit: chance.one(UNITS) }));
  const values = new Map();
  const givens = scope.map(({ name, unit }) => {
    const text = chance.one(NUMBERS);
    values.set(name, signedFraction(text));
    return `${name}: ${withUnit(text, unit)}`;
  });
  const steps = [];
  const claims = [];
  const expected = new Map();
  for (let index = 0; index < chance.between(1, 5); index += 1) {
    const unit = chance.one(UNITS);
    const name = `s${index}`;
    const tree = randomTree(unit, chance.between(1, 4), scope, chance);
    const found = worth(tree, values);
    steps.push(`      ${name}: { is: "${printed(tree)}", unit: ${unit === '' ? '1' : unit} }`);
    if (found === undefined) {
      expected.set(`c-${name}`, { kind: 'nothing' });
      claims.push(`      c-${name}: { printed: ${withUnit('1', unit)}, of: ${name} }`);
      continue;
    }
    scope.push({ name, unit });
    values.set(name, found.value);
    const places = chance.between(0, 4);
    const rounded = decimalText(found.value, places);
    const text = chance.maybe(0.2) ? `${rounded}1` : rounded;
    claims.push(
      `      c-${name}: { printed: ${withUnit(places === 0 && text.endsWith('1') && text !== rounded ? rounded : text, unit)}, of: ${name} }`,
    );
    const shown = places === 0 && text !== rounded ? rounded : text;
    expected.set(`c-${name}`, { kind: 'figure', found, verdict: verdictOf(shown, found.value) });
    const other = chance.one(scope.filter((one) => one.unit === unit));
    const comparison = chance.one(['<', '<=', '>', '>=', '=', '!=']);
    claims.push(`      q-${name}: { says: "${name} ${comparison} ${other.name}" }`);
    expected.set(`q-${name}`, { kind: 'statement', verdict: holds(comparison, found.value, values.get(other.name)) ? 'holds' : 'fails' });
  }
  return { givens, steps, claims, expected };
}

function verdictOf(text, value) {
  const digits = text.split('.')[1]?.length ?? 0;
  const printedValue = signedFraction(text);
  if (printedValue.over === value.over && printedValue.under === value.under) return 'exact';
  return decimalText(value, digits) === text.replace(/^-(?=[0.]*$)/, '') ? 'rounds-to' : 'contradicts';
}

/** A chapter of two examples, and the check of what `audit --json` says about it. */
export function formulaChapter(chance) {
  const { givens, steps, claims, expected } = randomExample(chance);
  const sums = `document: { letter: A, file: flyer.txt }\nunits: [point]\nexamples:\n  e:\n    givens: { ${givens.join(', ')} }\n    steps:\n${steps.join('\n')}\n    claims:\n${claims.join('\n')}\n`;
  return { sums, check: (audited) => [...expected].flatMap(([claim, wanted]) => compareClaim(claim, wanted, audited)) };
}

function compareClaim(claim, wanted, { chapters, diagnostics }) {
  const found = chapters[0]?.figures.find((one) => one.claim === claim);
  const wrong = (what) => [`figure: ${claim} ${what}`];
  if (wanted.kind === 'nothing') return found?.computed === undefined ? [] : wrong(`has no value, and ${found.computed.amount} came out`);
  // A quantity beyond the promised size, or one that neither digits nor fractions tell, is reported and judged no further.
  const isReported = diagnostics.some(({ code }) => REPORTED.includes(code));
  if (found === undefined || found.verdict === 'cannot-be-derived') return isReported ? [] : wrong('was not worked out');
  if (wanted.kind === 'figure' && !isNear(found.computed.amount, wanted.found)) {
    return wrong(`is ${wanted.found.value.over}/${wanted.found.value.under}, and ${found.computed.amount} came out`);
  }
  if (found.verdict !== wanted.verdict && !isReported) return wrong(`is ${wanted.verdict}, and was judged ${found.verdict}`);
  return [];
}

const REPORTED = ['no-division-by-zero', 'result-range', 'undecided', 'figure-is-closed', 'units-balance', 'number-range', 'stated'];

export { ZERO };
