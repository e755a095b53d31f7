import Handlebars from 'handlebars';
import type { Block } from '../../document/index.js';
import { type Drawing, drawChart } from './chart-svg.js';
import { inlineViews, plainText } from './inline-view.js';
import { element, escapeText } from './markup.js';
import { drawMoneyMap } from './money-svg.js';

/** A drawing with its caption; `id` is unique in the file. */
export function figureView(block: Extract<Block, { kind: 'figure' }>, id: string) {
  const drawing = block.figure.kind === 'chart' ? drawChart(block.figure.chart) : drawMoneyMap(block.figure.map);
  return {
    kind: block.figure.kind,
    drawing: new Handlebars.SafeString(svg(drawing, plainText(block.caption), block.alt, id)),
    caption: inlineViews(block.caption),
    hasCaption: block.caption.length > 0,
  };
}

/** The caption is the drawing's name and `alt` its description; without a caption `alt` is the name. */
function svg({ width, height, content }: Drawing, title: string, alt: string, id: string): string {
  const name = element('title', { id }, escapeText(title === '' ? alt : title));
  const description = title === '' ? '' : element('desc', { id: `${id}-text` }, escapeText(alt));
  const bottom = Math.ceil(height);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    'aria-labelledby': title === '' ? id : `${id} ${id}-text`,
    viewBox: `0 0 ${width} ${bottom}`,
    width,
    height: bottom,
  };
  return element('svg', attributes, name, description, content);
}
