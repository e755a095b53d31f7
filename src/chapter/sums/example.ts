import { type Formula, isExampleName } from '../../formula/index.js';
import type { Located } from '../../source/index.js';
import type { Assumption, Example, MoneyFlow, Reading as ReadingOfText, Rounds } from '../model/chapter.js';
import type { Step } from '../model/step.js';
import {
  type Reading,
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
import { type Names, readGivens, readStated, STATED_KEYS, takeName } from './given.js';
import { readVary } from './vary.js';

const EXAMPLE_KEYS = [
  'givens',
  'conventions',
  'unstated',
  'steps',
  'rounds',
  'readings',
  'claims',
  'assumptions',
  'money',
  'promise',
  'scale',
  'vary',
  'such-that',
];

const DEFAULT_LIMIT = 100_000;
export const HIGHEST_LIMIT = 10_000_000;

export function readExample(name: Located<string>, node: YamlNode, reading: Reading): Example {
  const what = `Example \`${name.value}\``;
  const fields = readFields(node, what, EXAMPLE_KEYS, reading);
  const names: Names = { taken: new Map(), failed: misplacedNames(node) };
  const givens = readGivens('givens', fields.get('givens'), names, reading);
  const conventions = readGivens('conventions', fields.get('conventions'), names, reading);
  const unstated = readGivens('unstated', fields.get('unstated'), names, reading);
  const steps = readSteps(fields.get('steps'), '`steps:`', names, reading);
  const rounds = readRounds(fields.get('rounds'), names, reading);
  const promise = readPromise(fields.get('promise'), reading);
  const claimEntries = readEntries(fields.get('claims'), '`claims:`', reading);
  const claims = claimEntries.flatMap((entry) => readClaim(entry, reading) ?? []);
  return {
    name: name.value,
    span: name.span,
    givens,
    conventions,
    unstated,
    steps,
    ...(rounds === undefined ? {} : { rounds }),
    readings: readReadings(fields.get('readings'), reading),
    claims,
    assumptions: readEntries(fields.get('assumptions'), '`assumptions:`', reading).map(({ key, value }) =>
      readAssumption(key, value, reading),
    ),
    money: readItems(fields.get('money')).flatMap((item) => readMoneyFlow(item, reading)),
    ...(promise === undefined ? {} : { promise }),
    scale: readTexts(fields.get('scale'), 'A name under `scale:`', reading),
    vary: readEntries(fields.get('vary'), '`vary:`', reading).flatMap((entry) => readVary(entry, reading) ?? []),
    failed: names.failed,
    failedClaims: new Set(claimEntries.map(({ key }) => key.value).filter((name) => !claims.some((claim) => claim.name === name))),
    suchThat: readFormulas(fields.get('such-that'), 'A condition under `such-that:`', reading),
  };
}

/** Names under a key that is none (`givnes:`): what uses them is not at fault. */
function misplacedNames(node: YamlNode): Set<string> {
  const misplaced = node.kind === 'map' ? node.entries.filter(({ key }) => !EXAMPLE_KEYS.includes(key.value)) : [];
  return new Set(misplaced.flatMap(({ value }) => (value.kind === 'map' ? value.entries.map(({ key }) => key.value) : [])));
}

function readSteps(node: YamlNode | undefined, what: string, names: Names, reading: Reading): readonly Step[] {
  return readEntries(node, what, reading).flatMap(({ key, value }) => {
    if (!takeName(key, names, reading)) return [];
    const step = readStep(key, value, reading);
    if (step === undefined) names.failed.add(key.value);
    return step ?? [];
  });
}

/** `name: formula` or `name: { is: formula, unit: … }`. */
export function readStep(key: Located<string>, value: YamlNode, reading: Reading): Step | undefined {
  if (value.kind !== 'map') {
    const formula = readFormula(value, `\`${key.value}\``, reading);
    return formula === undefined ? undefined : { name: key.value, formula, span: key.span };
  }
  const fields = readFields(value, `\`${key.value}\``, ['is', 'unit'], reading);
  const formula = readFormula(requireField(fields, 'is', `\`${key.value}\``, value.span, reading), `\`${key.value}\``, reading);
  const unit = readUnit(fields.get('unit'), 'The unit', reading);
  return formula === undefined ? undefined : { name: key.value, formula, span: key.span, ...(unit === undefined ? {} : { unit }) };
}

function readRounds(node: YamlNode | undefined, names: Names, reading: Reading): Rounds | undefined {
  if (node === undefined) return undefined;
  const fields = readFields(node, '`rounds:`', ['each', 'start', 'row', 'rows', 'until', 'limit'], reading);
  const each = readText(requireField(fields, 'each', '`rounds:`', node.span, reading), '`each`', reading);
  if (each !== undefined && !reading.units.has(each.value)) {
    reportError(
      reading,
      'known-unit',
      each.span,
      `\`${each.value}\` is not a unit.`,
      'Add it to `units:`, or use one that is built in (order, round, day, night …).',
    );
  }
  const start = readEntries(fields.get('start'), '`start:`', reading).flatMap(({ key, value }) => readStep(key, value, reading) ?? []);
  const row = readSteps(fields.get('row'), '`row:`', names, reading);
  const limit = readWhole(fields.get('limit'), '`limit`', 1, HIGHEST_LIMIT, reading) ?? DEFAULT_LIMIT;
  for (const one of start) {
    if (!row.some(({ name }) => name === one.name) && !names.failed.has(one.name)) {
      reportError(
        reading,
        'known-name',
        one.span,
        `\`start:\` gives \`${one.name}\`, but \`row:\` has no such column.`,
        'Add the column to `row:`, or leave it out of `start:`.',
      );
    }
  }
  const until = readFormula(fields.get('until'), '`until`', reading);
  const rows = readWhole(fields.get('rows'), '`rows`', 1, limit, reading);
  if (fields.get('until') === undefined && fields.get('rows') === undefined) requireField(fields, 'rows', '`rounds:`', node.span, reading);
  if (each === undefined || row.length === 0) {
    for (const { name } of row) names.failed.add(name);
    return undefined;
  }
  return { each, start, row, length: until !== undefined ? { until } : { rows: rows ?? 1 }, limit, span: node.span };
}

function readReadings(node: YamlNode | undefined, reading: Reading): readonly ReadingOfText[] {
  return readEntries(node, '`readings:`', reading).map(({ key, value }) => {
    checkDashedName(key, 'a reading', reading);
    const entries = readEntries(value, `Reading \`${key.value}\``, reading);
    // `newcomers: true` marks the reading; any other value is that of a quantity of this name.
    const isMark = (entry: YamlEntry) => entry.key.value === 'newcomers' && entry.value.kind === 'scalar' && entry.value.text === 'true';
    const replaces = entries.filter((entry) => !isMark(entry)).flatMap((entry) => readStep(entry.key, entry.value, reading) ?? []);
    return { name: key.value, replaces, ...(entries.some(isMark) ? { newcomers: true } : {}), span: key.span };
  });
}

export function checkDashedName(key: Located<string>, what: string, reading: Reading): void {
  if (!isExampleName(key.value))
    reportError(
      reading,
      'name-shape',
      key.span,
      `\`${key.value}\` cannot name ${what}.`,
      'Use letters, digits, `_` and `-`, beginning with a letter.',
    );
}

function readAssumption(key: Located<string>, node: YamlNode, reading: Reading): Assumption {
  checkDashedName(key, 'an assumption', reading);
  const fields = readFields(node, `Assumption \`${key.value}\``, ['rests-on', 'converts', 'try', 'watch', ...STATED_KEYS], reading);
  const converts = readConversion(fields.get('converts'), reading);
  return {
    name: key.value,
    span: key.span,
    restsOn: readTexts(fields.get('rests-on'), 'A name under `rests-on:`', reading),
    ...(converts === undefined ? {} : { converts }),
    try: readEntries(fields.get('try'), '`try:`', reading).flatMap((entry) => readStep(entry.key, entry.value, reading) ?? []),
    watch: readFormulas(fields.get('watch'), 'A formula under `watch:`', reading),
    ...readStated(fields, reading),
  };
}

/** `yuan -> value`. */
function readConversion(node: YamlNode | undefined, reading: Reading): Assumption['converts'] {
  const text = readText(node, '`converts`', reading);
  if (text === undefined) return undefined;
  const arrow = text.value.indexOf('->');
  if (arrow < 0)
    return reportError(reading, 'value-shape', text.span, '`converts` names two units with an arrow, such as `yuan -> value`.');
  const part = (from: number, to: number): YamlNode => ({
    kind: 'scalar',
    text: text.value.slice(from, to),
    verbatim: true,
    span: { source: text.span.source, start: text.span.start + from, end: text.span.start + to },
  });
  const from = readUnit(part(0, arrow), 'The unit', reading);
  const to = readUnit(part(arrow + 2, text.value.length), 'The unit', reading);
  return from === undefined || to === undefined ? undefined : { from, to, span: text.span };
}

/** `- customer -> merchant: spend`. */
function readMoneyFlow(node: YamlNode, reading: Reading): readonly MoneyFlow[] {
  return readEntries(node, 'An entry of `money:`', reading).flatMap(({ key, value }): readonly MoneyFlow[] => {
    const match = /^\s*([\w-]+)\s*->\s*([\w-]+)\s*$/.exec(key.value);
    if (match === null) {
      reportError(reading, 'value-shape', key.span, `\`${key.value}\` does not name two parties.`, 'Write `payer -> receiver: amount`.');
      return [];
    }
    const place = (name: string): Located<string> => {
      const at = key.span.start + key.value.indexOf(name);
      return { value: name, span: { source: key.span.source, start: at, end: at + name.length } };
    };
    const amount = readFormula(value, 'The amount', reading);
    return amount === undefined ? [] : [{ from: place(match[1] as string), to: place(match[2] as string), amount, span: key.span }];
  });
}

function readPromise(node: YamlNode | undefined, reading: Reading): Example['promise'] {
  if (node === undefined) return undefined;
  const fields = readFields(node, '`promise:`', ['promised', 'funded'], reading);
  const formula = (name: string): Formula | undefined =>
    readFormula(requireField(fields, name, '`promise:`', node.span, reading), `\`${name}\``, reading);
  const promised = formula('promised');
  const funded = formula('funded');
  return promised === undefined || funded === undefined ? undefined : { promised, funded, span: node.span };
}
