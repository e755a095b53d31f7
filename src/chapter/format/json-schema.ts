import { MISCONCEPTION_KEYS } from './misconception-keys.js';
import { type Key, type Keys, mapOf, type Shape, withKeys } from './shape.js';
import { SUMS_KEYS } from './sums-keys.js';
import { WORDS_KEYS } from './words-keys.js';
import { LEDGER_KEYS, WORKBOOK_KEYS } from './workbook-keys.js';

type Json = { readonly [key: string]: unknown };

const FILES: readonly { readonly name: string; readonly title: string; readonly keys: Keys; readonly others?: Shape }[] = [
  { name: 'sums', title: 'sums.yaml: the arithmetic of a chapter', keys: SUMS_KEYS },
  { name: 'words', title: 'The head of a words file, such as en.md', keys: WORDS_KEYS },
  { name: 'workbook', title: 'workbook.yaml: titles and chapters', keys: WORKBOOK_KEYS },
  { name: 'ledger', title: 'ledger.yaml: what the documents print and say', keys: LEDGER_KEYS },
  {
    name: 'misconceptions',
    title: 'misconceptions.yaml: wrong ways of thinking, by code and language',
    keys: {},
    others: mapOf(withKeys(MISCONCEPTION_KEYS)),
  },
];

/**
 * JSON Schemas (draft 7, as editors know it) of the files that an author writes, by file name. They are made from the keys that the
 * reader accepts. Formulas, names and references are texts to them: `check` tells more.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    FILES.map(({ name, title, keys, others }) => {
      const schema = { $schema: 'http://json-schema.org/draft-07/schema#', title, ...ofKeys(keys, others) };
      return [`${name}.json`, `${JSON.stringify(schema, undefined, 2)}\n`];
    }),
  );
}

function ofKeys(keys: Keys, others?: Shape): Json {
  const required = Object.keys(keys).filter((key) => keys[key]?.required);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(keys).map(([key, one]) => [key, described(one)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: others === undefined ? false : ofShape(others),
  };
}

function described({ says, takes }: Key): Json {
  return { description: says, ...ofShape(takes) };
}

function ofShape(shape: Shape): Json {
  switch (shape.kind) {
    // The reader takes a number or `true` as it is written.
    case 'text':
      return { type: ['string', 'number', 'boolean'] };
    case 'formula':
      return { type: ['string', 'number'] };
    case 'choice':
      return { enum: shape.of };
    case 'mark':
      return { const: true };
    case 'whole':
      return { type: 'integer', minimum: shape.least, maximum: shape.most };
    case 'list':
      return ofList(shape);
    case 'map':
      return {
        type: ['object', 'null'],
        additionalProperties: ofShape(shape.of),
        ...(shape.most === undefined ? {} : { maxProperties: shape.most }),
      };
    case 'keys':
      return ofKeys(shape.keys, shape.others);
    case 'either':
      return { anyOf: shape.of.map(ofShape) };
  }
}

function ofList({ of, exactly }: Shape & { readonly kind: 'list' }): Json {
  const items = ofShape(of);
  if (exactly !== undefined) return { type: 'array', items, minItems: exactly, maxItems: exactly };
  return { anyOf: [{ type: 'array', items }, items, { type: 'null' }] };
}
