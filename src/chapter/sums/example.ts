import { type Formula, isExampleName } from '../../formula/index.js';
import type { Located } from '../../source/index.js';
import { ASSUMPTION_KEYS, EXAMPLE_KEYS, HIGHEST_LIMIT, PROMISE_KEYS, ROUNDS_KEYS, STEP_KEYS } from '../format/example-keys.js';
import type { Assumption, Example, MoneyFlow, Reading, Rounds } from '../model/chapter.js';
import type { Step } from '../model/step.js';
import {
  type ReadContext,
  readEntries,
  readFields,
  readFormula,
  readFormulas,
  readItems,
  readText,
  readTexts,
  readUnit,
  readWhole,
  reportError,
  requireField,
} from '../read/reader.js';
import type { YamlEntry, YamlNode } from '../read/yaml.js';
import { readClaim } from './claim.js';
import { type Names, readGivens, readStated, takeName } from './given.js';
import { readTierTables, withTiers } from './tier-table.js';
import { readVary } from './vary.js';

const DEFAULT_LIMIT = 100_000;

export function readExample(name: Located<string>, node: YamlNode, outside: ReadContext): Example {
  const what = `Example \`${name.value}\``;
  const fields = readFields(node, what, EXAMPLE_KEYS, outside);
  const names: Names = { taken: new Map(), failed: misplacedNames(node) };
  const tierTables = readTierTables(fields.get('givens'), names, outside);
  const context = withTiers(outside, tierTables, names.failed);
  const givens = readGivens('givens', fields.get('givens'), names, context);
  const conventions = readGivens('conventions', fields.get('conventions'), names, context);
  const unstated = readGivens('unstated', fields.get('unstated'), names, context);
  const steps = readSteps(fields.get('steps'), '`steps:`', names, context);
  const rounds = readRounds(fields.get('rounds'), names, context);
  const promise = readPromise(fields.get('promise'), context);
  const claimEntries = readEntries(fields.get('claims'), '`claims:`', context);
  const claims = claimEntries.flatMap((entry) => readClaim(entry, context) ?? []);
  return {
    name: name.value,
    span: name.span,
    givens,
    tierTables,
    conventions,
    unstated,
    steps,
    ...(rounds === undefined ? {} : { rounds }),
    readings: readReadings(fields.get('readings'), context),
    claims,
    assumptions: readEntries(fields.get('assumptions'), '`assumptions:`', context).map(({ key, value }) =>
      readAssumption(key, value, context),
    ),
    money: readItems(fields.get('money')).flatMap((item) => readMoneyFlow(item, context)),
    ...(promise === undefined ? {} : { promise }),
    scale: readTexts(fields.get('scale'), 'A name under `scale:`', context),
    vary: readEntries(fields.get('vary'), '`vary:`', context).flatMap((entry) => readVary(entry, context) ?? []),
    failed: names.failed,
    failedClaims: new Set(claimEntries.map(({ key }) => key.value).filter((name) => !claims.some((claim) => claim.name === name))),
    suchThat: readFormulas(fields.get('such-that'), 'A condition under `such-that:`', context),
  };
}

/** Names under a key that is none (`givnes:`): what uses them is not at fault. */
function misplacedNames(node: YamlNode): Set<string> {
  const misplaced = node.kind === 'map' ? node.entries.filter(({ key }) => !Object.hasOwn(EXAMPLE_KEYS, key.value)) : [];
  return new Set(misplaced.flatMap(({ value }) => (value.kind === 'map' ? value.entries.map(({ key }) => key.value) : [])));
}

function readSteps(node: YamlNode | undefined, what: string, names: Names, context: ReadContext): readonly Step[] {
  return readEntries(node, what, context).flatMap(({ key, value }) => {
    if (!takeName(key, names, context)) return [];
    const step = readStep(key, value, context);
    if (step === undefined) names.failed.add(key.value);
    return step ?? [];
  });
}

/** `name: formula` or `name: { is: formula, unit: … }`. */
export function readStep(key: Located<string>, value: YamlNode, context: ReadContext): Step | undefined {
  if (value.kind !== 'map') {
    const formula = readFormula(value, `\`${key.value}\``, context);
    return formula === undefined ? undefined : { name: key.value, formula, span: key.span };
  }
  const fields = readFields(value, `\`${key.value}\``, STEP_KEYS, context);
  const formula = readFormula(requireField(fields, 'is', `\`${key.value}\``, value.span, context), `\`${key.value}\``, context);
  const unit = readUnit(fields.get('unit'), 'The unit', context);
  return formula === undefined ? undefined : { name: key.value, formula, span: key.span, ...(unit === undefined ? {} : { unit }) };
}

function readRounds(node: YamlNode | undefined, names: Names, context: ReadContext): Rounds | undefined {
  if (node === undefined) return undefined;
  const fields = readFields(node, '`rounds:`', ROUNDS_KEYS, context);
  const each = readText(requireField(fields, 'each', '`rounds:`', node.span, context), '`each`', context);
  if (each !== undefined && !context.units.has(each.value)) {
    reportError(
      context,
      'known-unit',
      each.span,
      `\`${each.value}\` is not a unit.`,
      'Add it to `units:`, or use one that is built in (order, round, day, night …).',
    );
  }
  const start = readEntries(fields.get('start'), '`start:`', context).flatMap(({ key, value }) => readStep(key, value, context) ?? []);
  const row = readSteps(fields.get('row'), '`row:`', names, context);
  const limit = readWhole(fields.get('limit'), '`limit`', 1, HIGHEST_LIMIT, context) ?? DEFAULT_LIMIT;
  for (const one of start) {
    if (!row.some(({ name }) => name === one.name) && !names.failed.has(one.name)) {
      reportError(
        context,
        'known-name',
        one.span,
        `\`start:\` gives \`${one.name}\`, but \`row:\` has no such column.`,
        'Add the column to `row:`, or leave it out of `start:`.',
      );
    }
  }
  const until = readFormula(fields.get('until'), '`until`', context);
  const rows = readWhole(fields.get('rows'), '`rows`', 1, limit, context);
  if (fields.get('until') === undefined && fields.get('rows') === undefined) requireField(fields, 'rows', '`rounds:`', node.span, context);
  if (each === undefined || row.length === 0) {
    for (const { name } of row) names.failed.add(name);
    return undefined;
  }
  return { each, start, row, length: until !== undefined ? { until } : { rows: rows ?? 1 }, limit, span: node.span };
}

function readReadings(node: YamlNode | undefined, context: ReadContext): readonly Reading[] {
  return readEntries(node, '`readings:`', context).map(({ key, value }) => {
    checkDashedName(key, 'a reading', context);
    const entries = readEntries(value, `Reading \`${key.value}\``, context);
    // `newcomers: true` marks the reading; any other value is that of a quantity of this name.
    const isMark = (entry: YamlEntry) => entry.key.value === 'newcomers' && entry.value.kind === 'scalar' && entry.value.text === 'true';
    const replaces = entries.filter((entry) => !isMark(entry)).flatMap((entry) => readStep(entry.key, entry.value, context) ?? []);
    return { name: key.value, replaces, ...(entries.some(isMark) ? { newcomers: true } : {}), span: key.span };
  });
}

export function checkDashedName(key: Located<string>, what: string, context: ReadContext): void {
  if (!isExampleName(key.value))
    reportError(
      context,
      'name-shape',
      key.span,
      `\`${key.value}\` cannot name ${what}.`,
      'Use letters, digits, `_` and `-`, beginning with a letter.',
    );
}

function readAssumption(key: Located<string>, node: YamlNode, context: ReadContext): Assumption {
  checkDashedName(key, 'an assumption', context);
  const fields = readFields(node, `Assumption \`${key.value}\``, ASSUMPTION_KEYS, context);
  const converts = readConversion(fields.get('converts'), context);
  return {
    name: key.value,
    span: key.span,
    restsOn: readTexts(fields.get('rests-on'), 'A name under `rests-on:`', context),
    ...(converts === undefined ? {} : { converts }),
    try: readEntries(fields.get('try'), '`try:`', context).flatMap((entry) => readStep(entry.key, entry.value, context) ?? []),
    watch: readFormulas(fields.get('watch'), 'A formula under `watch:`', context),
    ...readStated(fields, context),
  };
}

/** `yuan -> value`. */
function readConversion(node: YamlNode | undefined, context: ReadContext): Assumption['converts'] {
  const text = readText(node, '`converts`', context);
  if (text === undefined) return undefined;
  const arrow = text.value.indexOf('->');
  if (arrow < 0)
    return reportError(context, 'value-shape', text.span, '`converts` names two units with an arrow, such as `yuan -> value`.');
  const part = (from: number, to: number): YamlNode => ({
    kind: 'scalar',
    text: text.value.slice(from, to),
    verbatim: true,
    span: { source: text.span.source, start: text.span.start + from, end: text.span.start + to },
  });
  const from = readUnit(part(0, arrow), 'The unit', context);
  const to = readUnit(part(arrow + 2, text.value.length), 'The unit', context);
  return from === undefined || to === undefined ? undefined : { from, to, span: text.span };
}

/** `- customer -> merchant: spend`. */
function readMoneyFlow(node: YamlNode, context: ReadContext): readonly MoneyFlow[] {
  return readEntries(node, 'An entry of `money:`', context).flatMap(({ key, value }): readonly MoneyFlow[] => {
    const match = /^\s*([\w-]+)\s*->\s*([\w-]+)\s*$/.exec(key.value);
    if (match === null) {
      reportError(context, 'value-shape', key.span, `\`${key.value}\` does not name two parties.`, 'Write `payer -> receiver: amount`.');
      return [];
    }
    const place = (name: string): Located<string> => {
      const at = key.span.start + key.value.indexOf(name);
      return { value: name, span: { source: key.span.source, start: at, end: at + name.length } };
    };
    const amount = readFormula(value, 'The amount', context);
    return amount === undefined ? [] : [{ from: place(match[1] as string), to: place(match[2] as string), amount, span: key.span }];
  });
}

function readPromise(node: YamlNode | undefined, context: ReadContext): Example['promise'] {
  if (node === undefined) return undefined;
  const fields = readFields(node, '`promise:`', PROMISE_KEYS, context);
  const formula = (name: string): Formula | undefined =>
    readFormula(requireField(fields, name, '`promise:`', node.span, context), `\`${name}\``, context);
  const promised = formula('promised');
  const funded = formula('funded');
  return promised === undefined || funded === undefined ? undefined : { promised, funded, span: node.span };
}
