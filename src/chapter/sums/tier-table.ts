import { type Formula, isBareZero, isWrittenInPercent, type NumberNode, printFormula } from '../../formula/index.js';
import { sameUnit } from '../../number/index.js';
import type { Span } from '../../source/index.js';
import { VALUE_KEYS } from '../format/example-keys.js';
import type { Tier, TierTable } from '../model/chapter.js';
import { type ReadContext, readEntries, readFields, readFormula, readTrue, reportError } from '../read/reader.js';
import type { YamlEntry, YamlNode } from '../read/yaml.js';
import { isTierTable, type Names, readStated, takeName } from './given.js';

/** The tables of rates among the givens of an example; formulas read after them may name them. */
export function readTierTables(node: YamlNode | undefined, names: Names, context: ReadContext): readonly TierTable[] {
  return readEntries(node, '`givens:`', context)
    .filter(isTierTable)
    .flatMap((entry) => {
      if (!takeName(entry.key, names, context)) return [];
      const table = readTierTable(entry, context);
      if (table === undefined) names.failed.add(entry.key.value);
      return table ?? [];
    });
}

/** The context with tables that formulas may name; `failed` are names of tables that could not be read. */
export function withTiers(context: ReadContext, tables: readonly TierTable[], failed: ReadonlySet<string> = new Set()): ReadContext {
  const tiers = new Map<string, readonly Formula[]>([...failed].map((name) => [name, []]));
  for (const { name, tiers: written } of tables) {
    tiers.set(
      name,
      written.flatMap(({ from, rate }, index) => (index === 0 ? [rate] : [from, rate])),
    );
  }
  return { ...context, tiers };
}

function readTierTable({ key, value }: YamlEntry, context: ReadContext): TierTable | undefined {
  const what = `\`${key.value}\``;
  const { is: _is, unit: _unit, unknown: _unknown, ...keys } = VALUE_KEYS.givens;
  const fields = readFields(value, what, keys, context);
  const tiers = readTiers(fields.get('tiers'), what, context);
  const supposed = readTrue(fields.get('supposed'), '`supposed`', context);
  const stated = readStated(fields, context);
  return tiers && { name: key.value, span: key.span, tiers, ...stated, ...(supposed ? { supposed } : {}) };
}

function readTiers(node: YamlNode | undefined, what: string, context: ReadContext): readonly Tier[] | undefined {
  if (node?.kind !== 'list' || node.items.length < 2) return failShape(node?.span, what, context);
  const tiers: Tier[] = [];
  for (const item of node.items) {
    const [from, rate, ...others] = item.kind === 'list' ? item.items : [];
    if (from === undefined || rate === undefined || others.length > 0) return failPair(item.span, what, context);
    const tier = { from: readNumber(from, 'What a tier begins at', context), rate: readNumber(rate, 'The rate of a tier', context) };
    if (tier.from === undefined || tier.rate === undefined) return undefined;
    const fault = faultOfTier(tier as Tier, tiers, what);
    if (fault !== undefined) return reportError(context, 'value-shape', fault.span, fault.message, fault.hint);
    tiers.push(tier as Tier);
  }
  return tiers;
}

interface Fault {
  readonly span: Span;
  readonly message: string;
  readonly hint: string;
}

/** Why a tier cannot follow those `before` it. */
function faultOfTier({ from, rate }: Tier, before: readonly Tier[], what: string): Fault | undefined {
  const [start, share] = [printFormula(from), printFormula(rate)];
  if (isWrittenInPercent(from) && !isWrittenInPercent(rate)) {
    const hint = `Write \`[${share}, ${start}]\`: first where the tier begins, then its rate.`;
    return { span: from.span, message: `The tier \`[${start}, ${share}]\` of ${what} begins with its rate.`, hint };
  }
  const other =
    otherUnit(
      from,
      before.map((tier) => tier.from),
    ) ??
    otherUnit(
      rate,
      before.map((tier) => tier.rate),
    );
  if (other !== undefined) {
    const message = `In the tier \`[${start}, ${share}]\` of ${what}, ${printFormula(other.figure)} has another unit than ${printFormula(other.above)} above.`;
    const unit = other.above.unit.key;
    return { span: other.figure.span, message, hint: unit === '' ? 'Give all rates in one unit.' : `Write it in ${unit}, as above.` };
  }
  const last = before.at(-1)?.from;
  if (last === undefined && !from.amount.isZero()) {
    const zero = `0 ${from.unit.key}`.trim();
    const hint = `Write its rate behind ${zero}, and the others behind where they begin.`;
    return { span: from.span, message: `The first tier of ${what} begins at ${start}, not at ${zero}.`, hint };
  }
  if (last?.amount.greaterThanOrEqualTo(from.amount)) {
    const message = `The tiers of ${what} do not rise: ${start} behind ${printFormula(last)}.`;
    return { span: from.span, message, hint: 'Name the tiers from the lowest to the highest.' };
  }
  return undefined;
}

/** A figure and one above it in another unit; a bare 0 fits any. */
function otherUnit(
  figure: NumberNode,
  above: readonly NumberNode[],
): { readonly figure: NumberNode; readonly above: NumberNode } | undefined {
  const first = above.find((one) => !isBareZero(one));
  return first === undefined || isBareZero(figure) || sameUnit(first.unit, figure.unit) ? undefined : { figure, above: first };
}

function readNumber(node: YamlNode, what: string, context: ReadContext): NumberNode | undefined {
  const formula = readFormula(node, what, context);
  if (formula === undefined || formula.kind === 'number') return formula;
  return reportError(context, 'value-shape', formula.span, `${what} is a number with its unit, such as \`500 yuan\` or \`0.5%\`.`);
}

/** What is no pair; the comma in `1,000 yuan` parts it into three. */
function failPair(span: Span, what: string, context: ReadContext): undefined {
  const written = span.source.text.slice(span.start, span.end);
  const [figure] = /(?<=[[\s])\d{1,3}(?:,\d{3})+(?![\d.])[^,\]]*/.exec(written) ?? [];
  if (figure === undefined) return failShape(span, what, context);
  const message = `The comma of thousands in \`${figure.trim()}\` parts a list in YAML, so that this tier of ${what} is no pair.`;
  return reportError(context, 'value-shape', span, message, `Write \`${figure.replaceAll(',', '').trim()}\`.`);
}

function failShape(span: Span | undefined, what: string, context: ReadContext): undefined {
  if (span === undefined) return undefined;
  return reportError(
    context,
    'value-shape',
    span,
    `The tiers of ${what} are pairs, from where a rate holds and the rate.`,
    'Write `tiers: [[0 yuan, 0.8%], [500 yuan, 0.5%]]`.',
  );
}
