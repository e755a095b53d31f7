import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Diagnosed, Diagnostic } from '../diagnostics/index.js';
import type { Located, Source, Span } from '../source/index.js';

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

/** Reads `source.text.slice(start, end)` as one YAML mapping. Faults carry offsets in `source`; what could be read is returned all the same. */
export function parseYaml(source: Source, start = 0, end = source.text.length): Diagnosed<YamlNode | undefined> {
  const text = source.text.slice(start, end);
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: true });
  const diagnostics = document.errors.map((error): Diagnostic => {
    const [from, to] = error.pos;
    const span = { source, start: start + from, end: start + Math.max(from + 1, Math.min(to, text.length)) };
    return error.code === 'DUPLICATE_KEY'
      ? {
          code: 'unique-key',
          severity: 'error',
          message: 'This key stands twice in its mapping.',
          span,
          hint: 'Rename one of the two, or delete it.',
        }
      : {
          code: 'yaml-syntax',
          severity: 'error',
          message: `YAML cannot be read here: ${plainMessage(error.message)}`,
          span,
          hint: YAML_HINT,
        };
  });
  const root = document.contents;
  if (root === null) return { value: undefined, diagnostics };
  const faults: Diagnostic[] = [];
  const value = convert(root, { source, start, text, faults });
  return { value, diagnostics: [...diagnostics, ...faults] };
}

const YAML_HINT = 'Check the indentation, and put text that holds `: `, `#` or starts with a sign such as `[`, `{`, `%`, `@` in quotes.';

interface Context {
  readonly source: Source;
  readonly start: number;
  readonly text: string;
  readonly faults: Diagnostic[];
}

function convert(node: Node | null | undefined, context: Context): YamlNode {
  const span = spanOf(node, context);
  if (isMap(node)) {
    const entries = node.items.map((pair): YamlEntry => {
      const key = convert(pair.key as Node, context);
      return {
        key: { value: key.kind === 'scalar' ? key.text : '', span: key.span },
        value: valueOf(pair.value as Node | null, key.span, context),
      };
    });
    return { kind: 'map', entries, span };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => convert(item as Node, context)), span };
  if (isAlias(node)) {
    context.faults.push({
      code: 'value-shape',
      severity: 'error',
      message: 'References to other places (`*name`) are not part of the chapter format.',
      span,
      hint: 'Write the value here again.',
    });
    return { kind: 'empty', span };
  }
  if (isScalar(node)) return convertScalar(String(node.value ?? ''), span, context);
  return { kind: 'empty', span };
}

function valueOf(node: Node | null, key: Span, context: Context): YamlNode {
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

function plainMessage(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return first.endsWith('.') ? first : `${first}.`;
}
