import type { Diagnosed, Diagnostic } from '../diagnostics/index.js';
import type { Source } from '../source/index.js';
import type { Workbook } from './model/chapter.js';
import type { Language } from './model/words.js';
import { fileSizeMistake, MAX_FILE_BYTES } from './read/file-size.js';
import { type Reading, readEntries, readFields, readText, readTexts, reportError, requireField } from './read/reader.js';
import { parseYaml, type YamlNode } from './read/yaml.js';

/** Reads workbook.yaml: titles, the order of the chapters, licence and default paper. Undefined when it cannot be read at all. */
export function parseWorkbook(source: Source): Diagnosed<Workbook | undefined> {
  if (source.text.length > MAX_FILE_BYTES) return { value: undefined, diagnostics: [fileSizeMistake(source.name, source.text.length)] };
  const diagnostics: Diagnostic[] = [];
  const reading: Reading = { report: (one) => diagnostics.push(one), units: new Set() };
  const yaml = parseYaml(source);
  diagnostics.push(...yaml.diagnostics);
  const top = { source, start: 0, end: Math.min(1, source.text.length) };
  const fields = readFields(
    yaml.value,
    'workbook.yaml',
    ['title', 'subtitle', 'chapters', 'licence', 'paper', 'version', 'ledger', 'banned'],
    reading,
  );
  const need = (key: string) => requireField(fields, key, 'workbook.yaml', top, reading);
  const paper = readText(fields.get('paper'), '`paper`', reading);
  if (paper !== undefined && paper.value !== 'a4' && paper.value !== 'letter') {
    reportError(reading, 'value-shape', paper.span, `\`${paper.value}\` is not a paper size.`, 'Use `a4` or `letter`.');
  }
  const ledger = readText(fields.get('ledger'), '`ledger`', reading);
  const value: Workbook = {
    title: byLanguage(need('title'), '`title:`', reading),
    subtitle: byLanguage(fields.get('subtitle'), '`subtitle:`', reading),
    chapters: readTexts(need('chapters'), 'A chapter folder', reading),
    licence: readText(fields.get('licence'), '`licence`', reading)?.value ?? '',
    paper: paper?.value === 'letter' ? 'letter' : 'a4',
    version: readText(fields.get('version'), '`version`', reading)?.value ?? '',
    ...(ledger === undefined ? {} : { ledger }),
    banned: readTexts(fields.get('banned'), 'A name under `banned:`', reading).map(({ value }) => value),
  };
  return { value: yaml.value === undefined ? undefined : value, diagnostics };
}

function byLanguage(node: YamlNode | undefined, what: string, reading: Reading): ReadonlyMap<Language, string> {
  return new Map(readEntries(node, what, reading).map(({ key, value }) => [key.value, readText(value, 'A title', reading)?.value ?? '']));
}
