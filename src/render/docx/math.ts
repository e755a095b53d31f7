import {
  BuilderElement,
  Math as Equation,
  type MathComponent,
  MathFraction,
  MathFunction,
  MathRadical,
  MathRoundBrackets,
  MathRun,
  MathSubScript,
  MathSuperScript,
  type ParagraphChild,
} from 'docx';
import type { MathNode } from '../../document/index.js';
import { fileText } from './text.js';

/** A formula tree as a native equation, which Word's own editor changes. `separator` stands between the arguments of a call. */
export function equation(math: MathNode, separator: string): ParagraphChild {
  return new Equation({ children: nodes(math, separator) });
}

/** The same on a line of its own, where fractions keep their full height. */
export function displayedEquation(math: MathNode, separator: string, side: 'left' | 'center'): ParagraphChild {
  const place = new BuilderElement<{ val: string }>({ name: 'm:jc', attributes: { val: { key: 'm:val', value: side } } });
  const properties = new BuilderElement({ name: 'm:oMathParaPr', children: [place] });
  const line = new BuilderElement({ name: 'm:oMathPara', children: [properties, new Equation({ children: nodes(math, separator) })] });
  return line as unknown as ParagraphChild;
}

function nodes(math: MathNode, separator: string): readonly MathComponent[] {
  const inner = (node: MathNode) => nodes(node, separator);
  switch (math.kind) {
    case 'row':
      return joined(math.children).flatMap((child, index) =>
        child.kind === 'operator' && index === 0 ? [sign(child.text)] : inner(child),
      );
    case 'number':
    case 'text':
    case 'unit':
      return [upright(fileText(math.text))];
    case 'operator':
      return [operator(math.text)];
    case 'fraction':
      return [new MathFraction({ numerator: inner(math.over), denominator: inner(math.under) })];
    case 'power':
      return [new MathSuperScript({ children: inner(math.base), superScript: inner(math.exponent) })];
    case 'root':
      return [new MathRadical({ children: inner(math.radicand), ...(math.degree === undefined ? {} : { degree: inner(math.degree) }) })];
    case 'sub':
      return [new MathSubScript({ children: inner(math.base), subScript: inner(math.index) })];
    case 'group':
      return bracketed(inner(math.child), isTall(math.child));
    case 'call':
      return call(math.name, math.arguments.map(inner), separator, math.arguments.some(isTall));
    case 'blank':
      return [upright(BLANK)];
  }
}

/** A figure and its unit are one text, with the space of words between them. */
function joined(children: readonly MathNode[]): readonly MathNode[] {
  const result: MathNode[] = [];
  for (const child of children) {
    const before = result.at(-1);
    if (child.kind === 'unit' && before?.kind === 'number')
      result.splice(-1, 1, { kind: 'number', text: `${before.text}\u00A0${child.text.trim()}` });
    else if (child.kind === 'unit' && before !== undefined) result.push({ kind: 'unit', text: `\u00A0${child.text.trim()}` });
    else result.push(child);
  }
  return result;
}

/** As wide as a figure of six digits. */
const BLANK = '______';

/** In the document's font, as in the lines around. */
function upright(text: string): MathComponent {
  return new MathRun({ text, normalText: true });
}

/** A sign keeps its distances; `and`, `or`, `not` are words and stand between spaces. */
function operator(text: string): MathComponent {
  if (text === '') return upright(' ');
  return /^\p{L}/u.test(text) ? upright(`\u00A0${fileText(text)}\u00A0`) : new MathRun(text);
}

/** At the beginning of a line a sign has nothing before it, for which LibreOffice shows a gap to fill: there it is text. */
function sign(text: string): MathComponent {
  return upright(`${fileText(text)}\u00A0`);
}

function call(name: string, given: readonly (readonly MathComponent[])[], separator: string, isHigh: boolean): readonly MathComponent[] {
  const inside = given.flatMap((one, index) => (index === 0 ? one : [upright(separator), ...one]));
  return [new MathFunction({ name: [upright(fileText(name))], children: bracketed(inside, isHigh) })];
}

/** Brackets grow with a fraction; around a line they are text, as high as it in every program. */
function bracketed(inside: readonly MathComponent[], isHigh: boolean): readonly MathComponent[] {
  return isHigh ? [new MathRoundBrackets({ children: inside })] : [upright('('), ...inside, upright(')')];
}

function isTall(math: MathNode): boolean {
  switch (math.kind) {
    case 'fraction':
      return true;
    case 'row':
      return math.children.some(isTall);
    case 'group':
      return isTall(math.child);
    case 'root':
      return isTall(math.radicand);
    case 'power':
    case 'sub':
      return isTall(math.base);
    case 'call':
      return math.arguments.some(isTall);
    default:
      return false;
  }
}
