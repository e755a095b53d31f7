import type { Diagnostic } from '../../diagnostics/index.js';
import type { Source } from '../../source/index.js';
import type { Workbook } from '../model/chapter.js';
import type { Language } from '../model/words.js';

/**
 * A chapter without words makes no page, words in a language that the program does not know make none, and a language of the workbook's
 * title in which a chapter has no words lacks it: none of that happens without a word.
 */
export function checkLanguages(
  { folder, sums, words }: { readonly folder: string; readonly sums: Source; readonly words: ReadonlyMap<Language, Source> },
  { title }: Pick<Workbook, 'title'>,
  known: readonly Language[],
): readonly Diagnostic[] {
  const top = { source: sums, start: 0, end: Math.min(1, sums.text.length) };
  const list = known.join(', ');
  if (words.size === 0) {
    const hint = `Write one beside sums.yaml, as docs/writing-chapters.md shows. Languages: ${list}.`;
    const message = `There are no words beside this file, such as en.md: ${folder} makes no page.`;
    return [{ code: 'words-present', severity: 'error', message, span: top, hint }];
  }
  const unknown = [...words].filter(([language]) => !known.includes(language));
  const missing = [...title.keys()].filter((language) => known.includes(language) && !words.has(language));
  return [
    ...unknown.map(([language, source]): Diagnostic => {
      const message = `No page is made in \`${language}\`: there are no shared words in that language.`;
      const span = { source, start: 0, end: Math.min(1, source.text.length) };
      return {
        code: 'words-present',
        severity: 'warning',
        message,
        span,
        hint: `Languages: ${list}. CONTRIBUTING.md tells how to add one.`,
      };
    }),
    ...missing.map((language): Diagnostic => {
      const message = `${folder} has no words in \`${language}\`, a language of the workbook: it is missing from its pages.`;
      const hint = `Write ${language}.md beside this file, or leave \`${language}\` out of \`title:\` in workbook.yaml.`;
      return { code: 'words-present', severity: 'warning', message, span: top, hint };
    }),
  ];
}
