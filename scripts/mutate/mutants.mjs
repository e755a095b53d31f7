// Finds the places in a source file where a small mistake can be put in, through the syntax tree.

import { parseAst } from 'vitest/node';

/** Operators and what each may be mistaken for. */
const OPERATORS = {
  '<': ['<=', '>'],
  '<=': ['<', '>='],
  '>': ['>=', '<'],
  '>=': ['>', '<='],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
};

/** Methods and functions and what each may be mistaken for. */
const NAMES = new Map(
  Object.entries({
    plus: ['minus'],
    minus: ['plus'],
    times: ['dividedBy'],
    dividedBy: ['times'],
    lessThan: ['lessThanOrEqualTo', 'greaterThan'],
    lessThanOrEqualTo: ['lessThan', 'greaterThanOrEqualTo'],
    greaterThan: ['greaterThanOrEqualTo', 'lessThan'],
    greaterThanOrEqualTo: ['greaterThan', 'lessThanOrEqualTo'],
    floor: ['ceil'],
    ceil: ['floor'],
    some: ['every'],
    every: ['some'],
    minimum: ['maximum'],
    maximum: ['minimum'],
    min: ['max'],
    max: ['min'],
    find: ['findLast'],
    findIndex: ['findLastIndex'],
    startsWith: ['endsWith'],
    endsWith: ['startsWith'],
    indexOf: ['lastIndexOf'],
  }),
);

/** Calls that may be forgotten: `list.reverse()` becomes `list`. */
const FORGOTTEN = new Set([
  'abs',
  'negated',
  'reverse',
  'toReversed',
  'sort',
  'toSorted',
  'trim',
  'filter',
  'toLowerCase',
  'floor',
  'ceil',
]);

/** Names whose arguments only serve our own mistakes or the reader of a type. */
const LEFT_ALONE = new Set(['invariant']);

/**
 * Every mutant of a file as `{ start, end, kind, text, isStatement }`: the code from `start` to `end` becomes `text`. Types, comments and strings
 * are left alone; so is what stands behind `??`, which only satisfies the type checker.
 */
export function findMutants(code) {
  const found = [];
  const slice = (node) => code.slice(node.start, node.end);
  const add = (node, kind, text) =>
    text !== slice(node) && found.push({ start: node.start, end: node.end, kind, text, isStatement: false });
  visit(parseAst(code, { lang: 'ts' }), undefined);
  return found;

  function visit(node, parent) {
    if (node.type.startsWith('TS') && !EXPRESSIONS_WITH_TYPE.has(node.type)) return;
    if (node.type === 'ImportDeclaration' || (node.type === 'CallExpression' && LEFT_ALONE.has(node.callee.name))) return;
    // The inner part of a chain `a?.b().c()` cannot stand alone: where `a` is missing, the whole chain is.
    if (!isInnerLink(node, parent)) mutate(node, parent);
    for (const [key, child] of Object.entries(node)) {
      if (node.type === 'LogicalExpression' && node.operator === '??' && key === 'right') continue;
      if ((key === 'key' && !node.computed) || key === 'typeAnnotation' || key === 'id') continue;
      for (const one of Array.isArray(child) ? child : [child]) if (typeof one?.type === 'string') visit(one, node);
    }
  }

  function isInnerLink(node, parent) {
    const links = ['CallExpression', 'MemberExpression'];
    return (
      links.includes(node.type) &&
      links.includes(parent?.type) &&
      (parent.object === node || parent.callee === node) &&
      slice(node).includes('?.')
    );
  }

  function mutate(node, parent) {
    switch (node.type) {
      case 'BinaryExpression':
      case 'LogicalExpression':
        return mutateOperator(node);
      case 'ConditionalExpression':
        return add(node, 'branches swapped', `(${slice(node.test)}) ? (${slice(node.alternate)}) : (${slice(node.consequent)})`);
      case 'IfStatement':
        add(node.test, 'condition removed', 'true');
        return add(node.test, 'condition never met', 'false');
      case 'UnaryExpression':
        if (node.operator === '!') add(node, 'negation removed', `(${slice(node.argument)})`);
        if (node.operator === '-' && node.argument.type !== 'Literal') add(node, 'sign removed', `(${slice(node.argument)})`);
        return undefined;
      case 'Literal':
        return mutateLiteral(node);
      case 'ArrayExpression':
        return mutateArray(node, parent);
      case 'CallExpression':
        return mutateCall(node);
      case 'ExpressionStatement':
        if (node.expression.type === 'CallExpression') found.push({ ...place(node), kind: 'call removed', text: ';', isStatement: true });
        return undefined;
      case 'ObjectExpression':
        for (const part of node.properties.filter(({ type }) => type === 'SpreadElement')) add(part.argument, 'spread removed', '{}');
        return undefined;
    }
  }

  function place({ start, end }) {
    return { start, end };
  }

  function mutateOperator(node) {
    for (const other of OPERATORS[node.operator] ?? []) {
      const between = code.slice(node.left.end, node.right.start).replace(node.operator, other);
      add(node, `${node.operator} is ${other}`, `${slice(node.left)}${between}${slice(node.right)}`);
    }
    if (node.operator !== '&&' && node.operator !== '||') return;
    add(node, 'left side removed', slice(node.right));
    add(node, 'right side removed', slice(node.left));
  }

  function mutateLiteral(node) {
    if (typeof node.value === 'boolean') add(node, 'turned round', String(!node.value));
    if (typeof node.value !== 'number') return;
    add(node, 'one more', String(node.value + 1));
    add(node, 'one less', `(${node.value - 1})`);
  }

  function mutateArray(node, parent) {
    const parts = node.elements.map((part) => part && slice(part));
    if (parts.length < 2 || parts.includes(null) || parent?.type === 'AssignmentPattern') return;
    add(node, 'list reversed', `[${[...parts].reverse().join(', ')}]`);
    if (!node.elements.some(({ type }) => type === 'SpreadElement')) return;
    add(node, 'first part removed', `[${parts.slice(1).join(', ')}]`);
    add(node, 'last part removed', `[${parts.slice(0, -1).join(', ')}]`);
  }

  function mutateCall(node) {
    const { callee } = node;
    const name = callee.type === 'MemberExpression' ? callee.property : callee;
    for (const other of NAMES.get(name.name) ?? []) {
      const text = `${code.slice(node.start, name.start)}${other}${code.slice(name.end, node.end)}`;
      add(node, `${name.name} is ${other}`, text);
    }
    if (callee.type === 'MemberExpression' && !callee.computed && FORGOTTEN.has(name.name))
      add(node, `${name.name} forgotten`, slice(callee.object));
    const values = node.arguments.map(slice);
    const before = code.slice(node.start, callee.end);
    if (values.length > 1) {
      add(node, 'last argument dropped', `${before}(${values.slice(0, -1).join(', ')})`);
      add(node, 'arguments swapped', `${before}(${[values[1], values[0], ...values.slice(2)].join(', ')})`);
    }
  }
}

const EXPRESSIONS_WITH_TYPE = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);

/** The code with one mutant in it, for the type checker. */
export function mutatedText(code, { start, end, text, isStatement }) {
  return `${code.slice(0, start)}${isStatement ? text : `(${text})`}${code.slice(end)}`;
}

/** The code with all `mutants` in it, each asleep until `globalThis.mutantIsOn` says its number. */
export function wovenText(code, mutants) {
  const opening = new Map();
  const closing = new Map();
  // Of two that begin together the longer opens first, and closes last.
  for (const { start, end, text, isStatement, number } of mutants.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const test = `globalThis.mutantIsOn(${number})`;
    opening.set(start, [...(opening.get(start) ?? []), isStatement ? `if (!${test}) {` : `(${test} ? (${text}) : (`]);
    closing.set(end, [isStatement ? '}' : '))', ...(closing.get(end) ?? [])]);
  }
  let woven = '';
  let at = 0;
  for (const offset of [...new Set([...opening.keys(), ...closing.keys()])].sort((a, b) => a - b)) {
    woven += code.slice(at, offset) + (closing.get(offset) ?? []).join('') + (opening.get(offset) ?? []).join('');
    at = offset;
  }
  return woven + code.slice(at);
}
