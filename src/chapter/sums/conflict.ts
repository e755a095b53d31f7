import type { Located } from '../../source/index.js';
import type { Conflict, ConflictPlace } from '../model/conflict.js';
import { type Reading, readEntries, readFields, readFormulas, readItems, readText, reportError, requireField } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';
import { checkDashedName } from './example.js';
import { readLine } from './given.js';

/** `name: { between: [place, place], clash: [formula, formula] }`: two places of the documents that exclude each other. */
export function readConflicts(node: YamlNode | undefined, reading: Reading): readonly Conflict[] {
  return readEntries(node, '`conflicts:`', reading).flatMap(({ key, value }) => readConflict(key, value, reading) ?? []);
}

function readConflict(key: Located<string>, node: YamlNode, reading: Reading): Conflict | undefined {
  checkDashedName(key, 'a conflict', reading);
  const what = `Conflict \`${key.value}\``;
  const fields = readFields(node, what, ['between', 'clash'], reading);
  const between = requireField(fields, 'between', what, key.span, reading);
  const [first, second] = twoOf(between, '`between`', 'places', reading)?.map((place) => readPlace(place, reading)) ?? [];
  const clash = twoOf(fields.get('clash'), '`clash`', 'formulas', reading);
  const [left, right] = clash?.map((formula) => readFormulas(formula, 'A side of `clash`', reading)[0]) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return {
    name: key.value,
    span: key.span,
    between: [first, second],
    ...(left === undefined || right === undefined ? {} : { clash: [left, right] }),
  };
}

function twoOf(node: YamlNode | undefined, what: string, of: string, reading: Reading): readonly YamlNode[] | undefined {
  if (node === undefined) return undefined;
  const items = readItems(node);
  if (items.length === 2) return items;
  return reportError(reading, 'value-shape', node.span, `${what} is a list of two ${of}, not of ${items.length}.`);
}

function readPlace(node: YamlNode, reading: Reading): ConflictPlace | undefined {
  const fields = readFields(node, 'A place', ['ledger', 'line', 'document'], reading);
  const ledger = readText(requireField(fields, 'ledger', 'A place', node.span, reading), '`ledger`', reading);
  const line = readLine(requireField(fields, 'line', 'A place', node.span, reading), reading);
  const document = readText(fields.get('document'), '`document`', reading);
  if (ledger === undefined || line === undefined) return undefined;
  return { ledger, line, ...(document === undefined ? {} : { document: document.value }) };
}
