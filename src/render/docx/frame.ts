import { BorderStyle, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import { type FileBlock, held } from './place.js';
import { STYLES } from './styles.js';

export interface Line {
  readonly style: (typeof BorderStyle)[keyof typeof BorderStyle];
  /** Eighths of a point. */
  readonly size: number;
}

export const NO_LINE: Line = { style: BorderStyle.NONE, size: 0 };
export const THIN: Line = { style: BorderStyle.SINGLE, size: 4 };
export const MEDIUM: Line = { style: BorderStyle.SINGLE, size: 6 };
export const FIRM: Line = { style: BorderStyle.SINGLE, size: 8 };
export const HEAVY: Line = { style: BorderStyle.SINGLE, size: 18 };
export const DASHED: Line = { style: BorderStyle.DASHED, size: 8 };
export const DOTTED: Line = { style: BorderStyle.DOTTED, size: 6 };
export const DOUBLE: Line = { style: BorderStyle.DOUBLE, size: 12 };

/** Lines around and inside a table; a side that is not named has none. */
export interface Rules {
  readonly top?: Line;
  readonly bottom?: Line;
  readonly left?: Line;
  readonly right?: Line;
  readonly insideHorizontal?: Line;
  readonly insideVertical?: Line;
}

export interface CellContent {
  readonly children: readonly FileBlock[];
  /** Hex colour of the ground. */
  readonly fill?: string;
  readonly span?: number;
  /** Lines that differ from those of the table. */
  readonly rules?: Pick<Rules, 'top' | 'bottom' | 'left' | 'right'>;
  readonly side?: 'top' | 'center' | 'bottom';
}

export interface RowContent {
  readonly cells: readonly CellContent[];
  readonly isHead?: boolean;
  /** The row may go on to the next page. */
  readonly breaks?: boolean;
  readonly stays?: boolean;
  /** At least so high, in twips. */
  readonly height?: number;
}

export interface FrameOptions {
  /** Of the columns, in twips: Word, WPS and OpenOffice all go by them. */
  readonly widths: readonly number[];
  readonly rules: Rules;
  /** The room beside and above the text of a cell, in twips. */
  readonly padding: { readonly x: number; readonly y: number };
  readonly rowHeads?: boolean;
}

/** A table with widths that no program has to guess. */
export function frame(rows: readonly RowContent[], { widths, rules, padding, rowHeads = false }: FrameOptions): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
    margins: { left: padding.x, right: padding.x, top: padding.y, bottom: padding.y, marginUnitType: WidthType.DXA },
    borders: { ...NO_RULES, ...rules },
    tableLook: {
      firstRow: rows[0]?.isHead ?? false,
      firstColumn: rowHeads,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: rows.map((row) => drawRow(row, widths)),
  });
}

const NO_RULES: Required<Rules> = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};

function drawRow({ cells, isHead = false, breaks = false, stays = false, height }: RowContent, widths: readonly number[]): TableRow {
  let column = 0;
  return new TableRow({
    cantSplit: !breaks,
    tableHeader: isHead,
    ...(stays ? { keepNext: true } : {}),
    ...(height === undefined ? {} : { height: { value: height, rule: HeightRule.ATLEAST } }),
    children: cells.map((cell) => {
      const { span = 1 } = cell;
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      column += span;
      return drawCell(cell, width);
    }),
  });
}

function drawCell({ children, fill, span = 1, rules, side = 'center' }: CellContent, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable[side === 'top' ? 'TOP' : side === 'bottom' ? 'BOTTOM' : 'CENTER'],
    ...(span === 1 ? {} : { columnSpan: span }),
    ...(fill === undefined ? {} : { shading: { type: 'clear', color: 'auto', fill } }),
    ...(rules === undefined ? {} : { borders: rules }),
    children: endedByText(children),
  });
}

/** A cell ends with a paragraph. */
function endedByText(children: readonly FileBlock[]): readonly FileBlock[] {
  const last = children.at(-1);
  return last === undefined || last instanceof Table ? [...children, gap()] : children;
}

/** What parts a table from what follows: two tables that touch become one. */
export function gap(stays = false): Paragraph {
  return new Paragraph({ style: STYLES.gap, ...held(stays) });
}
