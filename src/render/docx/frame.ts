import { BorderStyle, FileChild, HeightRule, type IContext, type IXmlableObject } from 'docx';
import { type FileBlock, held } from './place.js';
import { STYLES } from './styles.js';
import { element, paragraphOf, setting, writtenIn } from './written.js';

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
export function frame(rows: readonly RowContent[], options: FrameOptions): FileBlock {
  return new Frame(rows, options);
}

class Frame extends FileChild {
  constructor(
    private readonly rows: readonly RowContent[],
    private readonly options: FrameOptions,
  ) {
    super('w:tbl');
  }

  override prepForXml(context: IContext): IXmlableObject {
    const { widths } = this.options;
    const grid = element('w:tblGrid', undefined, ...widths.map((width) => element('w:gridCol', { 'w:w': width })));
    const rows = this.rows.map((row) => drawRow(row, widths, context));
    return element('w:tbl', undefined, tableSettings(this.rows, this.options), grid, ...rows);
  }
}

function tableSettings(
  [first]: readonly RowContent[],
  { widths, rules, padding: { x, y }, rowHeads = false }: FrameOptions,
): IXmlableObject {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const margins = { top: y, left: x, bottom: y, right: x };
  return element(
    'w:tblPr',
    undefined,
    element('w:tblW', twipsOf(total)),
    element('w:tblInd', twipsOf(0)),
    element('w:tblBorders', undefined, ...EDGES.map(([name, key]) => borderLine(name, rules[key] ?? NO_LINE))),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblCellMar', undefined, ...Object.entries(margins).map(([side, size]) => element(`w:${side}`, twipsOf(size)))),
    element('w:tblLook', {
      'w:firstRow': first?.isHead ?? false,
      'w:lastRow': false,
      'w:firstColumn': rowHeads,
      'w:lastColumn': false,
      'w:noHBand': true,
      'w:noVBand': true,
    }),
  );
}

const EDGES = [
  ['w:top', 'top'],
  ['w:left', 'left'],
  ['w:bottom', 'bottom'],
  ['w:right', 'right'],
  ['w:insideH', 'insideHorizontal'],
  ['w:insideV', 'insideVertical'],
] as const;

function twipsOf(size: number): IXmlableObject {
  return { 'w:type': 'dxa', 'w:w': size };
}

function borderLine(name: string, { style, size }: Line): IXmlableObject {
  return element(name, { 'w:val': style, 'w:sz': size });
}

function drawRow(
  { cells, isHead = false, breaks = false, stays = false, height }: RowContent,
  widths: readonly number[],
  context: IContext,
): IXmlableObject {
  let column = 0;
  const drawn = cells.map((cell) => {
    const { span = 1 } = cell;
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    return drawCell(cell, width, stays, context);
  });
  const settings = [
    onOff('w:cantSplit', !breaks),
    onOff('w:tblHeader', isHead),
    ...(height === undefined ? [] : [element('w:trHeight', { 'w:val': height, 'w:hRule': HeightRule.ATLEAST })]),
  ];
  return element('w:tr', undefined, element('w:trPr', undefined, ...settings), ...drawn);
}

function onOff(name: string, isOn: boolean): IXmlableObject {
  return isOn ? element(name, undefined) : setting(name, 'off');
}

function drawCell(
  { children, fill, span = 1, rules, side = 'center' }: CellContent,
  width: number,
  stays: boolean,
  context: IContext,
): IXmlableObject {
  const edges = EDGES.flatMap(([name, key]) => {
    const line = key === 'insideHorizontal' || key === 'insideVertical' ? undefined : rules?.[key];
    return line === undefined ? [] : [borderLine(name, line)];
  });
  const settings = [
    element('w:tcW', twipsOf(width)),
    ...(span === 1 ? [] : [setting('w:gridSpan', span)]),
    ...(edges.length === 0 ? [] : [element('w:tcBorders', undefined, ...edges)]),
    ...(fill === undefined ? [] : [element('w:shd', { 'w:fill': fill, 'w:color': 'auto', 'w:val': 'clear' })]),
    setting('w:vAlign', side),
  ];
  const content = writtenIn(endedByText(children), context);
  return element('w:tc', undefined, element('w:tcPr', undefined, ...settings), ...(stays ? content.map(withNext) : content));
}

/** A paragraph that stays on the page of what follows; behind its style, where the schema has it. */
function withNext(block: IXmlableObject): IXmlableObject {
  const { 'w:p': parts } = block;
  if (!Array.isArray(parts)) return block;
  return {
    'w:p': parts.map((part) => {
      const settings = part['w:pPr'];
      if (!Array.isArray(settings) || settings.some((one) => 'w:keepNext' in one)) return part;
      const before = settings.filter((one) => 'w:pStyle' in one);
      return { 'w:pPr': [...before, element('w:keepNext', undefined), ...settings.slice(before.length)] };
    }),
  };
}

/** A cell ends with a paragraph. */
function endedByText(children: readonly FileBlock[]): readonly FileBlock[] {
  const last = children.at(-1);
  return last === undefined || last instanceof Frame ? [...children, gap()] : children;
}

/** What parts a table from what follows: two tables that touch become one. */
export function gap(stays = false): FileBlock {
  return paragraphOf({ style: STYLES.gap, ...held(stays) });
}
