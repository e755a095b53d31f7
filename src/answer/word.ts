import { createAnswerReader } from './read-answer.js';

/** Chinese pages letter a list 甲, 乙, 丙, … where others have a, b, c, …. */
const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** A letter or a code as people write it: capitals, width, spaces, brackets and stops make no difference, nor does 甲 in place of A. */
export function plainWord(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[\s\p{Default_Ignorable_Code_Point}()[\]【】.。、,:;#]/gu, '')
    .replace(new RegExp(`^[${STEMS}]$`, 'u'), (stem) => String.fromCharCode('A'.charCodeAt(0) + STEMS.indexOf(stem)))
    .toUpperCase();
}

/** Whether `written` is the letter, the code, or the number of the line `word`; `第2行`, `(2)`, `02`, `line 2`, `②` are line 2. */
export function isSameWord(written: string, word: string): boolean {
  const [plain, wanted] = [plainWord(written), plainWord(word)];
  return plain === wanted || (/^\d+$/.test(wanted) && lineNumber(plain) === wanted);
}

/** What may stand around the number of a line. */
const LINE = /^(?:第|LINE|ROW|NO|行|L)?(.+?)(?:行|号)?$/u;

function lineNumber(plain: string): string | undefined {
  const read = createAnswerReader({})(LINE.exec(plain)?.[1] ?? '', '');
  return read.kind === 'figure' ? read.value.toFixed() : undefined;
}
