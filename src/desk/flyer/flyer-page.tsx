import type { DeskLanguage } from '../words/words.js';

/** A table for somebody who has a flyer in hand: what is printed, how it is figured, and whether it comes out. */
export function FlyerPage(_: { readonly language: DeskLanguage }) {
  return <div class="page-body" />;
}
