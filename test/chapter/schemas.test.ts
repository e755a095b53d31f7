import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { type Document, isPair, isScalar, parse, parseDocument, visit } from 'yaml';
import { jsonSchemas, parseChapter } from '../../src/chapter/index.js';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, ROOT), 'utf8');
const schemas = jsonSchemas();
const ajv = new Ajv({ allErrors: false, allowUnionTypes: true });
const checks = new Map([...schemas].map(([name, text]) => [name, ajv.compile(JSON.parse(text) as object)]));

/** Where a text breaks the schema; empty = nowhere. */
function faults(schema: string, yaml: string): string {
  const check = checks.get(schema);
  return check?.(parse(yaml)) === false ? ajv.errorsText(check.errors) : '';
}

const headOf = (words: string) => /^---\n([\s\S]*?)^---$/m.exec(words)?.[1] ?? '';
const manual = read('docs/writing-chapters.md');
const blocks = [...manual.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, file = '', text = '']) => ({ file, text }));

/** Every YAML that is shipped, with the schema that it should obey. */
function shipped(): readonly (readonly [string, string, string])[] {
  const inFolder = (folder: string) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' }).map((file) => ({ file: folder + file, text: '' }));
  const files = [...inFolder('chapters/'), ...inFolder('templates/new/'), ...inFolder('examples/'), ...blocks];
  return files.flatMap(({ file, text }) => {
    const schema = /(sums|workbook|ledger)\.yaml$/.exec(file)?.[1] ?? (/(^|\/)[a-z]{2}\.md$/.test(file) ? 'words' : undefined);
    if (schema === undefined) return [];
    const whole = text === '' ? read(file) : text;
    return [[`${schema}.json`, file, schema === 'words' ? headOf(whole) : whole.replaceAll('{{title}}', '{ en: T }')] as const];
  });
}

it('schemas/ holds what is made from the keys of the reader (`npm run schemas` renews it)', () => {
  expect(readdirSync(new URL('schemas/', ROOT)).sort()).toEqual([...schemas.keys()].sort());
  for (const [name, text] of schemas) expect(read(`schemas/${name}`).replaceAll('\r\n', '\n'), name).toBe(text);
});

it('every key has a description, which ends as a sentence', () => {
  const bare: string[] = [];
  const look = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties')
        for (const [name, one] of Object.entries(value as Record<string, { description?: string }>))
          if (!/^\S[\s\S]*[.?]$/.test(one.description ?? '')) bare.push(`${path}/${name}`);
      look(value, `${path}/${key}`);
    }
  };
  for (const [name, text] of schemas) look(JSON.parse(text), name);
  expect(bare).toEqual([]);
});

it('every shipped file obeys its schema', () => {
  const all = shipped();
  expect(all.length).toBeGreaterThan(45);
  expect(all.map(([schema, file, text]) => [file, faults(schema, text)]).filter(([, fault]) => fault !== '')).toEqual([]);
});

const SUMS = blocks.find(({ file }) => file === 'sums.yaml')?.text ?? '';

/** The example of the manual with one key changed, for each key. */
function changed(change: (items: { key: unknown }[], index: number) => void): readonly { readonly at: string; readonly text: string }[] {
  const first = parseDocument(SUMS);
  return mapsOf(first).flatMap((items, map) =>
    items.map((item, index) => {
      const document = first.clone();
      change(mapsOf(document)[map] as { key: unknown }[], index);
      return { at: isPair(item) && isScalar(item.key) ? String(item.key.value) : '', text: document.toString() };
    }),
  );
}

function mapsOf(document: Document): readonly { key: unknown }[][] {
  const maps: { key: unknown }[][] = [];
  visit(document, { Map: (_key, node) => void maps.push(node.items) });
  return maps;
}

function codes(text: string): readonly string[] {
  return parseChapter({ folder: '01-a', sums: { name: 'sums.yaml', text }, words: new Map() }).diagnostics.map(({ code }) => code);
}

it('a misspelt key is none for the schema exactly where it is none for the reader', () => {
  const misspelt = changed((items, index) => {
    const { key } = items[index] as { key: unknown };
    if (isScalar(key)) key.value = `${key.value}_x`;
  });
  const ofReader = misspelt.filter(({ text }) => codes(text).some((code) => code === 'known-key' || code === 'required-key'));
  const ofSchema = misspelt.filter(({ text }) => faults('sums.json', text) !== '');
  expect(ofReader.length).toBeGreaterThan(100);
  expect(ofSchema.map(({ at }) => at)).toEqual(ofReader.map(({ at }) => at));
});

it('what the schema misses, the reader misses, too', () => {
  const shorter = changed((items, index) => items.splice(index, 1));
  const missed = shorter.filter(({ text }) => faults('sums.json', text) !== '');
  expect(missed.length).toBeGreaterThan(50);
  expect(missed.filter(({ text }) => !codes(text).includes('required-key')).map(({ at }) => at)).toEqual([]);
});
