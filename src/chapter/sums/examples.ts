import { didYouMean, suggest } from '../../diagnostics/index.js';
import { isExampleName } from '../../formula/index.js';
import type { Located } from '../../source/index.js';
import type { Example } from '../model/chapter.js';
import { type ReadContext, readEntries, readText, reportError } from '../read/reader.js';
import type { YamlEntry, YamlNode } from '../read/yaml.js';
import { readExample } from './example.js';
import { readCopy } from './like.js';

/** Every entry of `examples:` in its order. A copy (`like:`) may stand before its model; one whose model cannot be found is left out. */
export function readExamples(node: YamlNode | undefined, context: ReadContext): readonly Example[] {
  const entries = readEntries(node, '`examples:`', context).filter(({ key }) => checkExampleName(key, context));
  const read = new Map<string, Example | undefined>();
  const find = (entry: YamlEntry, path: readonly string[]): Example | undefined => {
    const { key, value } = entry;
    if (read.has(key.value)) return read.get(key.value);
    const model = modelOf(value, context);
    const example = model === undefined ? readExample(key, value, context) : copyOf(entry, model, [...path, key.value]);
    read.set(key.value, example);
    return example;
  };
  const copyOf = ({ key, value }: YamlEntry, model: Located<string>, path: readonly string[]): Example | undefined => {
    if (path.includes(model.value)) return reportCycle(model, [...path.slice(path.indexOf(model.value)), model.value], context);
    const name = knownModel(model, key.value, entries, context);
    const entry = entries.find((one) => one.key.value === name);
    const found = entry === undefined ? undefined : find(entry, path);
    return found === undefined ? undefined : readCopy(key, value, found, context);
  };
  return entries.flatMap((entry) => find(entry, []) ?? []);
}

function checkExampleName(key: Located<string>, context: ReadContext): boolean {
  if (isExampleName(key.value)) return true;
  const hint = 'Use letters, digits, `_` and `-`, beginning with a letter.';
  reportError(context, 'name-shape', key.span, `\`${key.value}\` cannot name an example.`, hint);
  return false;
}

function modelOf(node: YamlNode, context: ReadContext): Located<string> | undefined {
  const like = node.kind === 'map' ? node.entries.find(({ key }) => key.value === 'like') : undefined;
  return readText(like?.value, '`like`', context);
}

function reportCycle(model: Located<string>, path: readonly string[], context: ReadContext): undefined {
  const message = `An example cannot be like itself: ${path.join(' → ')}.`;
  return reportError(context, 'acyclic-definitions', model.span, message, 'Give one of them steps of its own in place of `like:`.');
}

/** The model that is named, or the one that is meant: a misspelt name is reported once, not with everything that would follow from it. */
function knownModel(model: Located<string>, copy: string, entries: readonly YamlEntry[], context: ReadContext): string | undefined {
  const known = entries.map(({ key }) => key.value).filter((name) => name !== copy);
  if (known.includes(model.value)) return model.value;
  const hint = didYouMean(model.value, known, `Examples: ${known.join(', ')}.`);
  reportError(
    context,
    'known-example',
    model.span,
    `\`${copy}\` is like \`${model.value}\`, an example that this chapter does not have.`,
    hint,
  );
  return suggest(model.value, known);
}
