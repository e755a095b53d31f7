/** Markup that is well formed, because `tag`, `joined` and the drawings of the HTML renderer alone make it. */
export interface Markup {
  readonly markup: string;
}

export type Child = Markup | string;

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; strings are text and are escaped, attributes without a value are left out. */
export function tag(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Markup {
  let opening = name;
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) opening += ` ${key}="${escaped(String(value))}"`;
  if (children.length === 0 && EMPTY.has(name)) return { markup: `<${opening}/>` };
  return { markup: `<${opening}>${joined(children).markup}</${name}>` };
}

/** One after the other. */
export function joined(children: readonly Child[]): Markup {
  return { markup: children.map((child) => (typeof child === 'string' ? escaped(child) : child.markup)).join('') };
}

/** What another part of this program has made well formed. */
export function madeMarkup(markup: string): Markup {
  return { markup };
}

/** A file in UTF-8 with its declaration. */
export function xmlFile(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}

/** Elements that HTML reads as closed at once. */
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** Text inside an element or an attribute. What XML cannot carry becomes the replacement character: control characters, halves of pairs. */
export function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
    .replace(UNPRINTABLE, '\uFFFD')
    .replace(/\r/g, '&#13;');
}

/** Text or markup without what XML cannot carry. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\uFFFD');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
