import type { DeskLanguage } from '../words/words.js';

export function SheetPage(_: { readonly language: DeskLanguage }) {
  return <div class="page-body" />;
}
