import { describe, expect, it } from 'vitest';
import { printDiagnostic } from '../../src/diagnostics/index.js';
import { assembleHandout, exerciseSheets } from '../../src/document/index.js';
import { symbolicMath } from '../../src/document/wording/math.js';
import { spokenMath } from '../../src/document/wording/spoken.js';
import { type Formula, parseFormula } from '../../src/formula/index.js';
import { BUILT_IN_UNITS } from '../../src/number/index.js';
import { blockText } from '../support/document-text.js';
import { oneChapter } from '../support/one-chapter.js';
import { sampleVoice } from '../support/sample-voice.js';
import { sharedWords } from '../support/shipped-document.js';

const SUMS = `document: { letter: D, file: flyer.txt }
examples:
  shop:
    givens:
      sold: { is: 1200 yuan, line: 2 }
      commission: { tiers: [[0 yuan, 0.8%], [500 yuan, 0.5%], [1000.50 yuan, 0.3%]], line: 3 }
    steps: { fee: sold * 2 }
exercises: {}
`;
const WORDS = `---
title: T
goal: G
minutes: 1
names: { shop.sold: goods sold, shop.fee: fee }
---

::: givens shop
:::

::: worked shop.fee
:::
`;

function page(sums: string): string {
  const { documents, diagnostics } = oneChapter(sums, WORDS, ['student']);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return blockText(documents[0]?.document.chapters[0]?.blocks ?? []).replaceAll('\u00a0', ' ');
}

describe('a table of rates among the givens', () => {
  it('stands in the box of facts: from where, up to where, the rate', () => {
    const text = page(SUMS);
    for (const line of [
      '| goods sold | 1200 yuan | D 2',
      '| from (yuan) | below (yuan) | rate',
      '| 0.0 | 500.0 | 0.8%',
      '| 500.0 | 1000.5 | 0.5%',
      '| 1000.5 | no limit | 0.3%',
    ])
      expect(text).toContain(line);
  });

  it('is named where a working goes by it, and the sum has the tiers that are reached', () => {
    // 500 · 0.8% = 4; 500.50 · 0.5% = 2.5025; 199.50 · 0.3% = 0.5985: together 7.101.
    expect(page(SUMS.replace('sold * 2', '"marginal(sold, commission)"'))).toContain(
      '500 yuan × 0.8% + (1000.5 yuan − 500 yuan) × 0.5% + (1200 yuan − 1000.5 yuan) × 0.3% = 7.101 yuan // ' +
        'fee = commission on  goods sold , each tier at its rate',
    );
    // 1200 · 0.3% = 3.6.
    expect(page(SUMS.replace('sold * 2', '"whole(sold, commission)"'))).toContain(
      '1200 yuan × 0.3% = 3.6 yuan // fee = commission on  goods sold , all at the rate of its tier',
    );
  });

  it('goes with an exercise that is asked far from its chapter, where its working goes by it', () => {
    const exercises = (fee: string) =>
      SUMS.replace('sold * 2', fee).replace('exercises: {}', 'exercises: { fee: { compute: shop.fee, marks: 1, level: basic } }');
    const facts = (fee: string) => {
      const [content] = oneChapter(exercises(fee), `${WORDS}\n::: exercise fee\nDo it.\n:::\n`, ['student']).chapters;
      return content === undefined ? '' : blockText(exerciseSheets(content, sharedWords('en')).value.flatMap((sheet) => sheet.facts));
    };
    expect(facts('"marginal(sold, commission)"')).toContain('| from (yuan) | below (yuan) | rate');
    expect(facts('sold * 2')).not.toContain('rate');
  });

  it.each([
    ['marginal', 'en', 'take rate on amount spent , each tier at its rate'],
    ['whole', 'zh', '消费额全部按抽成比例中所达一档计算'],
  ] as const)('is spoken by its name: %s, %s', (name, language, expected) => {
    const { voice } = sampleVoice(language);
    const number = (text: string) => parseFormula({ name: 'formula', text }, 0, text.length, new Set(BUILT_IN_UNITS)).value as Formula;
    const text = `${name}(spend, rate)`;
    const tiers = new Map([['rate', [number('1%'), number('500 yuan'), number('2%')]]]);
    const formula = parseFormula({ name: 'formula', text }, 0, text.length, new Set(BUILT_IN_UNITS), tiers).value as Formula;
    expect(spokenMath(symbolicMath(formula, { voice, example: 'plan' }), voice).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});

const COPIES = `examples:
  shop:
    givens: { sold: 1200 yuan, commission: { tiers: [[0 yuan, 0.8%], [500 yuan, 0.5%]] } }
    steps: { fee: "marginal(sold, commission)" }
  stall: { like: shop, givens: { sold: 700 yuan }, vary: { sold: 600 .. 800 step 100 yuan } }
exercises:
  own: { compute: stall.fee, marks: 1, level: basic }
  shops: { compute: shop.fee, marks: 1, level: basic }
`;
const PROMPTS = '::: exercise own\nA stall sold {{stall.sold}}.\n:::\n\n::: exercise shops\nAnd the shop?\n:::\n';
const headOf = (words: string) => words.slice(0, words.indexOf('::: givens'));

describe('a table of rates that exercises of a copy need', () => {
  const handout = (words: string, sheetTitle?: string, names = ['own', 'shops']) => {
    const { workbook, chapters } = oneChapter(COPIES, words, ['student']);
    const contents = chapters.map((one) => ({ ...one, exercises: one.exercises.filter(({ name }) => names.includes(name)) }));
    const mark = { student: '', group: '', code: 'K7Q2M', recipe: 'one' };
    const options = { name: 'h', language: 'en', size: 'standard', shared: sharedWords('en'), mark } as const;
    if (workbook === undefined) throw new Error('the workbook has mistakes');
    const made = assembleHandout(workbook, contents, { ...options, ...(sheetTitle === undefined ? {} : { sheetTitle }) }).value;
    return blockText(made.chapters.flatMap(({ blocks }) => blocks)).replaceAll('\u00a0', ' ');
  };
  const boxed = `${headOf(WORDS)}::: givens shop\n:::\n\n${PROMPTS}`;
  const times = (text: string) => text.split('| from (yuan) | below (yuan) | rate').length - 1;

  it('stands on a handout of a student and on a sheet, once, before the exercise', () => {
    for (const text of [handout(boxed), handout(boxed, 'Sheet'), handout(boxed, undefined, ['own']), handout(boxed, 'Sheet', ['own'])]) {
      expect(times(text)).toBe(1);
      for (const line of ['| 0 | 500 | 0.8%', '| 500 | no limit | 0.5%']) expect(text).toContain(line);
      expect(text.indexOf('0.8%')).toBeLessThan(text.indexOf('A stall sold'));
    }
  });

  it('has to stand in a box of the chapter before an exercise whose numbers vary', () => {
    const found = (words: string) => oneChapter(COPIES, words, ['student']).diagnostics.filter(({ code }) => code === 'givens-stated');
    expect(found(boxed)).toEqual([]);
    expect(found(`${headOf(WORDS)}::: givens stall\n:::\n\n${PROMPTS}`)).toEqual([]);
    expect(found(`${headOf(WORDS)}${PROMPTS}`).map((one) => printDiagnostic(one))).toEqual([
      [
        'en.md:8:14: error givens-stated',
        '  8 | ::: exercise own',
        '    |              ^^^',
        'The answers of exercise `own` need the table of rates `shop.commission`, and no box before it holds it.',
        'hint: Write `::: givens shop` and `:::` before it.',
      ].join('\n'),
    ]);
  });
});
