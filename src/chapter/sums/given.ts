import { isQuantityName } from '../../formula/index.js';
import type { Located, Span } from '../../source/index.js';
import { VALUE_KEYS } from '../format/example-keys.js';
import type { Given, Stated } from '../model/chapter.js';
import { ANY_LANGUAGE, type SearchedWords } from '../model/searched.js';
import {
  type ReadContext,
  readEntries,
  readFields,
  readFormula,
  readText,
  readTexts,
  readTrue,
  readUnit,
  readWhole,
  reportError,
  requireField,
} from '../read/reader.js';
import type { YamlEntry, YamlNode } from '../read/yaml.js';

/** What the definitions of one example share while they are read: names already taken, and names whose definition failed. */
export interface Names {
  readonly taken: Map<string, Span>;
  readonly failed: Set<string>;
}

/** The parts of an example that hold values rather than steps. */
export type ValueSection = keyof typeof VALUE_KEYS;

export function readGivens(section: ValueSection, node: YamlNode | undefined, names: Names, context: ReadContext): readonly Given[] {
  return readEntries(node, `\`${section}:\``, context)
    .filter((entry) => section !== 'givens' || !isTierTable(entry))
    .flatMap((entry) => readGiven(section, entry, names, context) ?? []);
}

/** `name: { tiers: … }` among the givens. */
export function isTierTable({ value }: YamlEntry): boolean {
  return value.kind === 'map' && value.entries.some(({ key }) => key.value === 'tiers');
}

/** `name: formula`, or a mapping with the formula under `is` or a unit under `unknown`. */
export function readGiven(section: ValueSection, { key, value }: YamlEntry, names: Names, context: ReadContext): Given | undefined {
  if (!takeName(key, names, context)) return undefined;
  const what = `\`${key.value}\``;
  if (value.kind !== 'map') {
    const formula = readFormula(value, what, context);
    if (formula === undefined) names.failed.add(key.value);
    return formula === undefined ? undefined : { name: key.value, formula, span: key.span };
  }
  const fields = readFields(value, what, VALUE_KEYS[section], context);
  const unknown = fields.get('unknown');
  const unit = readUnit(unknown ?? fields.get('unit'), 'The unit', context);
  const formula = unknown === undefined ? readFormula(requireField(fields, 'is', what, value.span, context), what, context) : undefined;
  if (formula === undefined && unit === undefined) {
    names.failed.add(key.value);
    return undefined;
  }
  const supposed = readTrue(fields.get('supposed'), '`supposed`', context);
  const stated = readStated(fields, context);
  if (supposed && stated.line !== undefined)
    reportError(context, 'value-shape', key.span, `${what} is both printed in a line and supposed.`, 'Delete `supposed: true` or `line:`.');
  return {
    name: key.value,
    span: key.span,
    ...(formula === undefined ? {} : { formula }),
    ...(unit === undefined ? {} : { unit }),
    ...stated,
    ...(supposed ? { supposed } : {}),
    ...(readTrue(fields.get('newcomers'), '`newcomers`', context) ? { newcomers: true } : {}),
  };
}

/** Where a document says something: `line`, with `document` when it is not the chapter's own, or `searched` when it is nowhere. */
export function readStated(fields: ReadonlyMap<string, YamlNode>, context: ReadContext): Stated {
  const line = readLine(fields.get('line'), context);
  const document = readText(fields.get('document'), '`document`', context);
  const searched = readSearched(fields.get('searched'), context);
  if (document !== undefined && !fields.has('line'))
    reportError(context, 'required-key', document.span, 'A `document` needs a key `line`.', 'Add the line of that document.');
  const both = searched.size > 0 && line !== undefined ? fields.get('searched') : undefined;
  if (both !== undefined)
    reportError(context, 'value-shape', both.span, 'What stands in a line was not looked for in vain.', 'Delete `searched:` or `line:`.');
  return {
    ...(line === undefined ? {} : { line }),
    ...(document === undefined ? {} : { document: document.value }),
    ...(searched.size === 0 ? {} : { searched }),
  };
}

/** A list of words, or one for each language: `{ en: [fee], zh: [费用] }`. */
function readSearched(node: YamlNode | undefined, context: ReadContext): SearchedWords {
  const what = 'A word under `searched:`';
  const wordsOf = (list: YamlNode | undefined) => readTexts(list, what, context).map(({ value }) => value);
  if (node?.kind === 'map')
    return new Map(readEntries(node, '`searched:`', context).map(({ key, value }) => [key.value, wordsOf(value)] as const));
  return new Map(node === undefined ? [] : [[ANY_LANGUAGE, wordsOf(node)]]);
}

export function readLine(node: YamlNode | undefined, context: ReadContext): number | undefined {
  return readWhole(node, '`line`', 1, 100_000, context);
}

/** Takes a name once; a second definition or an impossible name is reported. */
export function takeName(key: Located<string>, names: Names, context: ReadContext): boolean {
  if (!isQuantityName(key.value) || key.value === 'row') {
    const plain = key.value.replaceAll(/[^A-Za-z0-9_]+/g, '_');
    for (const name of [key.value, plain]) names.failed.add(name);
    reportError(
      context,
      'name-shape',
      key.span,
      `\`${key.value}\` cannot name a quantity.`,
      isQuantityName(plain) && plain !== 'row' && plain !== key.value
        ? `Write \`${plain}\`; the words files say how it is called.`
        : 'Use letters, digits and `_`, beginning with a letter; words of the formula language are taken.',
    );
    return false;
  }
  const first = names.taken.get(key.value);
  names.taken.set(key.value, first ?? key.span);
  if (first === undefined) return true;
  context.report({
    code: 'unique-name',
    severity: 'error',
    message: `\`${key.value}\` is defined twice in this example.`,
    span: key.span,
    related: [{ span: first, message: 'The first definition is here.' }],
    hint: 'Rename one of the two.',
  });
  return false;
}
