import { type Diagnostic, type DiagnosticCode, didYouMean, suggest } from '../../diagnostics/index.js';
import { BUILT_IN_UNITS } from '../../number/index.js';
import type { Located, Span } from '../../source/index.js';
import type { ChapterSource } from '../model/chapter.js';
import type { Words } from '../model/words.js';
import { isUnsaid } from '../words/unsaid.js';
import { isWithoutWords, wordings } from './wordings.js';

/** Compares each words file with sums.yaml, both ways: names, claims, readings, assumptions, parties, units. */
export function checkWords(chapter: ChapterSource): readonly Diagnostic[] {
  return [...chapter.words.values()].flatMap((words) => [...checkWordings(chapter, words), ...checkUnits(chapter, words)]);
}

function checkWordings(chapter: ChapterSource, words: Words): readonly Diagnostic[] {
  return wordings(chapter, words).flatMap(({ code, what, key, defined, worded, optional, failed = [] }) => {
    const names = new Set(defined.map(({ value }) => value));
    const strangers = [...worded.keys()].filter((name) => !names.has(name) && !failed.includes(name));
    const misspelt = strangers.map((name) => suggest(name, names));
    const asked = optional === true ? [] : defined;
    const missing = asked
      .filter(({ value }) => isUnsaid(worded.get(value)?.value) && !misspelt.includes(value))
      .map(({ value, span }) =>
        problem(
          code,
          span,
          `The ${what} \`${value}\` has no wording in ${words.source.name}.`,
          `Add \`${value}: …\` under \`${key}:\` there.`,
        ),
      );
    const unknown = strangers.map((name) =>
      problem(
        'words-known-name',
        (worded.get(name) as Located<unknown>).span,
        `sums.yaml defines no ${what} \`${name}\`.`,
        didYouMean(name, names, 'Delete the line, or define it there.'),
      ),
    );
    return [...missing, ...unknown];
  });
}

function checkUnits({ sums }: ChapterSource, words: Words): readonly Diagnostic[] {
  const missing = sums.units
    .filter(({ value }) => isWithoutWords(value, words) || words.units.get(value)?.some(isUnsaid))
    .map(({ value, span }) =>
      problem(
        'unit-in-words',
        span,
        `The unit \`${value}\` has no wording in ${words.source.name}.`,
        `Add \`${value}: [one, many]\` under \`units:\` there.`,
      ),
    );
  const known = [...sums.units.map(({ value }) => value), ...BUILT_IN_UNITS];
  const top = { source: words.source, start: 0, end: 3 };
  const strangers = [...words.units.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => problem('words-known-name', top, `sums.yaml has no unit \`${name}\`.`, 'Delete it under `units:`, or list it there.'));
  return [...missing, ...strangers];
}

function problem(code: DiagnosticCode, span: Span, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, span, hint };
}
