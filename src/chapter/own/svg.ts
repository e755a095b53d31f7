/**
 * Width and height of an SVG, or why it is none that is printed. Only elements that draw are let through, without anything that runs, that
 * fetches, that needs a font or that repeats: the same file then looks alike on paper, in a browser and in a book, and does nothing there.
 */
export function readSvg(text: string): { readonly width: number; readonly height: number } | { readonly fault: string } {
  const body = withoutComments(text);
  if (body === undefined) return { fault: 'It is not well-formed.' };
  if (/<!|<\?(?!xml\s)/i.test(body)) return { fault: 'It declares entities, a document type or a style sheet of its own.' };
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d{1,6}|#x[\da-f]{1,6});)/i.test(body))
    return { fault: 'It uses an entity that stands for another text.' };
  const tags = [...body.matchAll(TAG)].filter(([, , name]) => name !== undefined);
  if (body.replace(TAG, '').includes('<')) return { fault: 'It is not well-formed.' };
  if (tags.length > MOST_TAGS) return { fault: `It has more than ${MOST_TAGS} elements.` };
  const [root] = tags;
  if (root === undefined || localName(root[2]) !== 'svg') return { fault: 'It is no SVG: its first element is another.' };
  const open: string[] = [];
  for (const [, closing, name = '', attributes = '', alone] of tags) {
    const local = localName(name);
    if (closing === '/') {
      if (open.pop() !== name) return { fault: 'It is not well-formed.' };
      continue;
    }
    if (!DRAWING.has(local) && !(open.some((one) => DESCRIBING.has(localName(one))) || DESCRIBING.has(local)))
      return { fault: `It has an element \`${name}\`, which ${REASONS[local] ?? 'is none of those that only draw'}.` };
    if (open.length > DEEPEST) return { fault: `Its elements are nested more than ${DEEPEST} deep.` };
    const fault = faultOfAttributes(attributes, open.includes('clipPath'));
    if (fault !== undefined) return { fault };
    if (alone !== '/') open.push(name);
  }
  if (open.length > 0) return { fault: 'It is not well-formed.' };
  const style = /<style[^>]*>([\s\S]*?)<\/style>/g;
  const fault = [...body.matchAll(style)].map(([, css = '']) => faultOfStyle(css)).find((one) => one !== undefined);
  return fault === undefined ? sizeOf(root[3] ?? '') : { fault };
}

/** Undefined where a comment does not end. */
function withoutComments(text: string): string | undefined {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    if (start < 0) return parts.join('') + text.slice(at);
    const end = text.indexOf('-->', start + 4);
    if (end < 0) return undefined;
    parts.push(text.slice(at, start));
    at = end + 3;
  }
}

const TAG = /<(\/?)([A-Za-z][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<\?xml\s[^<>]*\?>/g;
const MOST_TAGS = 5000;
const DEEPEST = 50;

/** Elements that draw, or hold what draws. */
const DRAWING: ReadonlySet<string> = new Set(
  'svg g path rect circle ellipse line polyline polygon defs style linearGradient radialGradient stop clipPath title desc'.split(' '),
);
/** What drawing programs write into a file about it; nothing in it is drawn. */
const DESCRIBING: ReadonlySet<string> = new Set(['metadata', 'namedview']);
const REASONS: Readonly<Record<string, string>> = {
  script: 'would run',
  foreignObject: 'holds a page of its own',
  image: 'holds another picture',
  use: 'repeats others: draw them out',
  text: 'needs a font: turn its letters into paths',
  tspan: 'needs a font: turn its letters into paths',
  a: 'leads elsewhere',
  animate: 'moves',
  set: 'moves',
};

function localName(name = ''): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

function faultOfAttributes(attributes: string, inClip: boolean): string | undefined {
  for (const [, name = '', , inDouble, inSingle] of attributes.matchAll(/([\w.:-]+)\s*=\s*("([^"]*)"|'([^']*)')/g)) {
    const value = decoded(inDouble ?? inSingle ?? '');
    const local = localName(name);
    if (/^on/i.test(local)) return `It has an attribute \`${name}\`, which would run.`;
    if (/^(?:href|src|base)$/i.test(local) && !value.trim().startsWith('#')) return `Its attribute \`${name}\` leads out of the file.`;
    if (inClip && /url\(/i.test(value)) return 'A clip path of it is clipped by another.';
    const fault = name === 'xmlns' || name.startsWith('xmlns:') ? undefined : faultOfStyle(value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A style may name what is in the file, and nothing else. */
function faultOfStyle(css: string): string | undefined {
  if (/@|\\|expression\s*\(|javascript:/i.test(decoded(css))) return 'A style of it reads or runs something.';
  const outside = [...decoded(css).matchAll(/url\(\s*["']?\s*([^)]*)/gi)].some(([, address = '']) => !address.startsWith('#'));
  return outside ? 'A style of it leads out of the file.' : undefined;
}

function decoded(text: string): string {
  return text.replace(/&#(x[\da-f]+|\d+);/gi, (_, code: string) =>
    String.fromCodePoint(
      Math.min(0x10ffff, code.startsWith('x') || code.startsWith('X') ? Number.parseInt(code.slice(1), 16) : Number(code)),
    ),
  );
}

/** From `viewBox`, else from `width` and `height`. */
function sizeOf(attributes: string): { readonly width: number; readonly height: number } | { readonly fault: string } {
  const attribute = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`).exec(attributes)?.[1]?.trim();
  const box = attribute('viewBox')
    ?.split(/[\s,]+/)
    .map(Number);
  const [width, height] = box?.length === 4 ? [box[2], box[3]] : [lengthOf(attribute('width')), lengthOf(attribute('height'))];
  if (width === undefined || height === undefined || !(width > 0 && height > 0))
    return { fault: 'It does not say how large it is: give it a `viewBox`.' };
  return { width, height };
}

function lengthOf(text: string | undefined): number | undefined {
  const found = /^([\d.]+)(?:px|pt|mm|cm|in)?$/.exec(text ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
