/** A part of a key as it is set, in mm: in half the width or across the page; `gap` keeps it from what stands above it. */
export interface KeyPart {
  readonly height: number;
  readonly narrow: boolean;
  readonly gap: number;
}

/** Parts by their numbers: one across the page, or the first to stand in the left column, in the right, and after both. */
export type Band = { readonly across: number } | { readonly left: number; readonly right: number; readonly end: number };

/** What the bands of one page are, from top to bottom. */
export type ColumnPage = readonly Band[];

/** Millimetres that rounding may take. */
const SAFE = 0.5;

/**
 * Parts in their order on pages of `height` mm, of which `head` are taken on the first. Neighbours that are narrow stand in two columns as
 * equal as their heights allow; left comes before right. A part that is higher than a page has pages of its own.
 */
export function planColumns(parts: readonly KeyPart[], height: number, head: number): readonly ColumnPage[] {
  const pages: Band[][] = [[]];
  let used = head;
  let start = 0;
  const close = (end: number) => {
    if (start < end) {
      pages.at(-1)?.push(balanced(parts.slice(start, end), start));
      used += (parts[start]?.gap ?? 0) + columnsHeight(parts.slice(start, end));
    }
    start = end;
  };
  const turn = () => {
    if (pages.at(-1)?.length === 0) return;
    pages.push([]);
    used = 0;
  };
  for (const [index, part] of parts.entries()) {
    if (part.narrow) {
      const open = parts.slice(start, index + 1);
      if (used + (open[0]?.gap ?? 0) + columnsHeight(open) > height - SAFE) {
        close(index);
        turn();
      }
      continue;
    }
    close(index);
    if (used + part.gap + part.height > height - SAFE) turn();
    pages.at(-1)?.push({ across: index });
    used += part.gap + part.height;
    start = index + 1;
  }
  close(parts.length);
  return pages;
}

function balanced(run: readonly KeyPart[], first: number): Band {
  const heights = run.map((_, index) => splitHeight(run, index + 1));
  return { left: first, right: first + 1 + heights.indexOf(Math.min(...heights)), end: first + run.length };
}

function columnsHeight(run: readonly KeyPart[]): number {
  return Math.min(...run.map((_, index) => splitHeight(run, index + 1)));
}

/** The higher of two columns, of which the left holds `left` parts. */
function splitHeight(run: readonly KeyPart[], left: number): number {
  return Math.max(stacked(run.slice(0, left)), stacked(run.slice(left)));
}

function stacked(column: readonly KeyPart[]): number {
  return column.reduce((sum, { height, gap }, index) => sum + height + (index === 0 ? 0 : gap), 0);
}
