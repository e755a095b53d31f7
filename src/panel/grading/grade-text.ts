import type { RefusalReason } from '../../answer/index.js';
import type { Grade } from './grade.js';

/** The phrases of a page by their names, with slots such as `{text}`. */
export type GradeWords = Readonly<Record<GradePhrase, string>>;

type GradePhrase =
  | 'check-right'
  | 'check-wrong'
  | 'check-looks-like'
  | 'check-other-unit'
  | 'check-read-as'
  | 'pure-number'
  | `refused-${RefusalReason}`;

/** What stands below a field: the grade in words, with what was understood where that does not go without saying. */
export function gradeText(grade: Grade, words: GradeWords): string {
  switch (grade.kind) {
    case 'empty':
      return '';
    case 'other-unit':
      return words['check-other-unit'].replace('{unit}', () => grade.asked || words['pure-number']);
    case 'unreadable':
      return words[`refused-${grade.reason}`].replace('{text}', () => grade.text);
    case 'looks-like':
      return withRead(
        words['check-looks-like'].replace('{text}', () => grade.text),
        grade.read,
        words,
      );
    default:
      return withRead(words[`check-${grade.kind}`], grade.read, words);
  }
}

function withRead(text: string, read: string | undefined, words: GradeWords): string {
  return read === undefined ? text : `${text} ${words['check-read-as'].replace('{figure}', () => read)}`;
}
