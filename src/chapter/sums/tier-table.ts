import type { Formula, NumberNode } from '../../formula/index.js';
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
    if (from === undefined || rate === undefined || others.length > 0) return failShape(item.span, what, context);
    const tier = { from: readNumber(from, 'What a tier begins at', context), rate: readNumber(rate, 'The rate of a tier', context) };
    if (tier.from === undefined || tier.rate === undefined) return undefined;
    const { from: begin } = tier;
    const before = tiers.at(-1)?.from;
    if (before === undefined && !begin.amount.isZero()) {
      const hint = 'Write its rate behind 0, and the others behind where they begin.';
      return reportError(context, 'value-shape', begin.span, `The first tier of ${what} begins at ${begin.text}, not at 0.`, hint);
    }
    if (before?.amount.greaterThanOrEqualTo(begin.amount)) {
      const hint = 'Name the tiers from the lowest to the highest.';
      return reportError(
        context,
        'value-shape',
        begin.span,
        `The tiers of ${what} do not rise: ${begin.text} behind ${before.text}.`,
        hint,
      );
    }
    tiers.push(tier as Tier);
  }
  return tiers;
}

function readNumber(node: YamlNode, what: string, context: ReadContext): NumberNode | undefined {
  const formula = readFormula(node, what, context);
  if (formula === undefined || formula.kind === 'number') return formula;
  return reportError(context, 'value-shape', formula.span, `${what} is a number with its unit, such as \`500 yuan\` or \`0.5%\`.`);
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
