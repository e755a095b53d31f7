import { type Diagnosed, type Diagnostic, didYouMean } from '../../diagnostics/index.js';
import type { OwnWords } from '../model/own-look.js';
import { PHRASES, type PhraseKey } from '../words/shared/phrases.js';
import type { SharedWords } from '../words/shared/shared-words.js';
import type { OwnMisconceptions } from './misconceptions.js';

/**
 * The shared words of each language, with a workbook's own phrases and misconceptions in their places. A phrase that no page uses, and one whose
 * slots are not those of the phrase that it replaces, are mistakes and replace nothing.
 */
export function withOwnWords(
  shared: readonly SharedWords[],
  { phrases }: OwnWords,
  misconceptions: OwnMisconceptions,
): Diagnosed<readonly SharedWords[]> {
  const languages = shared.map(({ language }) => language);
  const strangers = phrases.filter(({ language }, index) => {
    const isFirst = phrases.findIndex((one) => one.language.value === language.value) === index;
    return isFirst && !languages.includes(language.value);
  });
  const diagnostics: Diagnostic[] = strangers.map(({ language: { value, span } }) => ({
    code: 'known-key',
    severity: 'error',
    message: `There are no shared words in \`${value}\`.`,
    span,
    hint: didYouMean(value, languages, `Languages: ${languages.join(', ')}.`),
  }));
  const value = shared.map((words) => {
    const own = phrases.filter(({ language }) => language.value === words.language);
    const taken = own.flatMap(({ key, text }): readonly (readonly [PhraseKey, string])[] => {
      const mistake = mistakeOf(key, text, words);
      if (mistake !== undefined) diagnostics.push(mistake);
      return mistake === undefined ? [[key.value as PhraseKey, text.value]] : [];
    });
    return {
      ...words,
      phrases: new Map([...words.phrases, ...taken]),
      misconceptions: new Map([...words.misconceptions, ...(misconceptions.get(words.language) ?? [])]),
    };
  });
  return { value, diagnostics };
}

type Phrase = OwnWords['phrases'][number];

function mistakeOf(key: Phrase['key'], text: Phrase['text'], { phrases }: SharedWords): Diagnostic | undefined {
  const error = (code: Diagnostic['code'], { span }: Phrase['key'], message: string, hint: string): Diagnostic => {
    return { code, severity: 'error', message, span, hint };
  };
  if (!Object.hasOwn(PHRASES, key.value)) {
    const hint = didYouMean(key.value, Object.keys(PHRASES), 'templates/words/en.yaml of the program lists all phrases.');
    return error('known-key', key, `No page uses a phrase \`${key.value}\`.`, hint);
  }
  const replaced = phrases.get(key.value as PhraseKey) ?? '';
  if (text.value.trim() === '')
    return error('value-shape', key, `The phrase \`${key.value}\` is empty.`, `Its place is never empty: it is “${replaced}” of itself.`);
  const [wanted, found] = [slotsOf(replaced), slotsOf(text.value)];
  const lost = wanted.filter((slot) => !found.includes(slot));
  const strange = found.filter((slot) => !wanted.includes(slot));
  if (lost.length + strange.length === 0) return undefined;
  const what = [
    ...(lost.length === 0 ? [] : [`lacks ${lost.join(', ')}`]),
    ...(strange.length === 0 ? [] : [`has ${strange.join(', ')}, which nothing fills`]),
  ];
  return error('shared-words', text, `The phrase \`${key.value}\` ${what.join(' and ')}.`, `The phrase that it replaces is “${replaced}”.`);
}

/** `{page}` and such, each once. */
function slotsOf(text: string): readonly string[] {
  return [...new Set(text.match(/\{[^}]*\}/g) ?? [])];
}
