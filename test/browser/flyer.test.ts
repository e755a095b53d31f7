import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { parseChapter } from '../../src/chapter/index.js';
import { evaluateChapter } from '../../src/evaluate/index.js';
import { runIn } from '../cli/fake-terminal.js';
import { findChromium } from './chromium.js';
import { oneChapter, openDesk } from './desk-pages.js';
import { violations } from './shipped-pages.js';

const ROOT = path.join(import.meta.dirname, '../..');

/** What the page is asked in each language. */
const SAID = {
  zh: {
    pool: '只涨不跌的单价',
    instalments: '分期付款',
    name: (n: number) => `第 ${n} 行：名称`,
    formula: (n: number) => `第 ${n} 行：怎样算`,
    figure: (n: number) => `第 ${n} 行：数`,
    printed: (n: number) => `第 ${n} 行：宣传单写的数`,
    exercises: '出练习',
    zip: '存下这一章（ZIP）',
    student: '显示页面: 学生用',
    pdf: '存成 PDF',
    undo: '撤销',
    words: { reproduced: '相符', contradiction: '矛盾' },
  },
  en: {
    pool: 'a price that only rises',
    instalments: 'an instalment offer',
    name: (n: number) => `Name, line ${n}`,
    formula: (n: number) => `How it is worked out, line ${n}`,
    figure: (n: number) => `Figure, line ${n}`,
    printed: (n: number) => `Printed in the flyer, line ${n}`,
    exercises: 'Make exercises',
    zip: 'Save the chapter (ZIP)',
    student: 'Show the pages: for learners',
    pdf: 'Save as PDF',
    undo: 'Undo',
    words: { reproduced: 'comes out', contradiction: 'contradicts' },
  },
} as const;
type Language = keyof typeof SAID;

describe.skipIf(findChromium() === undefined)('a flyer in a browser', () => {
  // A flyer needs no chapter, and a desk with one is there sooner than one with all.
  const book = oneChapter();
  const visitDesk = openDesk(book);
  afterAll(() => rmSync(book, { recursive: true, force: true }));
  const visit = (language: Language, width = 1280) => visitDesk(`#/${language}/flyer`, { width });

  /** The word of the verdict of each line that is judged, in order. */
  const verdicts = (page: Page) => page.locator('.flyer-table .verdict').allTextContents();

  it.each(['zh', 'en'] as const)('the figures of chapter 7 have the verdicts of the chapter, in %s', async (language) => {
    const sums = { name: 'sums.yaml', text: readFileSync(path.join(ROOT, 'chapters/07-pool-price/sums.yaml'), 'utf8') };
    const chapter = parseChapter({ folder: '07-pool-price', sums, words: new Map() }).value;
    if (chapter === undefined) throw new Error('chapter 7 cannot be read');
    const words = auditChapter(evaluateChapter(chapter).value).value.figures.flatMap(({ example, word }) =>
      example === 'ladder' ? [word] : [],
    );
    const { page, expectQuiet } = await visit(language);
    await page.getByRole('button', { name: SAID[language].pool }).click();
    await page.locator('.flyer:not(.thinking) .verdict').first().waitFor();
    const count = (list: readonly string[]) =>
      Object.fromEntries([...new Set(list)].sort().map((one) => [one, list.filter((other) => other === one).length]));
    const said = SAID[language].words as Readonly<Record<string, string>>;
    expect(count(await verdicts(page))).toEqual(count(words.map((word) => said[word] ?? word)));
    expectQuiet();
  });

  it.each([
    ['zh', 1280],
    ['en', 820],
    ['zh', 390],
  ] as const)('an instalment offer in %s at %i: what is printed comes out, what is owed in the end does not', async (language, width) => {
    const { page, expectQuiet } = await visit(language, width);
    await page.getByRole('button', { name: SAID[language].instalments }).click();
    await page.locator('.flyer:not(.thinking) .verdict').first().waitFor();
    const { reproduced, contradiction } = SAID[language].words;
    // 24 × 250 = 6000; 1000 ÷ 5000 ÷ 24 = 0.83 %; but at this rate on what is owed, 509.77 yuan too much are paid.
    expect(await verdicts(page)).toEqual([reproduced, reproduced, contradiction]);
    expect(((await page.locator('.flyer-table').textContent()) ?? '').replaceAll('\u00a0', ' ')).toContain('509.7740');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await violations(page, 'all', { iframes: false })).toEqual([]);
    expectQuiet();
  });

  it('a table typed with the keyboard alone is judged, keeps after a reload and can be undone', async () => {
    const { page, expectQuiet } = await visit('zh');
    const { name, figure, formula, printed } = SAID.zh;
    const { keyboard } = page;
    await page.getByLabel(name(1)).focus();
    await keyboard.type('一杯价');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type('12');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    expect(await page.getByLabel(figure(1)).inputValue()).toBe('12元');
    await page.getByLabel(name(2)).focus();
    await keyboard.type('杯数');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type('9杯');
    await page.getByLabel(name(3)).focus();
    await keyboard.type('付的钱');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type('一');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.type(' × 杯素');
    await page.getByText('没有叫“杯素”的行。是不是“杯数”？').waitFor();
    expect(await page.getByLabel(formula(3)).getAttribute('aria-invalid')).toBe('true');
    await keyboard.press('Backspace');
    await keyboard.type('数');
    await keyboard.press('Tab');
    await keyboard.type('108');
    // 12 yuan × 9 cups are yuan·cups, no bare number: the units are told.
    await page
      .getByText('算出来是元·杯，写的却是没有单位的数。究竟是哪一个？')
      .or(page.getByText('算出来是杯·元，写的却是没有单位的数。究竟是哪一个？'))
      .waitFor();
    await page.getByLabel(figure(1)).fill('12元/杯');
    await page.getByLabel(printed(3)).fill('108元');
    await page.getByText('与宣传单相符').waitFor();
    await page.reload();
    await page.getByText('与宣传单相符').waitFor();
    await page.getByLabel(printed(3)).fill('110元');
    await page.getByText('相差').waitFor();
    await page.getByRole('button', { name: SAID.zh.undo }).click();
    await page.getByText('与宣传单相符').waitFor();
    expectQuiet();
  });

  it('names that look like code are text', async () => {
    const { page, expectQuiet } = await visit('en');
    const evil = '<img src=x onerror=alert(1)>{{x}}]]>';
    const { name, figure } = SAID.en;
    await page.getByLabel(name(1)).fill(evil);
    await page.getByLabel(name(1)).press('Tab');
    await page.getByLabel(figure(1)).fill('5 yuan');
    await page.getByLabel(name(2)).fill(evil);
    await page.getByLabel(name(2)).press('Tab');
    await page.getByText(`Another line is called “${evil}”`).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expectQuiet();
  });

  it.each(['zh', 'en'] as const)(
    'its exercises in %s: the files pass the check, and the pages are those of the command line',
    async (language) => {
      const { page, expectQuiet } = await visit(language);
      await page.getByRole('button', { name: SAID[language].instalments }).click();
      await page.getByText(SAID[language].exercises, { exact: true }).click();
      await page.locator('.offered-exercise').first().waitFor();
      const save = async (button: string) => {
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
        return readFileSync(await download.path());
      };
      const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-test-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      for (const [name, bytes] of Object.entries(unzipSync(await save(SAID[language].zip)))) {
        mkdirSync(path.dirname(path.join(folder, 'chapters', name)), { recursive: true });
        writeFileSync(path.join(folder, 'chapters', name), bytes);
      }
      const check = await runIn(folder, ['check']);
      expect([check.exitCode, check.out]).toEqual([0, expect.stringMatching(/: 0 errors, 0 warnings\n$/)]);
      const names = [...readFileSync(path.join(folder, 'chapters/01-flyer/sums.yaml'), 'utf8').matchAll(/^ {2}([\w-]+): \{.*marks:/gm)].map(
        ([, name]) => `flyer.${name}`,
      );
      const handout = await runIn(folder, ['handout', names.join(), '--engine', 'wasm']);
      expect([handout.exitCode, handout.error]).toEqual([0, '']);
      await page.getByRole('button', { name: SAID[language].student }).click({ timeout: 200_000 });
      await page.locator('iframe.flyer-pages').waitFor();
      const pdf = await save(SAID[language].pdf);
      expect(pdf.equals(readFileSync(path.join(folder, 'out', `handout.${language}.pdf`)))).toBe(true);
      expect(await violations(page, 'all', { iframes: false })).toEqual([]);
      expectQuiet();
    },
  );
});
