import type { Inline } from '../../document/index.js';
import { drawMath, element, escapeText } from '../../render/html/index.js';
import type { LiveStep } from '../what-if/live-example.js';

/** The inside of one line of working: figures and result on the left, the same in words on the right, as the page prints them. */
export function stepMarkup(step: LiveStep): { readonly inside: string; readonly isStacked: boolean } {
  const figures = drawMath(step.math, step.alt, 'block');
  const reasons = step.reason.map(reasonMarkup);
  const remarks = [
    ...(step.note === undefined ? [] : [element('p', { class: 'remark' }, escapeText(step.note))]),
    ...(step.was === undefined ? [] : [element('p', { class: 'was' }, escapeText(step.was))]),
  ];
  return {
    inside:
      element('div', { class: 'step', tabindex: figures.isWide ? 0 : undefined }, figures.markup, ...remarks) +
      element('div', { class: 'reason' }, ...reasons.map(({ markup }) => markup)),
    isStacked: figures.isWide || reasons.some(({ isWide }) => isWide),
  };
}

function reasonMarkup(inline: Inline): { readonly markup: string; readonly isWide: boolean } {
  if (inline.kind !== 'math') return { markup: inline.kind === 'text' ? escapeText(inline.text) : '', isWide: false };
  const { markup, isBroken, isWide } = drawMath(inline.math, inline.alt, 'inline');
  if (!isBroken && !isWide) return { markup, isWide };
  return { markup: element('span', { class: 'own-line', tabindex: isWide ? 0 : undefined }, markup), isWide };
}
