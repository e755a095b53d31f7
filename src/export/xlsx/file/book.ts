/** A workbook as it stands in a file, in no language and of no chapter. */
export interface Book {
  readonly title: string;
  /** BCP 47: `zh-Hans`. */
  readonly language: string;
  readonly fonts: Fonts;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}

export interface Fonts {
  readonly text: string;
  readonly head: string;
  readonly figures: string;
}

/** A name for a cell or a range, `'例 1'!$J$4`. */
export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
}

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** Widths in characters, from column A on. */
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
  /** Cells joined into one: `A1:F1`. */
  readonly merges: readonly string[];
  /** Rows above which a screen stays when it scrolls; 0 = none. */
  readonly frozenRows: number;
  readonly landscape: boolean;
  /** The last column that is printed, from 1 on; absent = all. */
  readonly printedColumns?: number;
  /** Rows that are printed on top of each page, from 1 on; absent = none. */
  readonly repeatedRows?: readonly [first: number, last: number];
  /** True = only unlocked cells can be changed, until somebody lifts the protection, which has no password. */
  readonly isProtected: boolean;
  readonly lists: readonly ChoiceList[];
  readonly highlights: readonly Highlight[];
  readonly links: readonly SheetLink[];
  readonly charts: readonly ChartPlace[];
}

export interface Row {
  /** In points; absent = one line. */
  readonly height?: number;
  /** By column, from 0 on; undefined = nothing stands there. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Cell {
  readonly style: Style;
  /** Absent = an empty cell that has a style. */
  readonly content?: Content;
}

export type Content =
  /** Always literal: `=1+1` as a text stays a text. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** Without `=` in front; `value` is what it gives, which programs show that do not calculate. */
  | { readonly kind: 'formula'; readonly formula: string; readonly value: FormulaValue; readonly fill?: FilledDown };

/** Cells of a column that hold one formula, filled down from the first of them: only that one is written out. */
export interface FilledDown {
  /** One number for each such formula of a sheet. */
  readonly group: number;
  /** In the first cell: all cells of the group. */
  readonly range?: string;
}

/** `undefined` = not available (#N/A). */
export type FormulaValue = number | string | boolean | undefined;

export interface Style {
  readonly font: 'text' | 'head' | 'figures';
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** `RRGGBB`. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: 'thin' | 'bottom';
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly unlocked?: boolean;
  /** How many decimals are shown; absent = the program decides. The figure is rounded by its formula, never by this. */
  readonly places?: number;
}

/** Cells that take one of several texts. */
export interface ChoiceList {
  readonly range: string;
  /** A range that holds the texts, since texts in the file may hold no comma. */
  readonly from: string;
}

/** Cells that look otherwise while a formula holds for them, written for the first cell of the range. */
export interface Highlight {
  readonly range: string;
  readonly formula: string;
  /** Colours; or how a figure of many digits is grouped. */
  readonly look: 'right' | 'wrong' | 'open' | 'whole' | 'decimals';
}

export interface SheetLink {
  readonly cell: string;
  readonly sheet: string;
}

export interface ChartPlace {
  /** Rows and columns from 0 on. */
  readonly from: { readonly column: number; readonly row: number };
  readonly to: { readonly column: number; readonly row: number };
  readonly chart: LineChart;
}

/** Points joined by straight lines. */
export interface LineChart {
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly hasMarkers: boolean;
  readonly x: ChartRange;
  readonly y: ChartRange;
}

export interface ChartRange {
  readonly range: string;
  /** What the cells hold, for programs that do not look. */
  readonly values: readonly (number | undefined)[];
}
