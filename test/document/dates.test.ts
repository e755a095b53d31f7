import { describe, expect, it } from 'vitest';
import { figureText, type shownDate } from '../../src/document/wording/figures.js';
import { symbolicMath } from '../../src/document/wording/math.js';
import { spokenMath } from '../../src/document/wording/spoken.js';
import { DATE } from '../../src/number/index.js';
import { bookOf } from '../office/sheets.js';
import { blockText } from '../support/document-text.js';
import { parseText } from '../support/formula-text.js';
import { oneChapter } from '../support/one-chapter.js';
import { sampleVoice } from '../support/sample-voice.js';

const SUMS = `examples:
  loan:
    givens: { begins: 2026-03-01, ends: 2026-11-29 }
    steps:
      term: days(begins, ends)
      by_months: days360(begins, ends)
      warned: ends - 30 day
      is_late: warned > 2026-10-29
      apart: ends - begins
      back: begins + term
    rounds:
      each: month
      start: { due: begins }
      row: { due: before.due + 30 day }
      rows: 2
    claims:
      warning: { printed: 2026-11-01, of: warned, expect: contradicts }
exercises:
  term: { compute: [loan.term, loan.by_months], marks: 1, level: basic }
`;
const WORDS = `---
title: T
goal: G
minutes: 1
claims: { loan.warning: A warning on the first of November. }
---

A warning comes on {{loan.warned}}.

::: givens loan
:::

::: table loan 0-2
:::

::: exercise term
Count.
:::
`;

const built = oneChapter(SUMS, WORDS, ['student', 'key', 'teacher']);
const [student = '', key = '', teacher = ''] = built.documents.map(({ document: { chapters } }) =>
  blockText([...(chapters[0]?.blocks ?? []), ...(chapters[0]?.appendix ?? [])]).replaceAll('\u00a0', ' '),
);
const example = built.chapters[0]?.evaluated.examples.get('loan');

describe('dates', () => {
  it('are figures that days are added to', () => {
    expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const value = (name: string) => {
      const found = example?.quantities.get(name)?.value;
      return typeof found === 'object' ? `${found.amount.toFixed()} ${found.unit.key}` : String(found);
    };
    // 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 28 days from the first of March to 29 November; 8 months of 30 days and 28.
    expect([value('term'), value('apart'), value('by_months')]).toEqual(['273 day', '273 day', '268 day']);
    expect(value('is_late')).toBe('true');
  });

  it('are printed as dates: in sentences, boxes, tables and workings', () => {
    // 29 November less 30 days is 30 October.
    expect(student).toContain('A warning comes on 30 October 2026.');
    for (const line of [
      '| begins | 1 March 2026',
      '| ends | 29 November 2026',
      '| 0 | 1 March 2026',
      '| 1 | 31 March 2026',
      '| 2 | 30 April 2026',
    ])
      expect(student).toContain(line);
    expect(key).toContain('days from  1 March 2026  to  29 November 2026 = 273 days // term = days from  begins  to  ends');
    expect(key).toContain('29 November 2026 , 30 to a month = 268 days');
  });

  it('are judged as dates, and nothing is said of a date that grows by one per cent', () => {
    expect(teacher).toContain('| 1 November 2026 | 30 October 2026 | contradicts what is given');
    expect(teacher).not.toContain('%');
  });

  it('are written as each language writes them', () => {
    const figure = (parseText('2026-03-01').value as { readonly amount: Parameters<typeof shownDate>[0] }).amount;
    expect(['en', 'zh'].map((language) => figureText({ amount: figure, unit: DATE }, sampleVoice(language as 'en').voice))).toEqual([
      '1 March 2026',
      '2026年3月1日',
    ]);
    const spoken = (language: 'en' | 'zh') => {
      const { voice } = sampleVoice(language);
      const { value } = parseText('days(2026-03-01, 2026-11-29)');
      if (value === undefined) throw new Error('it can be read');
      return spokenMath(symbolicMath(value, { voice }), voice).replaceAll('\u00a0', ' ');
    };
    expect(spoken('en')).toBe('days from 1 March 2026 to 29 November 2026');
    expect(spoken('zh')).toContain('2026');
  });

  it('stand in spreadsheets as texts, beside the numbers by which spreadsheets know them', () => {
    const [content] = built.chapters;
    if (content === undefined) throw new Error('there is a chapter');
    const book = bookOf(content, 'en', { edition: 'teacher', mostRows: 5 });
    const contents = book.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell?.content)));
    expect(contents).toContainEqual({ kind: 'text', text: '2026-03-01' });
    expect(contents).toContainEqual(
      expect.objectContaining({ formula: expect.stringContaining('YEAR(loan_warned)'), value: '2026-10-30' }),
    );
    expect(contents).toContainEqual(expect.objectContaining({ formula: '((loan_ends)-(loan_begins))', value: 273 }));
    expect(contents).toContainEqual(expect.objectContaining({ formula: 'DAYS360(loan_begins,loan_ends,TRUE())', value: 268 }));
    // 1 March 2026 is day 46082 of any spreadsheet.
    expect(contents).toContainEqual(expect.objectContaining({ formula: '46082', value: 46082 }));
    expect(contents).toContainEqual(expect.objectContaining({ value: '2026-03-31' }));
    // A claim: the first of November is day 46327, two days after what comes out.
    expect(contents).toContainEqual({ kind: 'text', text: '2026-11-01' });
    expect(contents).toContainEqual(expect.objectContaining({ formula: expect.stringContaining('-46327'), value: -2 }));
  });

  it('that follow from what a student works out are open in the spreadsheet until then', () => {
    const [content] = built.chapters;
    if (content === undefined) throw new Error('there is a chapter');
    const { sheets } = bookOf(content, 'en', { edition: 'student', mostRows: 5 });
    const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map((cell) => cell?.content)));
    const shown = cells.filter((one) => one?.kind === 'formula' && one.formula.includes('YEAR(loan_back)'));
    expect(shown).toEqual([{ kind: 'formula', formula: expect.stringMatching(/^IFERROR\(YEAR\(/), value: '…' }]);
  });
});
