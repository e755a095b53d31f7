import { invariant } from '../../../diagnostics/index.js';
import type { Paper } from '../../output/format.js';
import type { RenderedFile } from '../../output/rendered-file.js';
import type { SheetDrawer, SheetPlan } from './compiler.js';

/** `booklet`: folded in the middle and stapled there. `two-up`: two pages beside each other, to be cut or read as they are. */
export type Imposition = 'booklet' | 'two-up';

/**
 * A sheet lies crosswise: millimetres. Half a Letter sheet is of another shape than a Letter page, which would be small in it with wide
 * margins; it is enlarged until 6 mm are left beside what is printed.
 */
const SHEETS: Readonly<Record<Paper, Omit<SheetPlan, 'sheets'>>> = {
  a4: { width: 297, height: 210, enlarged: 1 },
  letter: { width: 279.4, height: 215.9, enlarged: 1.125 },
};

/** The pages of a finished PDF on sheets of the same paper laid crosswise, both sides, as `<name>.booklet.pdf` or `<name>.two-up.pdf`. */
export function imposePages(file: RenderedFile, imposition: Imposition, paper: Paper, draw: SheetDrawer): RenderedFile {
  invariant(typeof file.content !== 'string' && file.pages !== undefined, `${file.path} is not a PDF`);
  const sheets = imposition === 'booklet' ? bookletOrder(file.pages) : pairs(file.pages);
  const content = draw(file.content, { ...SHEETS[paper], sheets });
  return { path: file.path.replace(/\.pdf$/, `.${imposition}.pdf`), content, pages: sheets.length };
}

/**
 * Sides of folded sheets, front and back in turn: with 8 pages 8|1, 2|7, 6|3, 4|5. The number of pages is raised to a multiple of four;
 * the places added stay empty.
 */
export function bookletOrder(pages: number): SheetPlan['sheets'] {
  const places = Math.ceil(pages / 4) * 4;
  const page = (number: number) => (number <= pages ? number : null);
  return Array.from({ length: places / 2 }, (_, side) => {
    const low = page(side + 1);
    const high = page(places - side);
    return side % 2 === 0 ? [high, low] : [low, high];
  });
}

function pairs(pages: number): SheetPlan['sheets'] {
  return Array.from({ length: Math.ceil(pages / 2) }, (_, sheet) => [2 * sheet + 1, 2 * sheet + 2 <= pages ? 2 * sheet + 2 : null]);
}
