import type { Located } from '../../source/index.js';
import { CONFLICT_KEYS, PLACE_KEYS } from '../format/sums-keys.js';
import type { Conflict, ConflictPlace } from '../model/conflict.js';
import { type ReadContext, readEntries, readFields, readFormulas, readItems, readText, reportError, requireField } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';
import { checkDashedName } from './example.js';
import { readLine } from './given.js';

/** `name: { between: [place, place], clash: [formula, formula] }`: two places of the documents that exclude each other. */
export function readConflicts(node: YamlNode | undefined, context: ReadContext): readonly Conflict[] {
  return readEntries(node, '`conflicts:`', context).flatMap(({ key, value }) => readConflict(key, value, context) ?? []);
}

function readConflict(key: Located<string>, node: YamlNode, context: ReadContext): Conflict | undefined {
  checkDashedName(key, 'a conflict', context);
  const what = `Conflict \`${key.value}\``;
  const fields = readFields(node, what, CONFLICT_KEYS, context);
  const between = requireField(fields, 'between', what, key.span, context);
  const [first, second] = twoOf(between, '`between`', 'places', context)?.map((place) => readPlace(place, context)) ?? [];
  const clash = twoOf(fields.get('clash'), '`clash`', 'formulas', context);
  const [left, right] = clash?.map((formula) => readFormulas(formula, 'A side of `clash`', context)[0]) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return {
    name: key.value,
    span: key.span,
    between: [first, second],
    ...(left === undefined || right === undefined ? {} : { clash: [left, right] }),
  };
}

function twoOf(node: YamlNode | undefined, what: string, of: string, context: ReadContext): readonly YamlNode[] | undefined {
  if (node === undefined) return undefined;
  const items = readItems(node);
  if (items.length === 2) return items;
  return reportError(context, 'value-shape', node.span, `${what} is a list of two ${of}, not of ${items.length}.`);
}

function readPlace(node: YamlNode, context: ReadContext): ConflictPlace | undefined {
  const fields = readFields(node, 'A place', PLACE_KEYS, context);
  const ledger = readText(requireField(fields, 'ledger', 'A place', node.span, context), '`ledger`', context);
  const line = readLine(requireField(fields, 'line', 'A place', node.span, context), context);
  const document = readText(fields.get('document'), '`document`', context);
  if (ledger === undefined || line === undefined) return undefined;
  return { ledger, line, ...(document === undefined ? {} : { document: document.value }) };
}
