/**
 * A picture for each page of a drawing that has them all, with the shapes of the glyphs that it uses. A page that has not changed gives the
 * same picture, whatever happened to the others.
 */
export function pagePictures(drawing: string): readonly string[] {
  const [head = '', ...pages] = drawing.slice(0, drawing.lastIndexOf('</svg>')).split(PAGE_BEGINS);
  const [, style = '', glyphs = '', others = ''] = /(<style.*?<\/style>)<defs class="glyph">(.*?)<\/defs>(.*)$/s.exec(head) ?? [];
  const shapes = new Map([...glyphs.matchAll(GLYPH)].map(([shape, id]) => [id, shape]));
  return pages.map((rest) => {
    const page = rest.replace(SELECTABLE, '');
    const [, width = '', height = ''] = /data-page-width="([\d.]+)" data-page-height="([\d.]+)"/.exec(page) ?? [];
    const used = [...new Set([...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id))];
    // A space has no shape. A glyph that is no outline stands there in a form of its own: then all are kept.
    const isOutline = (id: string | undefined) => shapes.has(id) || !glyphs.includes(` id="${id}"`);
    const own = used.every(isOutline) ? used.map((id) => shapes.get(id) ?? '').join('') : glyphs;
    const defined = `<defs class="glyph">${own}</defs>${page.includes('url(#') ? others : ''}`;
    return `<svg ${NAMESPACES} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${style}${defined}<g class="typst-page"${atTop(page)}</svg>`;
  });
}

const PAGE_BEGINS = '<g class="typst-page"';
const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h5="http://www.w3.org/1999/xhtml"';
const GLYPH = /<path id="([^"]+)"[^>]*\/>/g;
/** Text over the glyphs that nobody sees, to be marked with the mouse, which a picture in a page does not allow. */
const SELECTABLE = /<foreignObject.*?<\/foreignObject>/gs;

/** Pages stand below each other in the drawing. */
function atTop(page: string): string {
  return page.replace(/ transform="translate\([^)]*\)"/, '');
}
