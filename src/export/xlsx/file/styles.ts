import type { Fonts, Highlight, Style } from './book.js';
import { element, xmlFile } from './xml.js';

/** Gives each look of a cell a number, and writes the part of the file that lists them. */
export interface StyleSheet {
  /** `literal`: a text that begins like a formula, which stays a text when somebody edits it. */
  indexOf(style: Style, literal: boolean): number;
  xml(): string;
}

export function createStyleSheet(fonts: Fonts): StyleSheet {
  const fontList = createList();
  const fillList = createList();
  const borderList = createList();
  const formatList = createList();
  const looks = createList();
  const known = new Map<Style, Map<boolean, number>>();
  fontList.add(fontXml({ font: 'text' }, fonts));
  fillList.add('<fill><patternFill patternType="none"/></fill>');
  fillList.add('<fill><patternFill patternType="gray125"/></fill>');
  borderList.add(borderXml({ font: 'text' }));
  const look = (style: Style, literal: boolean) =>
    looks.add(
      element(
        'xf',
        {
          numFmtId: style.places === undefined ? 0 : FIRST_FORMAT + formatList.add(formatCode(style.places)),
          fontId: fontList.add(fontXml(style, fonts)),
          fillId: style.fill === undefined ? 0 : fillList.add(fillXml(style.fill)),
          borderId: borderList.add(borderXml(style)),
          xfId: 0,
          ...(literal ? { quotePrefix: 1 } : {}),
          applyNumberFormat: 1,
          applyFont: 1,
          applyFill: 1,
          applyBorder: 1,
          applyAlignment: 1,
          applyProtection: 1,
        },
        element('alignment', { ...indent(style), vertical: 'center', ...(style.wrap === true ? { wrapText: 1 } : {}) }),
        element('protection', { locked: style.unlocked === true ? 0 : 1 }),
      ),
    );
  look({ font: 'text' }, false);
  return {
    indexOf: (style, literal) => {
      // Cells share a few looks, which are objects of their own.
      const ofStyle = known.get(style) ?? new Map<boolean, number>();
      const found = ofStyle.get(literal) ?? look(style, literal);
      known.set(style, ofStyle.set(literal, found));
      return found;
    },
    xml: () =>
      xmlFile(
        element(
          'styleSheet',
          { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
          counted(
            'numFmts',
            formatList.all.map((code, index) => element('numFmt', { numFmtId: FIRST_FORMAT + index, formatCode: code })),
          ),
          counted('fonts', fontList.all),
          counted('fills', fillList.all),
          counted('borders', borderList.all),
          '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
          counted('cellXfs', looks.all),
          '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
          counted('dxfs', HIGHLIGHT_LOOKS.map(highlightXml)),
        ),
      ),
  };
}

/** Room between the border and what stands at it. */
function indent({ align, border }: Style): Readonly<Record<string, string | number | undefined>> {
  if (border !== 'thin' || align === 'center') return { horizontal: align };
  return { horizontal: align ?? 'left', indent: 1 };
}

/** Numbers below are taken by the formats that every program knows. */
const FIRST_FORMAT = 164;
const STANDARD_SIZE = 11;

/** The place of a look among those that cells take for a while. */
export function highlightIndex(look: Highlight['look']): number {
  return HIGHLIGHT_LOOKS.indexOf(look);
}

const HIGHLIGHT_LOOKS: readonly Highlight['look'][] = ['right', 'wrong', 'open', 'whole', 'decimals'];

const COLOURS: Readonly<Record<'right' | 'wrong' | 'open', readonly [ink: string, paper: string]>> = {
  right: ['1E6B34', 'E3F3E6'],
  wrong: ['9C1C1C', 'FBE6E4'],
  open: ['6B6B6B', 'F3F3F3'],
};

/** Numbers of their own, beside those of the formats of cells. */
const GROUPED = { whole: [201, '#,##0'], decimals: [202, '#,##0.0###'] } as const;

function highlightXml(look: Highlight['look']): string {
  if (look === 'whole' || look === 'decimals') {
    const [numFmtId, formatCode] = GROUPED[look];
    return element('dxf', {}, element('numFmt', { numFmtId, formatCode }));
  }
  const [ink, paper] = COLOURS[look];
  return element(
    'dxf',
    {},
    element('font', {}, element('color', { rgb: `FF${ink}` })),
    element(
      'fill',
      {},
      element(
        'patternFill',
        { patternType: 'solid' },
        element('fgColor', { rgb: `FF${paper}` }),
        element('bgColor', { rgb: `FF${paper}` }),
      ),
    ),
  );
}

/** Grouped in threes as the program of the reader does it. */
function formatCode(places: number): string {
  return places <= 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

function fontXml({ font, size = STANDARD_SIZE, bold, italic, color = '222222' }: Style, fonts: Fonts): string {
  return element(
    'font',
    {},
    ...(bold === true ? ['<b/>'] : []),
    ...(italic === true ? ['<i/>'] : []),
    element('sz', { val: size }),
    element('color', { rgb: `FF${color}` }),
    element('name', { val: fonts[font] }),
  );
}

function fillXml(color: string): string {
  return element(
    'fill',
    {},
    element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb: `FF${color}` }), element('bgColor', { indexed: 64 })),
  );
}

function borderXml({ border }: Style): string {
  const line = (side: string, isDrawn: boolean) =>
    isDrawn ? element(side, { style: 'thin' }, element('color', { rgb: 'FFB8BDC4' })) : element(side);
  const all = border === 'thin';
  return element(
    'border',
    {},
    line('left', all),
    line('right', all),
    line('top', all),
    line('bottom', all || border === 'bottom'),
    element('diagonal'),
  );
}

function counted(name: string, children: readonly string[]): string {
  return children.length === 0 ? '' : element(name, { count: children.length }, ...children);
}

function createList(): { readonly all: readonly string[]; add(entry: string): number } {
  const all: string[] = [];
  const places = new Map<string, number>();
  return {
    all,
    add: (entry) => {
      const found = places.get(entry) ?? all.push(entry) - 1;
      places.set(entry, found);
      return found;
    },
  };
}
