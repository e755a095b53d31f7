/** An XML element; children are elements already written, or text from `xmlText`. Attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${xmlText(String(value))}"`));
  const open = `<${name}${written.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`;
}

/** A whole file of XML. */
export function xmlFile(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** Text inside of an element or an attribute. What no file of XML can hold becomes �: halves of characters, control characters. */
export function xmlText(text: string): string {
  if (!/[&<>"\ud800-\udfff\ufffe\uffff]|\p{Cc}/u.test(text)) return text;
  return text
    .replace(/\p{Cc}/gu, (character) => (isBanned(character) ? '\ufffd' : character))
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Text of a cell: control characters are written `_x0007_`, and what looks like that keeps its look (ECMA-376, ST_Xstring). */
export function cellText(text: string): string {
  const escaped = text.replace(/_x[0-9A-Fa-f]{4}_/g, (code) => `_x005F${code}`);
  return xmlText(escaped.replace(/\p{Cc}/gu, (character) => (isBanned(character) ? code(character) : character)));
}

function code(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Control characters but tabs and ends of lines; a carriage return would be read as an end of line. */
function isBanned(character: string): boolean {
  return character < ' ' && character !== '\t' && character !== '\n';
}
