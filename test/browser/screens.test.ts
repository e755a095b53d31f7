import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findChromium } from './chromium.js';
import { DESK, PHONE, shippedPages, violations } from './shipped-pages.js';

const LANGUAGES = ['en', 'zh'] as const;
const POCKET = { viewport: { width: 390, height: 844 } };

/** What is wider than its place, scrolls, and can not be reached by keyboard. */
const UNREACHABLE = `[...document.querySelectorAll('main *')].filter((element) =>
  element.checkVisibility() && element.scrollWidth > element.clientWidth && element.tabIndex < 0 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
).map((element) => element.outerHTML.slice(0, 120))`;

describe.skipIf(findChromium() === undefined)('every chapter fits every screen', () => {
  const open = { 'workbook-fonts': shippedPages('workbook-fonts'), 'machine-fonts': shippedPages('machine-fonts') };
  // The pages of teachers and keys hold more, of the same.
  const cases = LANGUAGES.flatMap((language) => [
    [`workbook.${language}.student.html`, 'workbook-fonts', [320, 390, 700, 1280]] as const,
    [`workbook.${language}.student.html`, 'machine-fonts', [320, 1280]] as const,
    [`workbook.${language}.teacher.html`, 'workbook-fonts', [320]] as const,
    [`workbook.${language}.key.html`, 'machine-fonts', [320]] as const,
  ]);

  test.each(cases)('%s, %s: only tables and formulas scroll sideways, and can be reached by keyboard', async (file, fonts, widths) => {
    await open[fonts](file, PHONE, async (page) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 640 });
        // Longer than the pause after which a page measures itself again.
        if (width !== PHONE.viewport.width) await page.waitForTimeout(400);
        expect([width, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([width, width]);
        expect([width, await page.evaluate(UNREACHABLE)]).toEqual([width, []]);
      }
    });
  });
});

describe.skipIf(findChromium() === undefined)('a wide screen', () => {
  const open = shippedPages();
  const boxes = (page: Page) =>
    page.evaluate(`['.chapter-text', '.beside', '.exercise-number', '.exercise p'].map((selector) => {
      const { left, right, top, width } = document.querySelector(selector).getBoundingClientRect();
      return { left, right, top, width };
    })`) as Promise<readonly { left: number; right: number; top: number; width: number }[]>;

  test.each(LANGUAGES)('has facts and contents beside the text, which stay in sight, and numbers in a rail (%s)', async (language) => {
    await open(`07-pool-price.${language}.student.html`, DESK, async (page) => {
      const [text, beside, number, words] = await boxes(page);
      // Rail of 3 rem and text of 42 rem, at 16 px.
      expect(text?.width).toBe(45 * 16);
      expect(beside?.width).toBe(20 * 16);
      expect(beside?.left).toBeGreaterThan(text?.right ?? 0);
      expect(number?.left).toBe(text?.left);
      expect(words?.left).toBe((text?.left ?? 0) + 48);
      await page.evaluate('scrollTo(0, 5000)');
      expect((await boxes(page))[1]?.top).toBe(24);
      const facts = page.locator('.facts tbody tr');
      expect(await facts.allTextContents()).toEqual(await page.locator('.panel.givens tbody tr').allTextContents());
      expect(await facts.first().isVisible()).toBe(true);
    });
  });

  test('the contents lead to sections and exercises by keyboard, and tell where the reader is', async () => {
    await open('07-pool-price.en.teacher.html', DESK, async (page) => {
      const link = page.getByRole('navigation').getByRole('link', { name: 'Exercise 7', exact: true });
      await link.focus();
      await page.keyboard.press('Enter');
      const exercise = page.locator('[data-exercise=pool-price-check-lines]');
      await expect.poll(async () => (await exercise.boundingBox())?.y ?? -1).toBeLessThan(60);
      await expect.poll(() => link.getAttribute('aria-current')).toBe('true');
      expect(await page.locator('.numbers [aria-current]').count()).toBe(1);
    });
  });

  test('a formula that fits is no stop for the keyboard', async () => {
    await open('07-pool-price.en.teacher.html', DESK, async (page) => {
      expect(await page.locator('main [tabindex="0"]:not([role])').count()).toBe(0);
    });
  });
});

describe.skipIf(findChromium() === undefined)('a phone', () => {
  const open = shippedPages();

  test.each(LANGUAGES)('begins with one line of cover and the chapter, without a strip for names (%s)', async (language) => {
    await open(`07-pool-price.${language}.student.html`, PHONE, async (page) => {
      expect((await page.locator('.cover').boundingBox())?.height).toBeLessThan(50);
      expect(await page.locator('.name-strip').isVisible()).toBe(false);
      expect((await page.locator('h2').first().boundingBox())?.y).toBeLessThan(220);
    });
  });

  test.each(LANGUAGES)('has the facts in a bar at the foot, which opens and folds by keyboard and by touch (%s)', async (language) => {
    await open(`07-pool-price.${language}.student.html`, POCKET, async (page) => {
      const bar = page.locator('.beside');
      const fact = page.locator('.facts td').first();
      for (const down of [0, 3000, 9000]) {
        await page.evaluate(`scrollTo(0, ${down})`);
        const box = await bar.boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(POCKET.viewport.height);
      }
      expect(await fact.isVisible()).toBe(false);
      await page.locator('.facts summary').focus();
      await page.keyboard.press('Enter');
      expect(await fact.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await fact.isVisible()).toBe(false);
      expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
      await page.locator('.facts summary').click();
      await page.locator('.places summary').click();
      await expect.poll(() => fact.isVisible()).toBe(false);
      await page.locator('.numbers a').nth(3).click();
      await expect.poll(() => page.locator('.places[open]').count()).toBe(0);
    });
  });

  test.each(LANGUAGES)('shows the rows of a table with blanks as cards, and fields of 44 px (%s)', async (language) => {
    await open(`07-pool-price.${language}.student.html`, PHONE, async (page) => {
      const table = page.locator('[data-exercise=pool-price-fill-ladder] .cards');
      const heads = await table.locator('thead th').allTextContents();
      const cells = table.locator('tbody tr').nth(3).locator('td');
      expect(await cells.evaluateAll((all) => all.map((cell) => getComputedStyle(cell, '::before').content))).toEqual(
        heads.slice(1).map((head) => `"${head}"`),
      );
      const places = await Promise.all((await cells.all()).map((cell) => cell.boundingBox()));
      const tops = places.map((box) => box?.y ?? 0);
      expect(tops).toEqual([...tops].sort((one, other) => one - other));
      expect(new Set(tops).size).toBe(tops.length);
      expect(await table.getByRole('columnheader').count()).toBe(heads.length);
      const heights = await page.locator('.field.blank').evaluateAll((all) => all.map((field) => field.getBoundingClientRect().height));
      expect(heights.length).toBeGreaterThan(30);
      expect(heights.filter((height) => height < 44)).toEqual([]);
    });
  });
});

describe.skipIf(findChromium() === undefined)('accessibility', () => {
  const open = shippedPages();
  const screens = [
    ['320', PHONE, 'all'],
    // Built as at 320.
    ['390, dark', { ...POCKET, colorScheme: 'dark' }, 'colours'],
    ['1280', DESK, 'all'],
  ] as const;
  // In the other language they are the same but for words.
  const files = ['13-check-a-flyer.zh.student', '05-promise-and-funding.en.teacher'];

  test.each(files.flatMap((file) => screens.map(([name, screen, rules]) => [file, name, screen, rules] as const)))(
    '%s at %s',
    async (file, _, screen, rules) => {
      await open(`${file}.html`, screen, async (page) => {
        for (const fold of await page.locator('.beside summary').all()) {
          if (screen.viewport.width < 1200) await fold.click();
          expect(await violations(page, rules)).toEqual([]);
          if (screen.viewport.width >= 1200) break;
        }
      });
    },
  );
});
