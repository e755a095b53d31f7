import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Diagnosed, Diagnostic } from '../../diagnostics/index.js';
import { type Located, locate, type Source, type Span } from '../../source/index.js';
import { syntaxMessage } from './yaml-messages.js';

/** YAML as places and texts: every scalar keeps the text that the author wrote, nothing is turned into a number or a date. */
export type YamlNode =
  | { readonly kind: 'map'; readonly entries: readonly YamlEntry[]; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly span: Span }
  /** `span` covers the text without quotes; `verbatim` is false when escapes or line folding make it differ from the source. */
  | { readonly kind: 'scalar'; readonly text: string; readonly verbatim: boolean; readonly span: Span }
  | { readonly kind: 'empty'; readonly span: Span };

export interface YamlEntry {
  readonly key: Located<string>;
  readonly value: YamlNode;
}

/**
 * Reads `source.text.slice(start, end)` as one YAML mapping. Faults carry offsets in `source`; what could be read is returned all the same.
 * A key that stands twice counts once. Anchors, references and tags are refused, so a small file cannot unfold into a large one.
 */
export function parseYaml(source: Source, start = 0, end = source.text.length): Diagnosed<YamlNode | undefined> {
  const text = source.text.slice(start, end);
  // Failsafe is YAML 1.2 without numbers, booleans and null. Repeated keys are found here, in linear time and with both places.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false });
  const context: Context = { source, start, text, faults: [] };
  const lines = new Set<number>();
  for (const { code, message, pos } of [...document.errors, ...document.warnings].slice(0, MOST_FAULTS)) {
    const from = Math.min(pos[0], text.length);
    const span = { source, start: start + from, end: start + Math.max(from + 1, Math.min(pos[1], text.length)) };
    // One slip often upsets the parser several times in its line; the first of them says what it is.
    const { line } = locate(source, span.start);
    if (!lines.has(line)) context.faults.push({ code: 'yaml-syntax', severity: 'error', span, ...syntaxMessage(code, message) });
    lines.add(line);
  }
  const root = document.contents;
  return { value: root === null ? undefined : convert(root, context), diagnostics: context.faults };
}

/** More syntax errors than this mean that the file is no YAML at all. */
const MOST_FAULTS = 20;

interface Context {
  readonly source: Source;
  readonly start: number;
  readonly text: string;
  readonly faults: Diagnostic[];
}

function convert(node: Node | null | undefined, context: Context): YamlNode {
  const span = spanOf(node, context);
  refuseAnchor(node, span, context);
  if (isMap(node)) {
    const entries = node.items.map((pair): YamlEntry => {
      const key = convert(pair.key as Node, context);
      return {
        key: { value: key.kind === 'scalar' ? key.text : '', span: key.span },
        value: convertValue(pair.value as Node | null, key.span, context),
      };
    });
    return { kind: 'map', entries: firstOfEach(entries, context), span };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => convert(item as Node, context)), span };
  if (isScalar(node)) return convertScalar(String(node.value ?? ''), span, context);
  return { kind: 'empty', span };
}

function refuseAnchor(node: Node | null | undefined, span: Span, { faults }: Context): void {
  if (!isAlias(node) && (node === null || node === undefined || !('anchor' in node) || node.anchor === undefined)) return;
  faults.push({
    code: 'value-shape',
    severity: 'error',
    message: 'Anchors (`&name`) and references to them (`*name`) are not part of the chapter format.',
    span,
    hint: 'Write the value out in each place; a text that begins with & or * stands in quotes.',
  });
}

function firstOfEach(entries: readonly YamlEntry[], { faults }: Context): readonly YamlEntry[] {
  const first = new Map<string, YamlEntry>();
  for (const entry of entries) {
    const { value, span } = entry.key;
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, entry);
    else {
      const related = [{ span: earlier.key.span, message: 'It stands first here.' }];
      const message = `The key \`${value}\` stands twice in its mapping.`;
      faults.push({ code: 'unique-key', severity: 'error', message, span, related, hint: 'Rename one of the two, or delete it.' });
    }
  }
  return [...first.values()];
}

function convertValue(node: Node | null, key: Span, context: Context): YamlNode {
  if (node === null || (isScalar(node) && node.source === '' && !isQuoted(node.type))) return { kind: 'empty', span: key };
  return convert(node, context);
}

function isQuoted(type: string | null | undefined): boolean {
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
}

function convertScalar(text: string, span: Span, { source }: Context): YamlNode {
  const written = source.text.slice(span.start, span.end);
  const quote = written[0];
  const inner = (quote === '"' || quote === "'") && written.endsWith(quote) ? { source, start: span.start + 1, end: span.end - 1 } : span;
  return { kind: 'scalar', text, verbatim: source.text.slice(inner.start, inner.end) === text, span: inner };
}

function spanOf(node: Node | null | undefined, { source, start, text }: Context): Span {
  const [from, to] = node?.range ?? [0, 0];
  const end = from + text.slice(from, to).trimEnd().length;
  return { source, start: start + from, end: start + Math.max(end, from) };
}
