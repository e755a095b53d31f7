import type { Diagnosed, Diagnostic } from '../../diagnostics/index.js';
import type { Source } from '../../source/index.js';
import { MISCONCEPTION_KEYS } from '../format/misconception-keys.js';
import type { Language } from '../model/words.js';
import { fileSizeMistake, MAX_FILE_BYTES } from '../read/file-size.js';
import { type ReadContext, readEntries, readFields, readText, reportError, requireField } from '../read/reader.js';
import { parseYaml, type YamlEntry, type YamlNode } from '../read/yaml.js';
import type { Misconception } from '../words/shared/shared-words.js';

/** By language and code. */
export type OwnMisconceptions = ReadonlyMap<Language, ReadonlyMap<string, Misconception>>;

/** Reads a workbook's own misconceptions: `K15: { en: { name, say }, zh: { name, say } }`. `languages` are those that each has to have. */
export function parseMisconceptions(source: Source, languages: readonly Language[]): Diagnosed<OwnMisconceptions> {
  if (source.text.length > MAX_FILE_BYTES) return { value: new Map(), diagnostics: [fileSizeMistake(source.name, source.text.length)] };
  const diagnostics: Diagnostic[] = [];
  const context: ReadContext = { report: (one) => diagnostics.push(one), units: new Set() };
  const yaml = parseYaml(source);
  diagnostics.push(...yaml.diagnostics);
  const found = new Map<Language, Map<string, Misconception>>();
  for (const entry of readEntries(yaml.value, 'The list of misconceptions', context)) {
    for (const [language, one] of readMisconception(entry, languages, context)) {
      found.set(language, (found.get(language) ?? new Map()).set(entry.key.value, one));
    }
  }
  return { value: found, diagnostics };
}

function readMisconception(
  { key, value }: YamlEntry,
  languages: readonly Language[],
  context: ReadContext,
): readonly (readonly [Language, Misconception])[] {
  if (!/^[A-Z][A-Z0-9]{0,5}$/.test(key.value))
    reportError(context, 'value-shape', key.span, `\`${key.value}\` is no code of a misconception.`, 'A code is short, such as `K15`.');
  const byLanguage = readEntries(value, `\`${key.value}\``, context);
  const written = byLanguage.map((one) => one.key.value);
  for (const language of languages.filter((one) => !written.includes(one)))
    reportError(
      context,
      'required-key',
      key.span,
      `The misconception ${key.value} says nothing in \`${language}\`.`,
      `Add \`${language}: { name: …, say: … }\`.`,
    );
  return byLanguage.flatMap((one) => {
    const said = readSaid(`${key.value} in \`${one.key.value}\``, one.value, context);
    return said === undefined ? [] : [[one.key.value, said] as const];
  });
}

function readSaid(what: string, node: YamlNode, context: ReadContext): Misconception | undefined {
  const fields = readFields(node, what, MISCONCEPTION_KEYS, context);
  const text = (key: string) => readText(requireField(fields, key, what, node.span, context), `\`${key}\``, context)?.value;
  const [name, say] = [text('name'), text('say')];
  return name === undefined || say === undefined ? undefined : { name, say };
}
