import { unzipSync } from 'fflate';

/** An element of XML, or a piece of text. */
export type Xml = string | Element;

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
}

/** The parts of a Word file as text, by path. */
export function partsOf(file: string | Uint8Array): ReadonlyMap<string, string> {
  if (typeof file === 'string') throw new Error('a Word file is bytes');
  const decode = new TextDecoder('utf-8', { fatal: true });
  return new Map(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, path.endsWith('.xlsx') ? '' : decode.decode(bytes)]));
}

export function documentXml(file: string | Uint8Array): Element {
  return parseXml(partsOf(file).get('word/document.xml') ?? '');
}

/** Throws where the text is not well-formed. */
export function parseXml(text: string): Element {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot carry is looked for
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)) throw new Error('a character that XML cannot carry');
  const open: { name: string; attributes: Record<string, string>; children: Xml[] }[] = [{ name: '', attributes: {}, children: [] }];
  for (const [piece, tag] of text.matchAll(/<([^<>]*)>|[^<>]+|[<>]/g)) {
    const parent = open.at(-1);
    if (parent === undefined) throw new Error('more ends than beginnings');
    if (tag === undefined) parent.children.push(decoded(piece));
    else if (tag.startsWith('?')) continue;
    else if (tag.startsWith('/')) {
      if (parent.name !== tag.slice(1)) throw new Error(`</${parent.name}> expected, not <${tag}>`);
      open.pop();
    } else {
      const element = { name: /^[\w:]+/.exec(tag)?.[0] ?? '', attributes: attributesOf(tag), children: [] };
      parent.children.push(element);
      if (!tag.endsWith('/')) open.push(element);
    }
  }
  const [root] = open;
  const element = root?.children.find((child) => typeof child !== 'string');
  if (open.length !== 1 || element === undefined || typeof element === 'string') throw new Error('an element is not ended');
  return element;
}

function attributesOf(tag: string): Record<string, string> {
  const rest = tag.replace(/^[\w:]+/, '').replace(/\/$/, '');
  const pairs = [...rest.matchAll(/\s([\w:]+)="([^"<]*)"/g)];
  if (rest.replace(/\s[\w:]+="[^"<]*"/g, '').trim() !== '') throw new Error(`attributes of <${tag}>`);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, decoded(value)]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));?/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`${whole} is no entity of XML`);
    return character;
  });
}

/** All elements of a name, in the order of the file. */
export function elements(from: Element, name: string): readonly Element[] {
  return from.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return [...(child.name === name ? [child] : []), ...elements(child, name)];
  });
}

export function childOf(from: Element, ...names: readonly string[]): Element | undefined {
  let found: Element | undefined = from;
  for (const name of names) found = found?.children.find((child): child is Element => typeof child !== 'string' && child.name === name);
  return found;
}

/** What is read aloud: the runs, a tab as a tab. */
export function textOf(from: Element): string {
  return from.children
    .map((child) => {
      if (typeof child === 'string') return from.name === 'w:t' || from.name === 'm:t' ? child : '';
      return child.name === 'w:tab' && from.name === 'w:r' ? '\t' : textOf(child);
    })
    .join('');
}
