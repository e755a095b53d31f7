import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findChromium } from './chromium.js';
import { DESK, PHONE, shippedPages, violations } from './shipped-pages.js';

describe.skipIf(findChromium() === undefined)('what-if panels in the browser', () => {
  const open = shippedPages();

  /** The opened panel of the ladder, and the line of working that begins with the figures of one step. */
  async function ladder(page: Page): Promise<{ readonly panel: Locator; readonly line: (alt: RegExp) => Locator }> {
    const panel = page.locator('#pool-price-what-if-ladder');
    await panel.locator('summary').click();
    return { panel, line: (alt) => panel.locator('.working li').filter({ has: page.locator('.reason').getByText(alt).first() }) };
  }

  const english = '07-pool-price.en.student.html';

  test('it stands behind its worked example, folded; those of the exercises stand at the end of the chapter', async () => {
    await open(english, DESK, async (page) => {
      const panel = page.locator('.worked + .what-if');
      expect(await panel.count()).toBe(1);
      expect(await panel.getAttribute('id')).toBe('pool-price-what-if-ladder');
      expect(await panel.getAttribute('open')).toBeNull();
      expect(await page.locator('article .chapter-text > .what-if-more .what-if').count()).toBe(5);
    });
  });

  test('a slider that moves changes every figure, the rows and the chart, and the button leads back', async () => {
    await open('07-pool-price.en.teacher.html', DESK, async (page) => {
      const { panel, line } = await ladder(page);
      const slider = panel.getByRole('slider', { name: 'gift rate' });
      const field = panel.getByRole('textbox', { name: 'gift rate' });
      const curve = () => panel.locator('.curve').first().getAttribute('points');
      const before = { curve: await curve(), text: await panel.locator('.results').textContent() };
      expect(await field.inputValue()).toBe('70');
      // 70 % is position 70 of 0 to 100; 20 to the left is 50 %: a gift of 80 yuan, 160 ÷ 80 = 2 yuan per point.
      await slider.fill('50');
      await expect
        .poll(() => panel.locator('.result').textContent())
        .toBe('price of one point, order 1: 2\u00a0yuan per point at first 1.4286\u00a0yuan per point');
      expect(await field.inputValue()).toBe('50');
      expect(await slider.getAttribute('aria-valuetext')).toBe('50%');
      expect(
        await line(/gift in yuan/)
          .first()
          .textContent(),
      ).toMatch(/80/);
      // Order 5 mints 21.875 points, so that the columns of points have two decimals.
      expect(await panel.locator('tbody tr').nth(1).locator('td').allTextContents()).toEqual(['80.00', '160', '80.00', '2.0000']);
      const after = await curve();
      expect(after).not.toBe(before.curve);
      expect(await panel.locator('.curve[stroke-dasharray="9 5"]').count()).toBeGreaterThan(0);
      await panel.getByRole('button').click();
      expect(await field.inputValue()).toBe('70');
      expect(await slider.inputValue()).toBe('70');
      expect(await panel.locator('.results').textContent()).toBe(before.text);
      expect(await curve()).toBe(before.curve);
    });
  });

  test('an address with the name of a panel opens it', async () => {
    await open(`${english}#pool-price-what-if-ladder`, DESK, async (page) => {
      const panel = page.locator('#pool-price-what-if-ladder');
      await panel.getByRole('slider').first().waitFor();
      await expect.poll(async () => (await panel.boundingBox())?.y ?? -1).toBeLessThan(200);
      expect(await page.locator('.what-if[open]').count()).toBe(1);
    });
  });

  test('another column can be drawn', async () => {
    await open('07-pool-price.en.teacher.html', DESK, async (page) => {
      const { panel } = await ladder(page);
      await panel.getByRole('combobox', { name: 'Drawn' }).selectOption({ label: 'pool (yuan)' });
      // After five orders 5 × 160 = 800 yuan.
      expect(await panel.getByRole('img').getAttribute('aria-label')).toContain('the last 800');
    });
  });

  test('by keyboard alone: open, move a slider, type, hear the result, go back', async () => {
    await open(english, DESK, async (page) => {
      const panel = page.locator('#pool-price-what-if-ladder');
      await panel.locator('summary').focus();
      await page.keyboard.press('Enter');
      await panel.getByRole('slider').first().waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.labels[0].textContent')).toBe('amount spent');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.type')).toBe('range');
      await page.keyboard.press('ArrowRight');
      // The slider moves in steps of 50 yuan, as the chapter varies it.
      expect(await page.evaluate('document.activeElement.getAttribute("aria-valuetext")')).toBe('1050\u00a0yuan');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('4 %');
      // 4 % − 2 % − 2 % leaves nothing for the pool: 0 ÷ 0.
      await expect.poll(() => panel.locator('.said[role=status]').textContent()).toContain('no figure comes out');
      expect(await panel.locator('.remark', { hasText: 'divide by 0' }).count()).toBeGreaterThan(0);
      await panel.getByRole('button').focus();
      await page.keyboard.press('Space');
      await expect
        .poll(() => panel.locator('.said[role=status]').textContent())
        .toBe('price of one point, order 1: 1.4286\u00a0yuan per point');
    });
  });

  test.each([
    ['en', '“1/0” is not a clear fraction. Please write it in another way.'],
    ['zh', '“1/0”不是清楚的分数，请换一种写法。'],
  ])('what is no number is said beside the field, and changes nothing (%s)', async (language, complaint) => {
    await open(`07-pool-price.${language}.student.html`, DESK, async (page) => {
      const { panel } = await ladder(page);
      const field = panel.getByRole('textbox').first();
      const before = await panel.locator('.results').textContent();
      await field.fill('1/0');
      await page.keyboard.press('Enter');
      expect(await panel.locator('.problem').first().textContent()).toBe(complaint);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await panel.locator('.results').textContent()).toBe(before);
      await field.fill('500');
      await expect.poll(() => panel.locator('.results').textContent()).not.toBe(before);
      expect(await field.getAttribute('aria-invalid')).toBeNull();
      expect(await panel.locator('.problem').first().textContent()).toBe('');
    });
  });

  test('figures that exercises ask for are open until something is changed; an unknown waits for a figure', async () => {
    await open(english, DESK, async (page) => {
      const { panel } = await ladder(page);
      const cell = panel.locator('tbody tr').nth(3).locator('td').last();
      expect(await cell.textContent()).toBe('');
      expect(await panel.locator('.open').isVisible()).toBe(true);
      await panel.getByRole('textbox', { name: 'amount spent' }).fill('2000');
      // The amount cancels: 1.8674 yuan per point after the third order whatever is spent.
      await expect.poll(() => cell.textContent()).toBe('1.8674');
      expect(await panel.locator('.open').isVisible()).toBe(false);
    });
    await open('01-one-purchase.en.student.html', DESK, async (page) => {
      const panel = page.locator('#one-purchase-what-if-night');
      await panel.locator('summary').click();
      const unknown = panel.getByRole('textbox', { name: 'cash from all later nights' });
      expect(await unknown.inputValue()).toBe('');
      expect(await panel.getByRole('slider', { name: 'cash from all later nights' }).count()).toBe(0);
      expect(await panel.locator('.remark', { hasText: 'missing' }).count()).toBe(1);
      await unknown.fill('900');
      // 17.76 + 900
      await expect.poll(() => panel.locator('.results').textContent()).toContain('917.76');
      await unknown.fill('');
      await expect.poll(() => panel.locator('.remark', { hasText: 'missing' }).count()).toBe(1);
    });
  });

  test('on paper and without scripts there is no panel, and a key has none', async () => {
    await open(english, DESK, async (page) => {
      await ladder(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.what-if:visible, .what-if-more:visible').count()).toBe(0);
    });
    await open(english, { ...DESK, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.what-if').count()).toBe(0);
    });
    await open('07-pool-price.en.key.html', DESK, async (page) => expect(await page.locator('script').count()).toBe(0));
  });

  test('on a phone the result stays in sight while the figures move', async () => {
    await open('07-pool-price.zh.student.html', PHONE, async (page) => {
      const { panel } = await ladder(page);
      const slider = panel.getByRole('slider').nth(8);
      await slider.scrollIntoViewIfNeeded();
      const top = async (one: Locator) => (await one.boundingBox())?.y ?? -1;
      expect(await top(panel.locator('.result'))).toBeGreaterThanOrEqual(0);
      expect(await top(panel.locator('.result'))).toBeLessThan(await top(slider));
    });
  });

  const pages = ['01-one-purchase.zh.student', '01-one-purchase.en.teacher', '07-pool-price.zh.student', '07-pool-price.en.teacher'];
  test.each(pages)('%s has no accessibility violation with every panel open, and fits a phone', async (file) => {
    // On a desk they are built as on a phone. Of chapters, editions and languages each is looked at in one of two.
    const asked = file === '01-one-purchase.zh.student' || file === '07-pool-price.en.teacher';
    for (const [screen, rules] of [[PHONE, 'all'] as const, [{ ...DESK, colorScheme: 'dark' }, 'colours'] as const]) {
      await open(`${file}.html`, screen, async (page) => {
        await page.evaluate('for (const panel of document.querySelectorAll(".what-if")) panel.open = true');
        await expect.poll(() => page.locator('.what-if:not(:has(.results))').count()).toBe(0);
        await page.locator('.what-if input[type=text]').first().fill('7');
        await expect.poll(() => page.locator('.results[data-waiting]').count()).toBe(0);
        if (asked) expect(await violations(page, rules)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(screen.viewport.width);
        expect(await page.evaluate(UNREACHABLE_SCROLL)).toEqual([]);
      });
    }
  });
});

const UNREACHABLE_SCROLL = `[...document.querySelectorAll('.what-if *')].filter((element) =>
  element.scrollWidth > element.clientWidth + 4 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.tabIndex < 0,
).map((element) => element.outerHTML.slice(0, 120))`;
