import type { Diagnosed, Diagnostic } from '../diagnostics/index.js';
import type { Source } from '../source/index.js';
import { WORKBOOK_KEYS } from './format/workbook-keys.js';
import type { Workbook } from './model/chapter.js';
import { ANY_LANGUAGE } from './model/searched.js';
import type { Language } from './model/words.js';
import { lookFields } from './own/read-look.js';
import { fileSizeMistake, MAX_FILE_BYTES } from './read/file-size.js';
import { type ReadContext, readEntries, readFields, readText, readTexts, reportError, requireField } from './read/reader.js';
import { parseYaml, type YamlNode } from './read/yaml.js';

/** Reads workbook.yaml: titles, the order of the chapters, licence and default paper. Undefined when it cannot be read at all. */
export function parseWorkbook(source: Source): Diagnosed<Workbook | undefined> {
  if (source.text.length > MAX_FILE_BYTES) return { value: undefined, diagnostics: [fileSizeMistake(source.name, source.text.length)] };
  const diagnostics: Diagnostic[] = [];
  const context: ReadContext = { report: (one) => diagnostics.push(one), units: new Set() };
  const yaml = parseYaml(source);
  diagnostics.push(...yaml.diagnostics);
  const top = { source, start: 0, end: Math.min(1, source.text.length) };
  const fields = readFields(yaml.value, 'workbook.yaml', WORKBOOK_KEYS, context);
  const need = (key: string) => requireField(fields, key, 'workbook.yaml', top, context);
  const title = need('title');
  const paper = readText(fields.get('paper'), '`paper`', context);
  if (paper !== undefined && paper.value !== 'a4' && paper.value !== 'letter') {
    reportError(context, 'value-shape', paper.span, `\`${paper.value}\` is not a paper size.`, 'Use `a4` or `letter`.');
  }
  const ledger = readText(fields.get('ledger'), '`ledger`', context);
  const value: Workbook = {
    title: readTitle(title, context),
    titleSpan: title?.span ?? top,
    subtitle: byLanguage(fields.get('subtitle'), '`subtitle:`', context),
    chapters: readTexts(need('chapters'), 'A chapter folder', context),
    licence: readText(fields.get('licence'), '`licence`', context)?.value ?? '',
    paper: paper?.value === 'letter' ? 'letter' : 'a4',
    version: readText(fields.get('version'), '`version`', context)?.value ?? '',
    ...(ledger === undefined ? {} : { ledger }),
    banned: readTexts(fields.get('banned'), 'A name under `banned:`', context).map(({ value }) => value),
    ...lookFields(fields, context),
  };
  return { value: yaml.value === undefined ? undefined : value, diagnostics };
}

/** One title for all languages is none: pages of a language without one would have no head. */
function readTitle(node: YamlNode | undefined, context: ReadContext): ReadonlyMap<Language, string> {
  if (node?.kind !== 'scalar') return byLanguage(node, '`title:`', context);
  const text = JSON.stringify(node.text);
  const hint = `Write it for each language: \`title: { en: ${text} }\` or \`title: { en: ${text}, zh: ${text} }\`.`;
  reportError(context, 'value-shape', node.span, '`title:` names no language.', hint);
  return new Map([[ANY_LANGUAGE, node.text]]);
}

function byLanguage(node: YamlNode | undefined, what: string, context: ReadContext): ReadonlyMap<Language, string> {
  return new Map(readEntries(node, what, context).map(({ key, value }) => [key.value, readText(value, 'A title', context)?.value ?? '']));
}
