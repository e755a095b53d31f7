export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element as XML text. Attribute values are escaped; `children` must come from `element` or `escapeText`. Undefined attributes are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let opening = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) opening += ` ${key}="${escapeText(typeof value === 'number' ? decimals(value) : value)}"`;
  }
  return `<${opening}>${children.join('')}</${name}>`;
}

/** Text made safe inside an element or a quoted attribute. Characters that HTML cannot carry become the replacement character. */
export function escapeText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(UNPRINTABLE, '\uFFFD');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/** Geometry with at most two decimals, so that the same drawing is the same bytes everywhere. */
function decimals(value: number): string {
  return String(Math.round(value * 100) / 100);
}
