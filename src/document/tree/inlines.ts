import type { Block, Inline, PanelStyle, Table } from './nodes.js';

export function text(value: string): Inline {
  return { kind: 'text', text: value };
}

export function strong(value: string): Inline {
  return { kind: 'strong', children: [text(value)] };
}

/** A paragraph of texts and other inlines. */
export function paragraph(...parts: readonly (string | Inline | readonly Inline[])[]): Block {
  return {
    kind: 'paragraph',
    inlines: parts.flatMap((part): readonly Inline[] => (typeof part === 'string' ? [text(part)] : isInline(part) ? [part] : part)),
  };
}

function isInline(part: Inline | readonly Inline[]): part is Inline {
  return 'kind' in part;
}

export function bulletList(items: readonly (string | readonly Inline[])[]): Block {
  return { kind: 'list', ordered: false, items: items.map((inlines) => [paragraph(inlines)]) };
}

export function panel(style: PanelStyle, title: string, blocks: readonly Block[]): Block {
  return { kind: 'panel', style, title: title === '' ? [] : [text(title)], blocks };
}

export type Cell = string | readonly Inline[];

/** A table; `columns` gives each column's alignment and relative width, as in `end 1` or `start 3`. */
export function table(
  columns: readonly string[],
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  options: TableOptions = {},
): Block {
  const cell = (content: Cell): readonly Inline[] => (typeof content === 'string' ? (content === '' ? [] : [text(content)]) : content);
  return {
    kind: 'table',
    table: {
      caption: options.caption === undefined ? [] : [text(options.caption)],
      columns: columns.map(readColumn),
      head: head.map(cell),
      rows: rows.map((row) => row.map(cell)),
      rowHeads: options.rowHeads ?? true,
    },
  };
}

export interface TableOptions {
  readonly caption?: string;
  readonly rowHeads?: boolean;
}

function readColumn(column: string): Table['columns'][number] {
  const [align = 'start', width = '1'] = column.split(' ');
  return { align: align as 'start' | 'end' | 'center', width: Number(width) };
}
