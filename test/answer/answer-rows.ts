import { readFileSync } from 'node:fs';
import type { UnitWords } from '../../src/answer/index.js';

/** A line of the table of answers. */
export interface AnswerRow {
  /** `zh.txt:12: 2万5千`, so that a failing test names its place. */
  readonly name: string;
  readonly language: string;
  /** The unit that is asked for, `` for a pure number, and its word. */
  readonly unit: string;
  readonly word: string;
  readonly input: string;
  readonly expected: string;
}

/** The words of the chapters with which the table is read, in both languages as a page and a class set have them. */
export const ROW_WORDS: UnitWords = {
  point: ['个积分', '个', 'point', 'points'],
  value: ['点共享值', '点', 'SV'],
  percent: ['%'],
};

export function answerRows(): readonly AnswerRow[] {
  return ['zh.txt', 'en.txt', 'odd.txt'].flatMap(readRows);
}

function readRows(file: string): readonly AnswerRow[] {
  const lines = readFileSync(new URL(`../fixtures/answer/${file}`, import.meta.url), 'utf8').split('\n');
  let section = { language: '', unit: '', word: '' };
  return lines.flatMap((line, index): readonly AnswerRow[] => {
    if (line.startsWith('==')) {
      const [, language = '', unit = '', ...word] = line.split(' ');
      section = { language, unit: unit === '-' ? '' : unit, word: word.join(' ').replace(/^-$/, '') };
    }
    if (line === '' || line.startsWith('==') || line.startsWith('# ')) return [];
    const bar = line.indexOf(' | ');
    if (bar < 0) throw new Error(`${file}:${index + 1}: no bar`);
    const input = unescaped(line.slice(0, bar));
    return [{ name: `${file}:${index + 1}: ${line.slice(0, bar)}`, ...section, input, expected: line.slice(bar + 3) }];
  });
}

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replaceAll('\\n', '\n');
}
