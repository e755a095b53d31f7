import { expect, it } from 'vitest';
import { pagePictures } from '../../../src/render/pdf/compile/page-pictures.js';

const page = (top: number, uses: readonly string[], more = '') =>
  `<g class="typst-page" transform="translate(0, ${top})" data-tid="p${top}" data-page-width="596" data-page-height="842">` +
  `<g transform="translate(1,2)">${uses.map((id) => `<use x="0" y="0" href="#${id}"/>`).join('')}${more}</g></g>`;

const drawing = (glyphs: string, ...pages: readonly string[]) =>
  `<svg class="typst-doc" viewBox="0 0 596 1684"><style type="text/css">svg { fill: none; }</style><defs class="glyph">${glyphs}</defs>` +
  `<defs class="clip-path"><clipPath id="c1"/></defs><style type="text/css"></style>${pages.join('')}</svg>`;

const [A, B] = ['<path id="gA" class="outline_glyph" d="M 1 1 "/>', '<path id="gB" class="outline_glyph" d="M 2 2 "/>'];

it('draws each page at the top of a picture of its own, with the shapes that it uses and no text to mark', () => {
  const marked = '<foreignObject x="0"><h5:div class="tsel">\n</h5:div></foreignObject>';
  // A space has no shape.
  const [first = '', second = ''] = pagePictures(drawing(A + B, page(0, ['gA', 'gSpace'], marked), page(842, ['gB', 'gA'])));
  expect(first).toContain(
    `viewBox="0 0 596 842" width="596" height="842"><style type="text/css">svg { fill: none; }</style><defs class="glyph">${A}</defs>`,
  );
  expect(first).not.toContain('foreignObject');
  expect(first).toContain('<use x="0" y="0" href="#gSpace"/>');
  expect(second).toContain(`<defs class="glyph">${B}${A}</defs>`);
  expect([first, second].map((picture) => /translate\(0, \d+\)/.test(picture))).toEqual([false, false]);
  expect([first, second].map((picture) => picture.endsWith('</g></g></svg>'))).toEqual([true, true]);
});

it('keeps what parts of a page are cut by, and every glyph where one is no outline', () => {
  const image = '<g id="gC"><image href="data:"/></g>';
  const [cut = '', pictured = ''] = pagePictures(
    drawing(A + B + image, page(0, ['gA'], '<g clip-path="url(#c1)"></g>'), page(842, ['gC'])),
  );
  expect(cut).toContain('<clipPath id="c1"/>');
  expect(pictured).toContain(`<defs class="glyph">${A}${B}${image}</defs>`);
});

it('makes the same picture of a page whatever stands before it', () => {
  const [, alone] = pagePictures(drawing(A, page(0, ['gA']), page(842, ['gA'])));
  const [, , later] = pagePictures(drawing(A + B, page(0, ['gA']), page(842, ['gB']), page(1684, ['gA']).replaceAll('p1684', 'p842')));
  expect(later).toBe(alone);
});
