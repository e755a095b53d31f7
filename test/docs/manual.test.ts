import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepareWorkbook } from '../../src/build.js';
import { printDiagnostic } from '../../src/diagnostics/index.js';
import { COLUMN_FUNCTIONS, FUNCTIONS } from '../../src/formula/index.js';
import { BUILT_IN_UNITS, formatAmount } from '../../src/number/index.js';
import { evaluateText } from '../support/chapter-text.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('docs/writing-chapters.md', () => {
  const manual = read('docs/writing-chapters.md');
  const block = (file: string) => new RegExp(`^\`\`\`\\w+ file=${file}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(manual)?.[1] ?? '';

  it('shows a chapter that is built without a mistake, with every kind of exercise once', () => {
    const files = {
      folder: '02-stamp-card',
      sums: { name: 'sums.yaml', text: block('sums.yaml') },
      words: new Map([['en', { name: 'en.md', text: block('en.md') }]]),
    };
    const later = {
      folder: '03-later',
      sums: { name: 'later/sums.yaml', text: block('later/sums.yaml') },
      words: new Map([['en', { name: 'later/en.md', text: block('later/en.md') }]]),
    };
    const prepared = prepareWorkbook(
      {
        workbook: {
          name: 'workbook.yaml',
          text: 'title: { en: T }\nchapters: [02-stamp-card, 03-later]\nlicence: L\npaper: a4\nversion: "1"\n',
        },
        chapters: new Map([files, later].map((one) => [one.folder, { value: one, diagnostics: [] }])),
        sharedWords: [{ name: 'templates/words/en.yaml', text: read('templates/words/en.yaml') }],
      },
      { languages: ['en'], editions: ['student', 'teacher'] },
    );
    expect(prepared.diagnostics.map((one) => printDiagnostic(one))).toEqual([]);
    const kinds = prepared.chapters.flatMap(({ exercises }) => exercises.map(({ form }) => form.kind));
    expect(new Set(kinds).size).toBe(16);
    // 20 yuan a cup, ten cups: 200 yuan; 20 ÷ 200 · 60 % = 6 %
    const card = prepared.chapters[0]?.evaluated.examples.get('card');
    const value = (name: string) => card?.quantities.get(name)?.value;
    expect(['paid', 'back_rate', 'tenth_row'].map((name) => String((value(name) as { amount: unknown }).amount))).toEqual([
      '200',
      '0.06',
      '10',
    ]);
    // 8 yuan a cup, ten cups
    const tea = prepared.chapters[0]?.evaluated.examples.get('tea_house')?.quantities.get('paid')?.value;
    expect(String((tea as { amount: unknown }).amount)).toBe('80');
  });
});

describe('docs/formulas.md', () => {
  const rows = [
    ...(read('docs/formulas.md').split('| formula | gives |')[1] ?? '').matchAll(/^\| `([^`]+)` \| ([^`|]*?\d[^`|]*?) \|$/gm),
  ].map(([, formula = '', gives = '']) => [formula, gives] as const);

  it('names every function as it is written', () => {
    const usages = [...Object.values(FUNCTIONS), ...Object.values(COLUMN_FUNCTIONS)].flatMap(({ usage: [usage] }) => usage);
    expect(usages.filter((usage) => !read('docs/formulas.md').includes(`\`${usage}\``))).toEqual([]);
  });

  it('names every built-in unit, in the order of the table', () => {
    expect(read('docs/formulas.md')).toContain(`built in: ${BUILT_IN_UNITS.join(', ')} |`);
  });

  const chapters = [...read('docs/formulas.md').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

  it.each(chapters)('has a chapter that comes to what stands beside it: %s', (text) => {
    const { chapter, diagnostics } = evaluateText(text);
    expect(diagnostics.map((one) => printDiagnostic(one))).toEqual([]);
    const beside = [...text.matchAll(/^ {6}(\w+): .*# (true|[\d.−]+(?: \S+)?)$/gm)];
    expect(beside.length).toBeGreaterThan(2);
    for (const [, name = '', figure] of beside) {
      const value = [...chapter.examples.values()].map(({ quantities }) => quantities.get(name)?.value).find((one) => one !== undefined);
      const shown = typeof value === 'object' ? `${formatAmount(value.amount)} ${value.unit.key}`.trim() : String(value);
      expect(`${name}: ${shown}`).toBe(`${name}: ${figure}`);
    }
  });

  it('has examples with results', () => expect(rows.length).toBeGreaterThan(4));

  it.each(rows)('%s gives %s', (formula, gives) => {
    const { chapter, diagnostics } = evaluateText(`units: [point]\nexamples:\n  one:\n    steps:\n      x: "${formula}"\n`);
    expect(diagnostics).toEqual([]);
    const value = chapter.examples.get('one')?.quantities.get('x')?.value;
    expect(
      typeof value === 'object' ? `${formatAmount(value.amount, undefined).replace(/(\.\d{10})\d+$/, '$1')} ${value.unit.key}`.trim() : '',
    ).toBe(gives);
  });
});
