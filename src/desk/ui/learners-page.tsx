import type { DeskLanguage } from '../words/words.js';

export function LearnersPage(_: { readonly language: DeskLanguage }) {
  return <div class="page-body" />;
}
