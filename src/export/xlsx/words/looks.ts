import type { Fonts, Style } from '../file/book.js';

/** Fonts that Windows, WPS and macOS have, by language; LibreOffice puts others of the same shape in their place. */
export function fontsFor(isSpaced: boolean): Fonts {
  return isSpaced ? { text: 'Arial', head: 'Arial', figures: 'Arial' } : { text: '宋体', head: '黑体', figures: 'Times New Roman' };
}

const INK = '1F3A5F';
const GREY = '7A7F87';

/** The looks of all cells. Each is one object, so that a file lists it once. */
export const LOOKS = {
  title: { font: 'head', size: 16, color: INK },
  subtitle: { font: 'head', size: 12, color: INK, wrap: true },
  note: { font: 'text', size: 10, color: GREY, wrap: true },
  section: { font: 'head', fill: 'DFE7F1', color: INK, border: 'thin', wrap: true },
  sectionEnd: { font: 'head', fill: 'DFE7F1', color: INK, border: 'thin', align: 'center', wrap: true },
  label: { font: 'text', border: 'thin', wrap: true },
  small: { font: 'text', size: 10, border: 'thin', wrap: true, color: '444444' },
  smallHead: { font: 'head', size: 10, border: 'thin', align: 'center', wrap: true, color: INK, fill: 'EEF2F7' },
  smallFigure: { font: 'figures', size: 10, border: 'thin', align: 'center' },
  center: { font: 'text', border: 'thin', align: 'center', wrap: true },
  count: { font: 'figures', border: 'thin', align: 'center' },
  link: { font: 'text', border: 'thin', color: '1F5FA8', wrap: true },
  digits: { font: 'figures', size: 9, color: '9A9EA5', align: 'right' },
  digitsHead: { font: 'text', size: 9, color: '9A9EA5', align: 'center', wrap: true },
  verdict: { font: 'text', border: 'thin', align: 'center', wrap: true },
  answer: { font: 'figures', border: 'thin', align: 'right', fill: 'FFF4CC', unlocked: true },
  words: { font: 'text', border: 'thin', fill: 'FFF4CC', unlocked: true, wrap: true },
  choice: { font: 'text', border: 'thin', fill: 'FFF4CC', unlocked: true, align: 'center', wrap: true },
  plain: { font: 'text', wrap: true },
  strong: { font: 'head', wrap: true },
} as const satisfies Readonly<Record<string, Style>>;

/** Looks of figures by their kind and number of decimals, each made once; without a number each figure has the decimals that it needs. */
export interface FigureLooks {
  /** Worked out, locked. */
  figure(places?: number): Style;
  /** To be changed. */
  input: Style;
  /** To be filled in by a student. */
  open: Style;
}

export function createFigureLooks(): FigureLooks {
  const known = new Map<string, Style>();
  const once = (key: string, style: Style) => {
    const found = known.get(key) ?? style;
    known.set(key, found);
    return found;
  };
  return {
    figure: (places) =>
      once(`figure ${places}`, {
        font: 'figures',
        border: 'thin',
        align: 'right',
        ...(places === undefined ? {} : { places: Math.max(0, places) }),
      }),
    input: { font: 'figures', border: 'thin', align: 'right', fill: 'FFF4CC', unlocked: true },
    open: { font: 'figures', border: 'thin', align: 'right', fill: 'DDF2DF', unlocked: true },
  };
}
