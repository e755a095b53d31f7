import { tellFailure } from '../told/tell-failure.js';
import type { DeskLanguage } from '../words/words.js';

/** What went wrong, told as soon as it is there; nothing where nothing did. */
export function Failed({ thrown, language }: { readonly thrown: unknown; readonly language: DeskLanguage }) {
  return thrown === undefined ? null : (
    <p class="failure" role="alert">
      {tellFailure(thrown, language)}
    </p>
  );
}
