import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Bank, NumberBlank } from '../../src/export/index.js';
import { EXPORT_FORMATS } from '../../src/export/index.js';
import { moodleAnswers } from '../../src/export/model/middles.js';
import { amount } from '../../src/number/index.js';
import { exportOrder } from './export-order.js';
import { manualBanks } from './manual-banks.js';
import { type DoubleField, type DoubleQuestion, gradeNumber, importMoodle, takesIn, typedNumber } from './moodle-double.js';
import { probesOf } from './probes.js';
import { shippedBanks } from './shipped-banks.js';

const imported = (banks: readonly Bank[]) =>
  EXPORT_FORMATS.moodle.make(exportOrder(banks)).flatMap(({ content }) => importMoodle(String(content)));

describe('the double of Moodle', () => {
  // As the importer and grader of Moodle 4.2.3 answered.
  test.each<[string, number | undefined]>([
    ['1.68', 1.68],
    [' 1 234.5 ', 1234.5],
    ['1,234.5', 1234.5],
    ['.5', 0.5],
    ['1.68e0', 1.68],
    ['-40', -40],
    ['168/100', Number.NaN],
    ['1.68 yuan', Number.NaN],
    ['1,68', undefined],
    ['１.６８', undefined],
    ['¥1.68', undefined],
    ['', undefined],
  ])('reads %s as %s', (typed, value) => {
    expect(typedNumber(typed)).toBe(value);
  });

  it('takes in both ends of an interval, and nothing that can be typed beyond them', () => {
    const answer = { fraction: 1, text: '1.68', tolerance: 0.005, feedback: '' };
    expect([1.675, 1.685, 1.6749999, 1.6850001].map((value) => takesIn(answer, value))).toEqual([true, true, false, false]);
  });
});

describe('an interval around a figure', () => {
  const blank = (low: string, shown: string, high: string, more: NumberBlank['accepted'] = []): NumberBlank => ({
    kind: 'number',
    id: 'x',
    label: 'x',
    unit: '',
    shown,
    accepted: [{ low, high }, ...more],
    misconceptions: [],
  });
  const written = (one: NumberBlank) => moodleAnswers(one).map(({ value, tolerance }) => `${value} ± ${tolerance}`);

  test.each<[string, NumberBlank, readonly string[]]>([
    ['the same on both sides', blank('1.675', '1.68', '1.685'), ['1.68 ± 0.005']],
    // 257.035 … 257.075: 257.04 ± 0.005 and the rest, 257.045 to 257.075.
    ['more above', blank('257.035', '257.04', '257.075'), ['257.04 ± 0.005', '257.06 ± 0.015']],
    ['more below', blank('59.885', '59.98', '59.985'), ['59.98 ± 0.005', '59.93 ± 0.045']],
    ['a second interval', blank('1', '1', '1', [{ low: '3', high: '4' }]), ['1 ± 0', '3.5 ± 0.5']],
  ])('%s', (_name, one, answers) => {
    expect(written(one)).toEqual(answers);
  });

  it('is covered exactly, and the figure of the key comes first', () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(cents, fc.nat(5000), fc.nat(5000), (middle, below, above) => {
        const [low, shown, high] = [middle - below, middle, middle + above].map((value) => amount(value).dividedBy(100));
        if (low === undefined || shown === undefined || high === undefined) return;
        const answers = moodleAnswers(blank(low.toFixed(), shown.toFixed(), high.toFixed()));
        const ends = answers.flatMap(({ value, tolerance }) => [amount(value).minus(tolerance), amount(value).plus(tolerance)]);
        expect(answers[0]?.value).toBe(shown.toFixed());
        expect(ends.reduce((a, b) => (a.lessThan(b) ? a : b)).toFixed()).toBe(low.toFixed());
        expect(ends.reduce((a, b) => (a.greaterThan(b) ? a : b)).toFixed()).toBe(high.toFixed());
        // No gap between the two.
        const [first, second] = answers.map(
          ({ value, tolerance }) => [amount(value).minus(tolerance), amount(value).plus(tolerance)] as const,
        );
        if (first !== undefined && second !== undefined) expect(first[0].equals(second[1]) || first[1].equals(second[0])).toBe(true);
      }),
    );
  });
});

describe('a file for Moodle', () => {
  const manual = imported(manualBanks(2));
  const named = (name: string) => manual.find(({ id }) => id === `stamp-card.${name}`) as DoubleQuestion;

  it('has a category for each exercise, and in it a question for each variant', () => {
    // A stroke inside a name is doubled; the tea house has two variants.
    expect(manual.filter(({ id }) => id.startsWith('stamp-card.pay-tea')).map(({ category, name }) => [category, name])).toEqual([
      ['$course$/top/Book//Work/2 The stamp card/2.3 Work it out · pay-tea', '2.3 Work it out (01)'],
      ['$course$/top/Book//Work/2 The stamp card/2.3 Work it out · pay-tea', '2.3 Work it out (02)'],
    ]);
    expect(new Set(manual.map(({ category }) => category)).size).toBe(new Set(manual.map(({ id }) => id.replace(/\.\d+$/, ''))).size);
  });

  test.each([
    ['pay', 'numerical'],
    ['guess', 'cloze'],
    ['stamps', 'cloze'],
    ['pick', 'multichoice'],
    ['sort', 'matching'],
    ['say', 'essay'],
    ['draw', 'essay'],
    ['hunt', 'cloze'],
  ])('asks %s as %s', (name, type) => {
    expect(named(name).type).toBe(type);
  });

  it('says how figures are typed, and what a likely mistake was', () => {
    expect(named('pay').text).toContain('Type figures in digits');
    const [field] = named('pay').fields;
    expect(gradeNumber(field as DoubleField, '200')?.fraction).toBe(1);
    expect(gradeNumber(field as DoubleField, '40')).toMatchObject({ fraction: 0, feedback: expect.stringContaining('division') });
  });

  it('shows the teacher of an essay the points for marking', () => {
    expect(named('say').xml.children.find(({ name }) => name === 'graderinfo')?.text).toContain('also those who never fill a card (1)');
  });

  it('pairs texts, not letters', () => {
    const pairs = named('sort').xml.children.filter(({ name }) => name === 'subquestion');
    expect(pairs.map(({ children }) => children[1]?.text)).toEqual(['a price', 'money', 'money']);
    expect(named('sort').text).not.toContain('Partners');
  });

  it('grades every figure of the workbook as the engine does', () => {
    const banks = shippedBanks('en');
    const questions = new Map(imported(banks).map((question) => [question.id, question]));
    const differences: string[] = [];
    let [answers, probed] = [0, 0];
    for (const { variants } of banks.flatMap(({ exercises }) => exercises)) {
      for (const item of variants) {
        const numbers = item.blanks.filter((blank) => blank.kind === 'number');
        const fields = questions.get(item.id)?.fields.filter(({ kind }) => kind === 'NUMERICAL') ?? [];
        if (fields.length !== numbers.length) differences.push(`${item.id}: ${fields.length} fields of ${numbers.length}`);
        for (const [index, blank] of numbers.entries()) {
          const field = fields[index] as DoubleField;
          answers += 1;
          for (const { typed, right } of probesOf(blank)) {
            probed += 1;
            if (gradeNumber(field, typed)?.fraction !== (right ? 1 : 0)) differences.push(`${item.id} ${blank.id}: ${typed}`);
          }
          if (field.answers[0]?.text !== amount(blank.shown).toFixed()) differences.push(`${item.id} ${blank.id}: shows another figure`);
        }
      }
    }
    expect(differences).toEqual([]);
    expect(answers).toBeGreaterThan(300);
    expect(probed).toBeGreaterThan(5 * answers);
  });
});
