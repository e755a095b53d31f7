import type { MathNode } from '../../document/index.js';
import { textWidth } from './text-width.js';

/** One line of a formula that is set on several; `indent` in em. */
export interface FormulaLine {
  readonly indent: number;
  readonly nodes: readonly MathNode[];
}

/** The formula in lines of at most `widest` em where its relations and top-level operators allow it. A broken line starts with its sign. */
export function breakFormula(math: MathNode, widest: number): FormulaLine[] {
  const [first = [], ...others] = splitBefore(flatten(math), RELATIONS);
  const start = [...first];
  const second = others[0];
  // A short left side shares its line with the first relation.
  if (second !== undefined && sumOfWidths([...start, ...second]) <= widest) start.push(...(others.shift() ?? []));
  return [breakSide(start, 0, widest), ...others.map((side) => breakSide(side, RELATION_INDENT, widest))].flat();
}

/** Estimated width of a formula in em. */
export function mathWidth(math: MathNode): number {
  switch (math.kind) {
    case 'row':
      return sumOfWidths(math.children);
    case 'number':
    case 'text':
      return textWidth(math.text);
    case 'unit':
      return textWidth(math.text) + 0.2;
    case 'operator':
      return textWidth(math.text) + 0.5;
    case 'fraction':
      return Math.max(mathWidth(math.over), mathWidth(math.under)) + 0.3;
    case 'power':
      return mathWidth(math.base) + 0.7 * mathWidth(math.exponent);
    case 'root':
      return mathWidth(math.radicand) + (math.degree === undefined ? 0 : 0.5 * mathWidth(math.degree)) + 0.9;
    case 'sub':
      return mathWidth(math.base) + 0.7 * mathWidth(math.index);
    case 'group':
      return mathWidth(math.child) + 0.8;
    case 'call':
      return textWidth(math.name) + sumOfWidths(math.arguments) + math.arguments.length;
    case 'blank':
      return 3.5;
  }
}

export function sumOfWidths(nodes: readonly MathNode[]): number {
  return nodes.reduce((width, child) => width + mathWidth(child), 0);
}

const RELATIONS: ReadonlySet<string> = new Set(['=', '≈', '≠', '<', '≤', '>', '≥']);
const OPERATORS: ReadonlySet<string> = new Set(['+', '−', '×', '÷', 'and', 'or']);
const RELATION_INDENT = 1;
const OPERATOR_INDENT = 1.5;

/** A row inside a row draws no bracket, so that its operators are as good a place for a break. */
function flatten(math: MathNode): MathNode[] {
  return math.kind === 'row' ? math.children.flatMap(flatten) : [math];
}

function breakSide(side: readonly MathNode[], indent: number, widest: number): FormulaLine[] {
  const lines: { indent: number; nodes: MathNode[] }[] = [{ indent, nodes: [] }];
  for (const term of splitBefore(side, OPERATORS)) {
    const line = lines.at(-1);
    if (line !== undefined && (line.nodes.length === 0 || line.indent + sumOfWidths([...line.nodes, ...term]) <= widest))
      line.nodes.push(...term);
    else lines.push({ indent: indent + OPERATOR_INDENT, nodes: term });
  }
  return lines;
}

/** Words behind a formula begin with a fixed space. */
function startsWithSpace(node: MathNode): boolean {
  return node.kind === 'text' && node.text.startsWith('\u00a0');
}

function splitBefore(nodes: readonly MathNode[], signs: ReadonlySet<string>): MathNode[][] {
  const parts: MathNode[][] = [[]];
  for (const node of nodes) {
    // Nothing before the sign: it belongs to what follows, as in the negative of a figure.
    const isSign = node.kind === 'operator' ? signs.has(node.text) : signs === OPERATORS && startsWithSpace(node);
    if (isSign && (parts.at(-1)?.length ?? 0) > 0) parts.push([]);
    parts.at(-1)?.push(node);
  }
  return parts;
}
