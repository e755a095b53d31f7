import { type Diagnostic, type DiagnosticCode, didYouMean } from '../../diagnostics/index.js';
import { type Formula, parseFormula, parseUnit, type TierTables } from '../../formula/index.js';
import type { Quantity, Unit } from '../../number/index.js';
import type { Located, Span } from '../../source/index.js';
import type { Keys } from '../format/shape.js';
import type { YamlEntry, YamlNode } from './yaml.js';

/** What the section readers share: where mistakes go, and which unit words exist. */
export interface ReadContext {
  readonly report: (diagnostic: Diagnostic) => void;
  readonly units: ReadonlySet<string>;
  /** Tables of rates that formulas may name; absent = none. */
  readonly tiers?: TierTables;
}

export function reportError(context: ReadContext, code: DiagnosticCode, span: Span, message: string, hint?: string): undefined {
  context.report({ code, severity: 'error', message, span, ...(hint === undefined ? {} : { hint }) });
  return undefined;
}

/** The entries of a mapping whose keys are names that the author chose; another shape is reported and read as none. */
export function readEntries(node: YamlNode | undefined, what: string, context: ReadContext): readonly YamlEntry[] {
  if (node === undefined || node.kind === 'empty') return [];
  if (node.kind === 'map') return node.entries;
  reportError(context, 'value-shape', node.span, `${what} is a list of \`name: value\` lines.`);
  return [];
}

/** The values of a mapping with fixed keys, by key; an unknown key is reported with the nearest known one. */
export function readFields(node: YamlNode | undefined, what: string, keys: Keys, context: ReadContext): ReadonlyMap<string, YamlNode> {
  const fields = new Map<string, YamlNode>();
  for (const { key, value } of readEntries(node, what, context)) {
    if (Object.hasOwn(keys, key.value)) fields.set(key.value, value);
    else reportUnknownKey(key, what, Object.keys(keys), context);
  }
  return fields;
}

export function reportUnknownKey(key: Located<string>, what: string, keys: readonly string[], context: ReadContext): void {
  const hint = didYouMean(key.value, keys, `Known keys: ${keys.join(', ')}.`);
  reportError(context, 'known-key', key.span, `${what} has no key \`${key.value}\`.`, hint);
}

/** A field that has to be there; its absence is reported at `owner`. */
export function requireField(
  fields: ReadonlyMap<string, YamlNode>,
  key: string,
  what: string,
  owner: Span,
  context: ReadContext,
): YamlNode | undefined {
  const node = fields.get(key);
  if (node === undefined)
    return reportError(context, 'required-key', owner, `${what} needs a key \`${key}\`.`, `Add a line \`${key}: …\`.`);
  return node;
}

/** A list, or a single value read as a list of one. */
export function readItems(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || node.kind === 'empty') return [];
  return node.kind === 'list' ? node.items : [node];
}

export function readText(node: YamlNode | undefined, what: string, context: ReadContext): Located<string> | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return { value: node.text, span: node.span };
  return reportError(context, 'value-shape', node.span, `${what} is a text.`);
}

export function readTexts(node: YamlNode | undefined, what: string, context: ReadContext): readonly Located<string>[] {
  return readItems(node).flatMap((item) => readText(item, what, context) ?? []);
}

/** Whether a mark is set: `true` is the only value that it has. */
export function readTrue(node: YamlNode | undefined, what: string, context: ReadContext): boolean {
  const text = readText(node, what, context);
  if (text !== undefined && text.value !== 'true')
    reportError(context, 'value-shape', text.span, `${what} is \`true\` or left out, not \`${text.value}\`.`);
  return text?.value === 'true';
}

/** A whole number from `least` to `most`. */
export function readWhole(node: YamlNode | undefined, what: string, least: number, most: number, context: ReadContext): number | undefined {
  if (node !== undefined && node.kind !== 'scalar') return reportError(context, 'value-shape', node.span, `${what} is a whole number.`);
  const text = readText(node, what, context);
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text.value))
    return reportError(context, 'value-shape', text.span, `${what} is a whole number, not \`${text.value}\`.`);
  const value = Number(text.value);
  if (value >= least && value <= most) return value;
  return reportError(context, 'value-range', text.span, `${what} is ${text.value}, but lies between ${least} and ${most}.`);
}

/** `1-4` or `3`: a first and a last row. */
export function readRows(
  node: YamlNode | undefined,
  what: string,
  context: ReadContext,
): { readonly from: number; readonly to: number } | undefined {
  const text = readText(node, what, context);
  if (text === undefined) return undefined;
  const match = /^(\d{1,7})(?:\s*-\s*(\d{1,7}))?$/.exec(text.value);
  const from = Number(match?.[1]);
  const to = Number(match?.[2] ?? match?.[1]);
  if (match === null || to < from)
    return reportError(context, 'value-shape', text.span, `${what} is a stretch of rows such as \`1-4\`, not \`${text.value}\`.`);
  const rows = to - Math.max(1, from) + 1;
  if (rows > 200) return reportError(context, 'value-range', text.span, `${what} covers ${rows} rows; a page holds the start and 200.`);
  return { from, to };
}

export function readFormula(node: YamlNode | undefined, what: string, context: ReadContext): Formula | undefined {
  const text = oneLine(node, what, context);
  if (text === undefined) return undefined;
  const parsed = parseFormula(text.source, text.start, text.end, context.units, context.tiers);
  for (const diagnostic of parsed.diagnostics) context.report(diagnostic);
  return parsed.value;
}

export function readFormulas(node: YamlNode | undefined, what: string, context: ReadContext): readonly Formula[] {
  return readItems(node).flatMap((item) => readFormula(item, what, context) ?? []);
}

export function readUnit(node: YamlNode | undefined, what: string, context: ReadContext): Unit | undefined {
  const text = oneLine(node, what, context);
  if (text === undefined) return undefined;
  const written = text.source.text.slice(text.start, text.end).trim();
  if (written === '1') return { exponents: [], key: '' };
  const parsed = parseUnit(text.source, text.start, text.end, context.units);
  for (const diagnostic of parsed.diagnostics) context.report(diagnostic);
  return parsed.value;
}

/** A number with its unit, and the number as it was written. */
export function readFigure(
  node: YamlNode | undefined,
  what: string,
  context: ReadContext,
): (Quantity & { readonly text: string; readonly span: Span }) | undefined {
  const formula = readFormula(node, what, context);
  if (formula === undefined) return undefined;
  if (formula.kind === 'number') return { amount: formula.amount, unit: formula.unit, text: formula.text, span: formula.span };
  if (formula.kind === 'negate' && formula.operand.kind === 'number') {
    const { amount, unit, text } = formula.operand;
    return { amount: amount.negated(), unit, text: `-${text}`, span: formula.span };
  }
  return reportError(context, 'value-shape', formula.span, `${what} is a number with its unit, such as \`1.43 yuan/point\`.`);
}

/** A formula stands on one line without escapes, so that every place in it is a place in the file. */
function oneLine(node: YamlNode | undefined, what: string, context: ReadContext): Span | undefined {
  if (node === undefined) return undefined;
  if (node.kind !== 'scalar') return reportError(context, 'value-shape', node.span, `${what} is a formula on one line.`);
  if (node.verbatim) return node.span;
  return reportError(context, 'value-shape', node.span, `${what} is a formula on one line, without escapes such as \`\\n\`.`);
}
