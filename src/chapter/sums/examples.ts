import { didYouMean, suggest } from '../../diagnostics/index.js';
import { isExampleName } from '../../formula/index.js';
import type { Located } from '../../source/index.js';
import type { Example } from '../model/chapter.js';
import { type Reading, readEntries, readText, reportError } from '../read/reader.js';
import type { YamlEntry, YamlNode } from '../read/yaml.js';
import { readExample } from './example.js';
import { readCopy } from './like.js';

/** Every entry of `examples:` in its order. A copy (`like:`) may stand before its model; one whose model cannot be found is left out. */
export function readExamples(node: YamlNode | undefined, reading: Reading): readonly Example[] {
  const entries = readEntries(node, '`examples:`', reading).filter(({ key }) => checkExampleName(key, reading));
  const read = new Map<string, Example | undefined>();
  const find = (entry: YamlEntry, path: readonly string[]): Example | undefined => {
    const { key, value } = entry;
    if (read.has(key.value)) return read.get(key.value);
    const model = modelOf(value, reading);
    const example = model === undefined ? readExample(key, value, reading) : copyOf(entry, model, [...path, key.value]);
    read.set(key.value, example);
    return example;
  };
  const copyOf = ({ key, value }: YamlEntry, model: Located<string>, path: readonly string[]): Example | undefined => {
    if (path.includes(model.value)) return reportCycle(model, [...path.slice(path.indexOf(model.value)), model.value], reading);
    const name = knownModel(model, key.value, entries, reading);
    const entry = entries.find((one) => one.key.value === name);
    const found = entry === undefined ? undefined : find(entry, path);
    return found === undefined ? undefined : readCopy(key, value, found, reading);
  };
  return entries.flatMap((entry) => find(entry, []) ?? []);
}

function checkExampleName(key: Located<string>, reading: Reading): boolean {
  if (isExampleName(key.value)) return true;
  const hint = 'Use letters, digits, `_` and `-`, beginning with a letter.';
  reportError(reading, 'name-shape', key.span, `\`${key.value}\` cannot name an example.`, hint);
  return false;
}

function modelOf(node: YamlNode, reading: Reading): Located<string> | undefined {
  const like = node.kind === 'map' ? node.entries.find(({ key }) => key.value === 'like') : undefined;
  return readText(like?.value, '`like`', reading);
}

function reportCycle(model: Located<string>, path: readonly string[], reading: Reading): undefined {
  const message = `An example cannot be like itself: ${path.join(' → ')}.`;
  return reportError(reading, 'acyclic-definitions', model.span, message, 'Give one of them steps of its own in place of `like:`.');
}

/** The model that is named, or the one that is meant: a misspelt name is reported once, not with everything that would follow from it. */
function knownModel(model: Located<string>, copy: string, entries: readonly YamlEntry[], reading: Reading): string | undefined {
  const known = entries.map(({ key }) => key.value).filter((name) => name !== copy);
  if (known.includes(model.value)) return model.value;
  const hint = didYouMean(model.value, known, `Examples: ${known.join(', ')}.`);
  reportError(
    reading,
    'known-example',
    model.span,
    `\`${copy}\` is like \`${model.value}\`, an example that this chapter does not have.`,
    hint,
  );
  return suggest(model.value, known);
}
