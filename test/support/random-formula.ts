import fc from 'fast-check';
import { type BinaryOperator, type Formula, FUNCTIONS, type FunctionName } from '../../src/formula/index.js';
import { type Amount, amount, baseUnit, divideUnits, multiplyUnits, PURE_NUMBER, raiseUnit, type Unit } from '../../src/number/index.js';

const NOWHERE = { source: { name: 'random', text: '' }, start: 0, end: 0 };

/** Any tree that the grammar allows, with units and rows, whether or not it makes sense: for the parser and the printer. */
export function randomTree(depth = 6): fc.Arbitrary<Formula> {
  const { tree } = fc.letrec<{ tree: Formula }>((tie) => ({
    tree: fc.oneof({ maxDepth: depth, depthSize: 'small' }, randomLeaf(), ...randomBranches(tie('tree'))),
  }));
  return tree;
}

export interface NumericOptions {
  /** Names of pure numbers that may occur. */
  readonly names: readonly string[];
  /** Numbers that may occur, as an author writes them. Default: whole numbers, decimals and percentages. */
  readonly numbers?: readonly string[];
  /** Operators between numbers. Default `+ - *`; `/` and `^` may fail or leave the exact fractions. */
  readonly operators?: readonly ('+' | '-' | '*' | '/' | '^')[];
  /** Whether `if`, `min`, `max`, `abs` occur. Default true. */
  readonly calls?: boolean;
  readonly depth?: number;
}

/** A formula of pure numbers whose units always balance. */
export function randomNumeric(options: NumericOptions): fc.Arbitrary<Formula> {
  const { names, numbers = ['0', '1', '2', '7', '0.5', '1.25', '10%', '30%', '1,000', '3万'], operators = ['+', '-', '*'] } = options;
  const leaves = [
    fc.constantFrom(...numbers).map((text) => numberNode(text)),
    ...(names.length > 0 ? [fc.constantFrom(...names).map(nameNode)] : []),
  ];
  const { numeric } = fc.letrec<{ numeric: Formula }>((tie) => {
    const part = tie('numeric');
    const sums = fc.tuple(fc.constantFrom(...operators), part, part).map(([operator, left, right]) => binaryNode(operator, left, right));
    const negated = part.map((operand): Formula => ({ kind: 'negate', operand, span: NOWHERE }));
    const branches = options.calls === false ? [sums, negated] : [sums, sums, negated, ...safeCalls(part)];
    return { numeric: fc.oneof({ maxDepth: options.depth ?? 5, depthSize: 'small' }, ...leaves, ...branches) };
  });
  return numeric;
}

export interface MoneyOptions {
  /** Names of amounts of money. */
  readonly money: readonly string[];
  /** Names of pure numbers. */
  readonly shares: readonly string[];
  readonly depth?: number;
}

/** A formula whose value is money and grows in proportion to the money that is named; it holds no amount of money of its own. */
export function randomMoney({ money, shares, depth = 4 }: MoneyOptions): fc.Arbitrary<Formula> {
  const share = randomNumeric({ names: shares, depth: 2, numbers: ['1', '2', '0.5', '10%', '75%'] });
  const { total } = fc.letrec<{ total: Formula }>((tie) => {
    const part = tie('total');
    const sums = fc
      .tuple(fc.constantFrom('+' as const, '-' as const), part, part)
      .map(([operator, left, right]) => binaryNode(operator, left, right));
    const shared = fc.tuple(part, share).map(([left, right]) => binaryNode('*', left, right));
    return {
      total: fc.oneof({ maxDepth: depth, depthSize: 'small' }, fc.constantFrom(...money).map(nameNode), sums, shared, ...safeCalls(part)),
    };
  });
  return total;
}

/** A number node for a text such as `10%` or `1,000`, or for digits with a unit. */
export function numberNode(text: string, unit: Unit = PURE_NUMBER): Formula {
  return { kind: 'number', text, amount: numberOf(text), unit, span: NOWHERE };
}

export function nameNode(name: string): Formula {
  return { kind: 'name', name, span: NOWHERE };
}

export function binaryNode(operator: BinaryOperator, left: Formula, right: Formula): Formula {
  return { kind: 'binary', operator, left, right, span: NOWHERE };
}

const WORDS = ['spend', 'take_rate', 'price', 'x2', 'row', 'min', 'first', '_a', 'yuan', 'e1', 'w'];
const COLUMNS = ['price', 'points', 'minted', 'day'];
const EXAMPLES = ['ladder', 'one-night', 'round-2-b', 'if'];
const NUMBERS = ['0', '1', '20', '0.5', '1,000', '12,345.678', '10%', '7‰', '10万', '2.6亿', '3万亿', '5千', '0.00000001'];

function randomUnit(): fc.Arbitrary<Unit> {
  const [yuan, point, day] = [baseUnit('yuan'), baseUnit('point'), baseUnit('day')];
  return fc.constantFrom(
    PURE_NUMBER,
    yuan,
    divideUnits(yuan, point),
    raiseUnit(yuan, 2),
    divideUnits(PURE_NUMBER, day),
    divideUnits(multiplyUnits(point, raiseUnit(day, 2)), yuan),
    divideUnits(PURE_NUMBER, multiplyUnits(raiseUnit(day, 3), point)),
  );
}

function randomLeaf(): fc.Arbitrary<Formula> {
  return fc.oneof(
    fc.tuple(fc.constantFrom(...NUMBERS), randomUnit()).map(([text, unit]) => numberNode(text, unit)),
    fc.constantFrom(...WORDS).map(nameNode),
    fc
      .tuple(fc.constantFrom(...EXAMPLES), fc.constantFrom(...COLUMNS))
      .map(([example, name]): Formula => ({ kind: 'name', example, name, span: NOWHERE })),
    fc.constantFrom(...COLUMNS).map((column): Formula => ({ kind: 'before', column, span: NOWHERE })),
    fc.constantFrom(...COLUMNS).map((column): Formula => ({ kind: 'cell', column, row: 'last', span: NOWHERE })),
  );
}

const OPERATORS = ['+', '-', '*', '/', '^', '=', '!=', '<', '<=', '>', '>=', 'and', 'or'] as const;
/** Each function of figures and conditions with as few arguments as it takes, and with one more where it takes more. */
const CALLS: readonly (readonly [FunctionName, number])[] = (Object.keys(FUNCTIONS) as FunctionName[]).flatMap((name) => {
  const [fewest, most] = FUNCTIONS[name].arity;
  return fewest === most ? [[name, fewest] as const] : [[name, fewest] as const, [name, fewest + 1] as const];
});

function randomBranches(part: fc.Arbitrary<Formula>): readonly fc.Arbitrary<Formula>[] {
  const binary = fc.tuple(fc.constantFrom(...OPERATORS), part, part).map(([operator, left, right]) => binaryNode(operator, left, right));
  return [
    // Operators inside operators are what parentheses are about, so they come most often.
    ...Array.from({ length: 16 }, () => binary),
    part.map((operand): Formula => ({ kind: 'negate', operand, span: NOWHERE })),
    part.map((operand): Formula => ({ kind: 'not', operand, span: NOWHERE })),
    fc.tuple(fc.constantFrom('first' as const, 'count' as const), part).map(([kind, condition]) => ({ kind, condition, span: NOWHERE })),
    fc
      .tuple(fc.constantFrom('sum' as const, 'min' as const, 'max' as const), fc.constantFrom(...COLUMNS), fc.array(part, { maxLength: 2 }))
      .map(([name, column, rows]) => columnCall(name, [nameNode(column), ...rows])),
    fc.tuple(fc.constantFrom(...COLUMNS), part, part, part, part).map(
      ([unknown, left, right, from, to]): Formula => ({
        kind: 'solve',
        unknown: { kind: 'name', name: unknown, span: NOWHERE },
        equation: { kind: 'binary', operator: '=', left, right, span: NOWHERE },
        from,
        to,
        span: NOWHERE,
      }),
    ),
    fc.tuple(fc.constantFrom(...COLUMNS), part).map(([column, row]): Formula => ({ kind: 'cell', column, row, span: NOWHERE })),
    fc
      .tuple(fc.constantFrom(...EXAMPLES), fc.constantFrom(...COLUMNS), part)
      .map(([example, column, row]): Formula => ({ kind: 'cell', example, column, row, span: NOWHERE })),
    ...CALLS.map(([name, count]) => fc.array(part, { minLength: count, maxLength: count }).map((parts) => callNode(name, parts))),
  ];
}

/** Calls that keep the unit of their parts and never fail. */
function safeCalls(part: fc.Arbitrary<Formula>): readonly fc.Arbitrary<Formula>[] {
  const comparison = fc.tuple(
    fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const, '=' as const, '!=' as const),
    part,
    part,
  );
  return [
    fc.tuple(fc.constantFrom('min' as const, 'max' as const), part, part).map(([name, left, right]) => callNode(name, [left, right])),
    part.map((inner) => callNode('abs', [inner])),
    fc
      .tuple(comparison, part, part)
      .map(([[operator, left, right], yes, no]) => callNode('if', [binaryNode(operator, left, right), yes, no])),
  ];
}

function columnCall(name: 'sum' | 'min' | 'max', parts: readonly Formula[]): Formula {
  return { kind: 'call', function: name, ofColumn: true, arguments: parts, span: NOWHERE };
}

function callNode(name: FunctionName, parts: readonly Formula[]): Formula {
  return { kind: 'call', function: name, arguments: parts, span: NOWHERE };
}

const SUFFIXES: Readonly<Record<string, string>> = {
  '%': '0.01',
  '‰': '0.001',
  千: '1000',
  万: '10000',
  亿: '100000000',
  万亿: '1000000000000',
};

/** The value of a number's text, worked out apart from the parser. */
function numberOf(text: string): Amount {
  const [, digits = '0', suffix = ''] = /^([\d.,]+)(.*)$/.exec(text) ?? [];
  return amount(digits.replaceAll(',', '')).times(SUFFIXES[suffix] ?? '1');
}
