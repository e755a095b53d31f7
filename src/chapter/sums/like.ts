import { didYouMean } from '../../diagnostics/index.js';
import type { Located } from '../../source/index.js';
import { COPY_KEYS, COPY_ROUNDS_KEYS, HIGHEST_LIMIT } from '../format/example-keys.js';
import type { Example, Given, Rounds } from '../model/chapter.js';
import { type ReadContext, readEntries, readFields, readFormula, readFormulas, readWhole, reportError } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';
import { type Names, readGiven } from './given.js';
import { inOwnNames } from './own-names.js';
import { withTiers } from './tier-table.js';
import { readVary } from './vary.js';

/**
 * `{ like: ladder, givens: { spend: 600 yuan } }`: the sums of another example with some of its givens changed. Steps, rounds, payments
 * and promise are the model's; its claims, readings, assumptions and lines belong to the document and stay behind.
 */
export function readCopy(key: Located<string>, node: YamlNode, model: Example, context: ReadContext): Example {
  const fields = readFields(node, `Example \`${key.value}\``, COPY_KEYS, context);
  const names: Names = { taken: new Map(), failed: new Set(model.failed) };
  const changed = (section: 'givens' | 'unstated') =>
    readEntries(fields.get(section), `\`${section}:\``, context)
      .filter((entry) => checkGiven(entry.key, model, context))
      .flatMap((entry) => readGiven(section, entry, names, context) ?? []);
  const givens = changed('givens');
  const unstated = changed('unstated');
  const isMoved = (name: string, others: readonly Given[]) => others.some((one) => one.name === name);
  const rounds = model.rounds && copyRounds(model.rounds, fields.get('rounds'), context);
  const copy: Example = {
    name: key.value,
    span: key.span,
    like: model.name,
    givens: replaced(model.givens, givens).filter(({ name }) => !isMoved(name, unstated)),
    unstated: replaced(model.unstated, unstated).filter(({ name }) => !isMoved(name, givens)),
    tierTables: model.tierTables.map(({ line: _line, document: _document, ...table }) => table),
    conventions: model.conventions,
    steps: model.steps,
    ...(rounds === undefined ? {} : { rounds }),
    readings: [],
    claims: [],
    assumptions: [],
    money: model.money,
    ...(model.promise === undefined ? {} : { promise: model.promise }),
    scale: [],
    vary: readEntries(fields.get('vary'), '`vary:`', context).flatMap((entry) => readVary(entry, context) ?? []),
    failed: names.failed,
    suchThat: readFormulas(fields.get('such-that'), 'A condition under `such-that:`', withTiers(context, model.tierTables)),
  };
  return inOwnNames(copy, model.name);
}

/** What the model leaves unstated may be given here, and the other way round; a name that it has nowhere is a mistake. */
function checkGiven(key: Located<string>, model: Example, context: ReadContext): boolean {
  const known = [...model.givens, ...model.unstated].map(({ name }) => name);
  if (known.includes(key.value) || model.failed?.has(key.value)) return true;
  if (model.tierTables.some(({ name }) => name === key.value)) {
    const hint = 'Delete it, or write an example of its own with other rates.';
    reportError(
      context,
      'known-name',
      key.span,
      `\`${key.value}\` is a table of rates, and a copy keeps those of \`${model.name}\`.`,
      hint,
    );
    return false;
  }
  const hint = didYouMean(key.value, known, `Known there: ${known.join(', ')}.`);
  reportError(context, 'known-name', key.span, `\`${model.name}\` has no given \`${key.value}\`.`, hint);
  return false;
}

/** In the order of the model, new ones last. A figure of ours stands in no line of the document. */
function replaced(original: readonly Given[], changed: readonly Given[]): readonly Given[] {
  const kept = original.map(
    ({ line: _line, document: _document, ...given }): Given => changed.find(({ name }) => name === given.name) ?? given,
  );
  return [...kept, ...changed.filter(({ name }) => !original.some((one) => one.name === name))];
}

/** The model's table, as long as the copy says. */
function copyRounds(model: Rounds, node: YamlNode | undefined, context: ReadContext): Rounds {
  if (node === undefined) return model;
  const fields = readFields(node, '`rounds:` of a copy', COPY_ROUNDS_KEYS, context);
  const limit = readWhole(fields.get('limit'), '`limit`', 1, HIGHEST_LIMIT, context) ?? model.limit;
  const until = readFormula(fields.get('until'), '`until`', context);
  const rows = readWhole(fields.get('rows'), '`rows`', 1, limit, context);
  const length = until !== undefined ? { until } : rows !== undefined ? { rows } : model.length;
  return { ...model, length, limit };
}
