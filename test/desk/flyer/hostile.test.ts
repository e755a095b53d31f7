import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeChapter } from '../../../src/desk/flyer/exercises/chapter.js';
import { rename } from '../../../src/desk/flyer/kept/edit.js';
import { flyerFile, openFlyerFile } from '../../../src/desk/flyer/kept/file.js';
import { type Flyer, LONGEST_FIGURE, LONGEST_NAME, ORIGINS } from '../../../src/desk/flyer/model/flyer.js';
import { plainName } from '../../../src/desk/flyer/text/fold.js';
import { flyer, sharedWords, study, told } from './support.js';

const NASTY = [
  '"',
  "'",
  '\\',
  '{{',
  '}}',
  '{{flyer.a}}',
  ']]>',
  '<script>alert(1)</script>',
  '---',
  ':::',
  '::: exercise x',
  '# ',
  '*',
  '_',
  '___',
  '|',
  '`',
  '- ',
  '? ',
  '! ',
  '&amp;',
  '×',
  '+',
  '(',
  '÷',
  '=',
  '%',
  '，',
  '：',
  '🍵',
  '\u202e',
  '\u0000',
  '\n',
  '\u2028',
  '\ud800',
  '\ufeff',
  '元',
  '1000',
  '价格',
  'price',
  'row',
  'and',
  'x',
  '$1',
  '$&',
  '\\u0041',
  '__proto__',
  'constructor',
  'if(',
  'first(',
  '[3]',
  '多少？',
];
const nasty = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY) }, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 6 })
  .map((parts) => parts.join('').slice(0, LONGEST_NAME));

/** The field of a figure takes no more. */
const figure = nasty.map((text) => text.slice(0, LONGEST_FIGURE));

const anyFlyer: fc.Arbitrary<Flyer> = fc
  .record({
    title: nasty,
    lines: fc.array(fc.record({ name: nasty, origin: fc.constantFrom(...ORIGINS), figure, formula: nasty }), { maxLength: 6 }),
    each: nasty,
    columns: fc.array(fc.record({ name: nasty, start: nasty, becomes: nasty }), { maxLength: 3 }),
    reading: fc.record({ name: nasty, formula: nasty }),
    payment: fc.record({ from: nasty, to: nasty }),
  })
  .map(({ title, lines, each, columns, reading, payment }) => ({
    title,
    language: 'zh',
    lines: lines.map((line, index) => ({ id: index + 1, ...line })),
    rounds: { each, count: 3, ends: true, columns: columns.map((column, index) => ({ id: 100 + index, ...column })) },
    readings: [{ id: 200, name: reading.name, changes: [{ of: 1, formula: reading.formula }] }],
    payments: [{ id: 300, ...payment, line: 1 }],
    promise: { promised: 1, funded: 2 },
  }));

describe('whatever is typed', () => {
  it('is judged or told about, and never stops the page', () => {
    fc.assert(
      fc.property(anyFlyer, (one) => {
        const { report } = told(one);
        expect(report.faults.every(({ sentence }) => sentence !== '')).toBe(true);
        expect(openFlyerFile(flyerFile(one))).toEqual({ flyer: JSON.parse(JSON.stringify(one)) });
      }),
      { numRuns: 60 },
    );
  });

  /** Two figures and what follows from them, under the names that are tried. */
  const named = (first: string, second: string, third: string): Flyer => {
    const plain = flyer(
      '甲 | flyer | 12元\n乙 | flyer | 9\n丙 | supposed | 50%\n丁 | worked | 108元 | 甲 × 乙\n戊 | worked | 50元 | 丁 × 丙',
      { payments: '甲 | 乙 | 丁' },
    );
    const names = [first, second, third];
    return names.reduce((before, name, index) => rename(before, index + 1, name), plain);
  };

  it('as a name goes into the chapter as it is, and the formulas still find it', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (first, second, third) => {
        const names = [first, second, third].map((name) => plainName(name));
        // Empty, equal or unprintable names are told about; a telephone number does not belong on a sheet.
        fc.pre(
          names.every(
            (name) =>
              /[\p{L}\p{N}]/u.test(name) && !/["“”「」]|1[3-9]\d{9}|400/.test(name) && !['丁', '戊', '丙', '乙', '甲'].includes(name),
          ),
        );
        fc.pre(new Set(names.map((name) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' '))).size === 3);
        const found = study(named(...(names as [string, string, string])));
        expect(found.faults).toEqual([]);
        const example = found.judged?.evaluated.examples.get('flyer');
        // 12 × 9 = 108; half of it is 54.
        expect(
          [...(example?.quantities.values() ?? [])].map(({ value }) => (typeof value === 'object' ? value.amount.toFixed() : '')).slice(-2),
        ).toEqual(['108', '54']);
        const words = found.judged?.evaluated.source.words.get('zh');
        expect([...(words?.names.values() ?? [])].map(({ value }) => value).sort()).toEqual([...names, '丁', '戊'].sort());
        expect(makeChapter(found, [], sharedWords('zh')).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
