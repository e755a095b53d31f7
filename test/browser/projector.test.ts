import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findChromium } from './chromium.js';
import { DESK, shippedPages, violations } from './shipped-pages.js';

describe.skipIf(findChromium() === undefined)('projector mode', () => {
  const open = shippedPages();
  const shown = (page: Page) => page.locator('main :is(.exercise, .worked):visible');
  const name = (page: Page) => page.locator('.shown').getAttribute('data-exercise');

  test.each(['en', 'zh'])('shows one exercise a screen at 28 px, moved on by arrow keys and a remote control (%s)', async (language) => {
    await open(`07-pool-price.${language}.teacher.html?show`, DESK, async (page) => {
      expect(await shown(page).count()).toBe(1);
      expect(await name(page)).toBe('pool-price-guess-orders');
      expect(
        await page
          .locator('.shown p')
          .first()
          .evaluate((one) => getComputedStyle(one).fontSize),
      ).toBe('28px');
      for (const part of ['.beside', '.colophon', '.chapter-head', '.plan', '.appendix', '.panel.givens'])
        expect([part, await page.locator(part).first().isVisible()]).toEqual([part, false]);
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.shown.worked').count()).toBe(1);
      await page.keyboard.press('PageDown');
      expect(await name(page)).toBe('pool-price-faded-price');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('PageUp');
      await page.keyboard.press('ArrowLeft');
      expect(await name(page)).toBe('pool-price-guess-orders');
      // 13 exercises and one worked example.
      expect(await page.locator('.show-place').textContent()).toMatch(/1\D+14/);
      for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowRight');
      expect(await name(page)).toBe('pool-price-exit');
      expect(await page.locator('[data-show=next]').isDisabled()).toBe(true);
    });
  });

  test('the answers of a teacher come with Space: the key, what is filled in, ticks, lines of working and curves', async () => {
    await open('07-pool-price.en.teacher.html?show#pool-price-guess-orders', DESK, async (page) => {
      const visible = async () => ({
        key: await page.locator('.shown .key').first().isVisible(),
        filled: await page.locator('.shown .filled .answer').first().isVisible(),
      });
      expect(await visible()).toEqual({ key: false, filled: false });
      await page.keyboard.press('Space');
      expect(await visible()).toEqual({ key: true, filled: true });
      expect(await page.getByRole('button', { name: 'Answers' }).getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('Space');
      expect(await visible()).toEqual({ key: false, filled: false });
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      // Lines 5 to 7 are asked for; the student's page has blanks in them.
      const lines = page.locator('.shown .response .working .step > math');
      const seen = async () => Promise.all((await lines.all()).map((line) => line.isVisible()));
      expect(await seen()).toEqual([true, true, true, true, false, false, false]);
      await page.keyboard.press('Space');
      expect(await seen()).toEqual(Array(7).fill(true));
      const tick = () => page.evaluate(`getComputedStyle(document.querySelector('.shown .ticked'), '::after').display`);
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
      expect(await tick()).toBe('none');
      await page.keyboard.press('Space');
      expect(await tick()).toBe('block');
    });
  });

  test('a student has nothing behind Space; fields and sliders keep their keys', async () => {
    await open('07-pool-price.en.student.html', DESK, async (page) => {
      await page.locator('[data-exercise=pool-price-second-order]').scrollIntoViewIfNeeded();
      const field = page.locator('[data-exercise=pool-price-second-order]').getByRole('textbox').first();
      await field.pressSequentially('p 12');
      expect(await page.locator('html.showing').count()).toBe(0);
      expect(await field.inputValue()).toBe('p 12');
      await page.locator('h2').first().click();
      await page.evaluate(`document.querySelector('[data-exercise=pool-price-second-order]').scrollIntoView()`);
      await page.keyboard.press('p');
      expect(await name(page)).toBe('pool-price-second-order');
      expect(await page.getByRole('button', { name: 'Answers' }).isVisible()).toBe(false);
      await page.keyboard.press('Space');
      expect(await page.locator('html.answers').count()).toBe(0);
      await field.focus();
      await page.keyboard.press('ArrowLeft');
      expect(await name(page)).toBe('pool-price-second-order');
      await page.keyboard.press('Escape');
      expect(await page.locator('html.showing, .off, .shown').count()).toBe(0);
      expect((await page.locator('[data-exercise=pool-price-second-order]').boundingBox())?.y).toBeLessThan(100);
    });
  });

  test('the panel of a worked example is shown with it, and its sliders move the chart', async () => {
    await open('07-pool-price.en.teacher.html?show', DESK, async (page) => {
      await page.keyboard.press('ArrowRight');
      const panel = page.locator('#pool-price-what-if-ladder');
      await panel.locator('summary').click();
      const curve = () => panel.locator('.curve').first().getAttribute('points');
      const before = await curve();
      await panel.getByRole('slider', { name: 'gift rate' }).focus();
      for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowLeft');
      await expect.poll(curve).not.toBe(before);
      expect(await page.locator('.shown.worked').count()).toBe(1);
    });
  });

  test('started and left by buttons alone', async () => {
    await open('01-one-purchase.en.student.html', DESK, async (page) => {
      await page.getByRole('button', { name: 'Projector' }).click();
      const first = await name(page);
      await page.getByRole('button', { name: 'Next' }).click();
      expect(await name(page)).not.toBe(first);
      await page.getByRole('button', { name: 'Leave' }).click();
      expect(await page.locator('html.showing').count()).toBe(0);
    });
  });

  test.each(['en', 'zh'])('has no accessibility violation and no sideways scroll, with and without answers (%s)', async (language) => {
    await open(`01-one-purchase.${language}.teacher.html?show`, { viewport: { width: 1024, height: 768 } }, async (page) => {
      for (const key of ['Space', 'ArrowRight', 'ArrowRight']) {
        // In the other language the page is the same but for words.
        if (language === 'zh') expect(await violations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1024);
        await page.keyboard.press(key);
      }
    });
  });

  test('a page that is printed meanwhile is whole', async () => {
    await open('01-one-purchase.zh.teacher.html?show', DESK, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.exercise:visible').count()).toBe(await page.locator('.exercise').count());
      expect(await page.locator('.show-bar').isVisible()).toBe(false);
      expect(await page.locator('.key').first().isVisible()).toBe(true);
    });
  });
});
