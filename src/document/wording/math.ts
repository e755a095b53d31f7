import { type Target, targetKey, type Value } from '../../evaluate/index.js';
import {
  BINDING,
  type BinaryOperator,
  COLUMN_FUNCTIONS,
  type ColumnCall,
  columnRows,
  type FigureCall,
  type Formula,
  FUNCTIONS,
  type NumberNode,
  operatorBinding,
  type Reference,
  referenceKey,
} from '../../formula/index.js';
import { formatAmount, isDate, type Quantity, withMoneySign } from '../../number/index.js';
import type { MathNode } from '../tree/nodes.js';
import { isSign, isWrittenAsPercent, percentText, shownDate, shownPlaces, unitInShort } from './figures.js';
import type { Voice } from './voice.js';

/** Where a formula stands: the example that its bare names belong to and the row in which columns are read. */
export interface MathScope {
  readonly voice: Voice;
  readonly example?: string;
  readonly row?: number;
}

/** Figures to put in place of names, by `referenceKey`; `hidden` names, by `example.name[row]`, become blanks. */
export interface Substitution {
  readonly values: ReadonlyMap<string, Value>;
  readonly hidden: ReadonlySet<string>;
}

/** The formula with its quantities in words. */
export function symbolicMath(formula: Formula, scope: MathScope): MathNode {
  return draw(formula, scope, (reference) => referenceInWords(reference, scope));
}

/** The formula with a figure and its unit for each name. */
export function substitutedMath(formula: Formula, scope: MathScope, { values, hidden }: Substitution): MathNode {
  return draw(formula, scope, (reference) => {
    const target = referenceTarget(reference, scope);
    if (target !== undefined && hidden.has(targetKey(target))) return { kind: 'blank', alt: scope.voice.say('spoken-blank') };
    const value = values.get(referenceKey(reference));
    if (value === undefined || typeof value === 'boolean') return referenceInWords(reference, scope);
    const percent = target !== undefined && isWrittenAsPercent(scope.voice.content.evaluated, target.example, target.name);
    return percent ? { kind: 'number', text: percentText(value.amount) } : figureMath(value, scope.voice);
  });
}

/** A figure and its unit, to `places` or as many as show it well. */
export function figureMath(figure: Quantity, voice: Voice, places?: number): MathNode {
  if (isDate(figure.unit)) return { kind: 'text', text: shownDate(figure.amount, voice) };
  const shown = formatAmount(figure.amount, places ?? shownPlaces(figure.amount));
  return withUnitMath(shown, unitInShort(figure.unit, shown, voice));
}

function withUnitMath(shown: string, unit: string): MathNode {
  const money = withMoneySign(shown, unit);
  if (money !== undefined) {
    const amount: MathNode = { kind: 'number', text: money.figure };
    return money.rest === '' ? amount : { kind: 'row', children: [amount, { kind: 'text', text: money.rest }] };
  }
  if (unit === '' || isSign(unit)) return { kind: 'number', text: `${shown}${unit}` };
  return {
    kind: 'row',
    children: [
      { kind: 'number', text: shown },
      { kind: 'unit', text: unit },
    ],
  };
}

/** A quantity in words, with the row as an index. */
export function targetMath({ example, name, row }: Target, voice: Voice): MathNode {
  const base: MathNode = { kind: 'text', text: voice.quantityName(example, name) };
  return row === undefined ? base : { kind: 'sub', base, index: { kind: 'number', text: String(row) } };
}

/** The quantity or cell that a reference means; undefined for one of no example. */
export function referenceTarget(reference: Reference, { example, row, voice }: MathScope): Target | undefined {
  const owner = (reference.kind === 'before' ? undefined : reference.example) ?? example;
  if (owner === undefined) return undefined;
  if (reference.kind === 'before') return { example: owner, name: reference.column, ...(row === undefined ? {} : { row: row - 1 }) };
  if (reference.kind === 'cell') {
    const at = reference.row === 'last' || reference.row.kind !== 'number' ? undefined : reference.row.amount.toNumber();
    return { example: owner, name: reference.column, ...(at === undefined ? {} : { row: at }) };
  }
  const rounds = voice.content.evaluated.examples.get(owner)?.rounds;
  const column = rounds?.columns.some(({ name }) => name === reference.name) === true;
  return { example: owner, name: reference.name, ...(column && row !== undefined ? { row } : {}) };
}

function referenceInWords(reference: Reference, scope: MathScope): MathNode {
  const { voice } = scope;
  const target = referenceTarget(reference, scope);
  if (reference.kind === 'name' && reference.name === 'row') {
    return { kind: 'text', text: eachName(scope, reference.example) };
  }
  if (target === undefined) return { kind: 'text', text: reference.kind === 'name' ? reference.name : reference.column };
  if (reference.kind === 'before' && scope.row === undefined) {
    const name = voice.quantityName(target.example, target.name);
    return { kind: 'text', text: voice.say('name-before', { name, each: eachName(scope, undefined) }) };
  }
  if (reference.kind === 'cell' && target.row === undefined) {
    const base: MathNode = { kind: 'text', text: voice.quantityName(target.example, target.name) };
    const index: MathNode =
      reference.row === 'last' ? { kind: 'text', text: voice.say('math-last') } : symbolicMath(reference.row as Formula, scope);
    return { kind: 'sub', base, index };
  }
  return targetMath(target, voice);
}

/** How the language counts the rows of an example (`order`, `单`). */
export function eachName({ voice, example }: MathScope, owner: string | undefined, number?: 'plural'): string {
  const each = voice.content.evaluated.examples.get(owner ?? example ?? '')?.rounds?.each;
  const forms = each === undefined ? [] : voice.unitForms(each);
  return (number === 'plural' ? forms.at(-1) : forms[0]) ?? '';
}

type DrawReference = (reference: Reference) => MathNode;

function draw(formula: Formula, scope: MathScope, drawReference: DrawReference): MathNode {
  const inner = (child: Formula) => draw(child, scope, drawReference);
  switch (formula.kind) {
    case 'number':
      return numberMath(formula, scope.voice);
    case 'name':
    case 'before':
    case 'cell':
      return drawReference(formula);
    case 'negate':
      return { kind: 'row', children: [operator('−'), grouped(formula.operand, inner, BINDING.multiplicative)] };
    case 'not':
      return {
        kind: 'row',
        children: [{ kind: 'text', text: scope.voice.say('math-not') }, grouped(formula.operand, inner, BINDING.multiplicative)],
      };
    case 'binary':
      return drawBinary(formula, scope.voice, inner);
    case 'call':
      return formula.ofColumn ? drawColumnCall(formula, scope, inner) : drawCall(formula, scope, inner);
    case 'first':
    case 'count': {
      const each = formula.kind === 'first' ? eachName(scope, undefined) : eachName(scope, undefined, 'plural');
      const phrase = scope.voice.say(`function-${formula.kind}`, { each: each.replace(/^个(?=.)/, ''), condition: '{condition}' });
      return phraseMath(phrase, { condition: symbolicMath(formula.condition, scope) });
    }
    case 'solve': {
      const phrase = scope.voice.say('function-solve', {
        unknown: '{unknown}',
        condition: '{condition}',
        first: '{first}',
        last: '{last}',
      });
      const [unknown, condition] = [formula.unknown, formula.equation].map((part) => symbolicMath(part, scope)) as [MathNode, MathNode];
      return phraseMath(phrase, { unknown, condition, first: inner(formula.from), last: inner(formula.to) });
    }
  }
}

/** `sum(interest)`, `sum(interest, months 1 to 12)`. */
function drawColumnCall(call: ColumnCall, scope: MathScope, inner: (child: Formula) => MathNode): MathNode {
  const { voice } = scope;
  const { column, from, to } = columnRows(call);
  const name = voice.say(COLUMN_FUNCTIONS[call.function].phrase);
  if (from === undefined) return { kind: 'call', name, arguments: [inner(column)] };
  const each = eachName(scope, undefined, 'plural');
  const phrase = voice.say('math-rows', { each, column: '{column}', first: '{first}', last: '{last}' });
  const last: MathNode = to === undefined ? { kind: 'text', text: voice.say('math-last') } : inner(to);
  return { kind: 'call', name, arguments: [phraseMath(phrase, { column: inner(column), first: inner(from), last })] };
}

/** Two figures as a learner says it: the smaller of a and b; a rounding behind what is rounded; other functions with brackets. */
function drawCall(call: FigureCall, scope: MathScope, inner: (child: Formula) => MathNode): MathNode {
  const { function: name, arguments: parts, tiers } = call;
  const { voice, example } = scope;
  const condition = parts[0];
  if (tiers !== undefined && example !== undefined && condition?.kind === 'binary') {
    const table = voice.quantityName(example, tiers.table);
    return phraseMath(voice.say(`math-${tiers.function}`, { figure: '{figure}', table }), { figure: inner(condition.left) });
  }
  const called: MathNode = { kind: 'call', name: voice.say(FUNCTIONS[name].phrase), arguments: parts.map(inner) };
  const [first, second, ...others] = parts;
  if (first === undefined) return called;
  switch (name) {
    case 'min':
    case 'max':
    case 'days':
    case 'days360': {
      if (second === undefined || others.length > 0) return called;
      const phrase = voice.say(`math-${name}`, { first: '{first}', second: '{second}' });
      return phraseMath(phrase, { first: inner(first), second: inner(second) });
    }
    case 'floor':
    case 'ceil':
    case 'round': {
      const how = voice.say(FUNCTIONS[name].phrase);
      return { kind: 'group', child: phraseMath(voice.say('math-rounded', { figure: '{figure}', how }), { figure: inner(first) }) };
    }
    case 'sqrt':
      return { kind: 'root', radicand: inner(first) };
    case 'root':
      return { kind: 'root', radicand: inner(first), ...(second === undefined ? {} : { degree: inner(second) }) };
    case 'log': {
      if (second === undefined) return called;
      const name: MathNode = { kind: 'sub', base: { kind: 'text', text: 'log' }, index: inner(second) };
      return { kind: 'row', children: [name, { kind: 'group', child: inner(first) }] };
    }
    default:
      return called;
  }
}

/** A phrase with formulas in its slots; its spaces beside them are fixed, since formulas drop others. */
function phraseMath(phrase: string, slots: Readonly<Record<string, MathNode>>): MathNode {
  const children = phrase.split(/(\{[a-z]+\})/).flatMap((part): readonly MathNode[] => {
    const slot = slots[part.slice(1, -1)];
    if (slot !== undefined) return [slot];
    return part.trim() === '' ? [] : [{ kind: 'text', text: part.replace(/^ | $/g, '\u00a0') }];
  });
  return { kind: 'row', children };
}

function drawBinary(formula: Formula & { kind: 'binary' }, voice: Voice, inner: (child: Formula) => MathNode): MathNode {
  const { operator: sign, left, right } = formula;
  if (sign === '/') return { kind: 'fraction', over: inner(left), under: inner(right) };
  if (sign === '^') return { kind: 'power', base: grouped(left, inner, BINDING.power), exponent: inner(right) };
  const strength = operatorBinding(sign);
  const rightStrength = sign === '-' ? strength + 1 : strength;
  const middle: MathNode = sign === 'and' || sign === 'or' ? { kind: 'text', text: voice.say(`math-${sign}`) } : operator(SIGNS[sign]);
  return { kind: 'row', children: [grouped(left, inner, strength), middle, grouped(right, inner, rightStrength)] };
}

const SIGNS: Readonly<Record<Exclude<BinaryOperator, '/' | '^' | 'and' | 'or'>, string>> = {
  '=': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '+': '+',
  '-': '−',
  '*': '×',
};

function operator(text: string): MathNode {
  return { kind: 'operator', text };
}

/** Parentheses where the child binds less tightly than its place asks; a fraction bar already groups, except under a power. */
function grouped(child: Formula, inner: (child: Formula) => MathNode, strength: number): MathNode {
  const drawn = inner(child);
  const signed = startsWithMinus(drawn) && strength > BINDING.additive;
  const own = bindingAsDrawn(child, strength);
  return own < strength || (own === strength && strength === BINDING.power) || signed ? { kind: 'group', child: drawn } : drawn;
}

function bindingAsDrawn(formula: Formula, strength: number): number {
  if (formula.kind === 'negate') return BINDING.additive;
  if (isSaidInWords(formula)) return BINDING.comparison;
  if (formula.kind !== 'binary' || (formula.operator === '/' && strength < BINDING.power)) return BINDING.operand;
  return operatorBinding(formula.operator);
}

/** `the smaller of a and b`: beside an operator such words need brackets, or their end is not to be seen. */
function isSaidInWords(formula: Formula): boolean {
  const isOfTwo = formula.kind === 'call' && !formula.ofColumn && formula.arguments.length === 2;
  return formula.kind === 'solve' || (isOfTwo && SAID_OF_TWO.has(formula.function));
}

const SAID_OF_TWO: ReadonlySet<string> = new Set(['min', 'max', 'days', 'days360']);

function startsWithMinus(node: MathNode): boolean {
  if (node.kind === 'number') return node.text.startsWith('−');
  return node.kind === 'row' && node.children[0] !== undefined && startsWithMinus(node.children[0]);
}

/** A typed number: per cent signs stay, 万 and 亿 are written out, since one computes with the digits. */
function numberMath({ text, amount, unit }: NumberNode, voice: Voice): MathNode {
  if (isDate(unit)) return { kind: 'text', text: shownDate(amount, voice) };
  if (/[%％‰]$/.test(text)) return { kind: 'number', text };
  const shown = formatAmount(amount);
  return withUnitMath(shown, unitInShort(unit, shown, voice));
}
