import type { Document } from '../../src/document/index.js';

/** Every string that a reader sees, replaced; names of kinds, ids and places stay, and what stands under a key of `moreStructural`. */
export function withEveryText(document: Document, text: string, moreStructural: readonly string[] = []): Document {
  const structural = new Set([
    'kind',
    'style',
    'id',
    'name',
    'edition',
    'language',
    'level',
    'dash',
    'marker',
    'align',
    'width',
    'from',
    'to',
    'href',
    ...moreStructural,
  ]);
  const replace = (value: unknown, key: string, isCall: boolean): unknown => {
    if (typeof value === 'string') return structural.has(key) && !(key === 'name' && isCall) ? value : text;
    if (Array.isArray(value)) return value.map((one) => replace(one, key, false));
    if (value === null || typeof value !== 'object' || value instanceof Map) return value;
    const isCallNode = 'kind' in value && value.kind === 'call';
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replace(one, name, isCallNode)]));
  };
  const words = new Map([...document.words.keys()].map((word) => [word, text]));
  return { ...(replace({ ...document, words: undefined }, '', false) as Document), words };
}
