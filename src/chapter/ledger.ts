import type { Diagnosed, Diagnostic } from '../diagnostics/index.js';
import type { Located, Source } from '../source/index.js';
import { ENTRY_KEYS, LEDGER_KEYS } from './format/workbook-keys.js';
import type { Language } from './model/words.js';
import { fileSizeMistake, MAX_FILE_BYTES } from './read/file-size.js';
import { type ReadContext, readEntries, readFields, readItems, readText, reportError, requireField } from './read/reader.js';
import { parseYaml, type YamlNode } from './read/yaml.js';

/** What the documents print and say, place by place: the list against which a workbook's claims are counted. */
export interface Ledger {
  readonly source: Source;
  readonly entries: readonly LedgerEntry[];
}

export interface LedgerEntry {
  readonly id: Located<string>;
  /** The letter of the document; absent for a question that no document asks. */
  readonly document?: string;
  /** Lines as the entry writes them: `49`, `31; 75-79`. */
  readonly lines?: string;
  readonly kind: string;
  /** A short description in our words. */
  readonly text: ReadonlyMap<Language, string>;
}

/** Reads the ledger of a workbook. A key of an entry that is none of the known ones is a language. */
export function parseLedger(source: Source): Diagnosed<Ledger> {
  if (source.text.length > MAX_FILE_BYTES)
    return { value: { source, entries: [] }, diagnostics: [fileSizeMistake(source.name, source.text.length)] };
  const diagnostics: Diagnostic[] = [];
  const context: ReadContext = { report: (one) => diagnostics.push(one), units: new Set() };
  const yaml = parseYaml(source);
  diagnostics.push(...yaml.diagnostics);
  const fields = readFields(yaml.value, 'The ledger', LEDGER_KEYS, context);
  const top = { source, start: 0, end: Math.min(1, source.text.length) };
  const entries = readItems(requireField(fields, 'entries', 'The ledger', top, context)).flatMap((node) => readEntry(node, context) ?? []);
  return { value: { source, entries: onlyFirst(entries, context) }, diagnostics };
}

function readEntry(node: YamlNode, context: ReadContext): LedgerEntry | undefined {
  const all = readEntries(node, 'An entry of the ledger', context);
  const fields = new Map(all.map(({ key, value }) => [key.value, value]));
  const id = readText(requireField(fields, 'id', 'An entry of the ledger', node.span, context), '`id`', context);
  if (id === undefined) return undefined;
  const document = readText(fields.get('document'), '`document`', context)?.value;
  const lines = readText(fields.get('lines'), '`lines`', context)?.value;
  const texts = all.filter(({ key }) => !Object.hasOwn(ENTRY_KEYS, key.value));
  return {
    id,
    ...(document === undefined ? {} : { document }),
    ...(lines === undefined ? {} : { lines }),
    kind: readText(fields.get('kind'), '`kind`', context)?.value ?? '',
    text: new Map(texts.map(({ key, value }) => [key.value, readText(value, 'A description', context)?.value ?? ''])),
  };
}

function onlyFirst(entries: readonly LedgerEntry[], context: ReadContext): readonly LedgerEntry[] {
  const first = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const { value, span } = entry.id;
    if (first.has(value)) reportError(context, 'unique-name', span, `\`${value}\` stands twice in the ledger.`, 'Rename one of the two.');
    else first.set(value, entry);
  }
  return [...first.values()];
}
