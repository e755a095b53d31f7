import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerReader, type ReadAnswer, saidFigure } from '../../src/answer/index.js';
import { type AnswerRow, answerRows, ROW_WORDS } from './answer-rows.js';

const read = createAnswerReader(ROW_WORDS);

/** As the table writes it. */
function written(answer: ReadAnswer, { word }: AnswerRow): string {
  switch (answer.kind) {
    case 'empty':
      return 'empty';
    case 'refused':
      return `refused ${answer.reason}: ${visible(answer.text)}`;
    case 'other-unit':
      return `other unit ${answer.value.toFixed()}: ${answer.unit}`;
    case 'figure': {
      const said = saidFigure(answer, [word])?.replace(/[\u00a0\u2009]/g, ' ');
      const value = answer.value.isZero() ? '0' : answer.value.toFixed();
      return said === undefined ? value : `${value} | ${said}`;
    }
  }
}

/** Control characters as the table writes them. */
function visible(text: string): string {
  return text.replaceAll('\n', '\\n').replace(/\p{Cc}/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

describe('the table of answers', () => {
  it.each(answerRows().map((row) => [row.name, row] as const))('%s', (_, row) => {
    expect(written(read(row.input, row.unit), row)).toBe(row.expected);
  });

  it('has more than three hundred rows in two languages', () => {
    expect(answerRows().length).toBeGreaterThan(300);
  });
});

describe('what is typed', () => {
  it('never ends the reader, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 150 }),
        fc.constantFrom('', 'yuan', 'yuan/point'),
        (text, unit) => void read(text, unit),
      ),
    );
    const parts = fc.constantFrom(
      '5',
      '12',
      '.',
      ',',
      ' ',
      '/',
      '元',
      '角',
      '万',
      '千',
      '零',
      '二',
      '百分之',
      '½',
      '²',
      '^',
      '×',
      '10',
      '-',
      'k',
      'yuan',
      '约',
      '又',
      '分之',
      '每',
      '点',
      'e3',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), (some) => void read(some.join(''), 'yuan')),
      { numRuns: 2000 },
    );
  });

  it('is never cut off: what is read and one more sign behind it is another answer, or none', () => {
    for (const rest of ['q', ' kg', ' 7', '7z', '#', '(', ' or 8', '多'])
      expect([rest, read(`5 元${rest}`, 'yuan').kind]).toEqual([rest, 'refused']);
  });
});
