import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findChromium } from './chromium.js';
import { DESK, shippedPages } from './shipped-pages.js';

describe.skipIf(findChromium() === undefined)('typed answers', () => {
  const open = shippedPages();
  const file = '01-one-purchase.en.student.html';
  // A card of 10 stamps brings a cup of 20 yuan: 2 yuan a stamp.
  const stampCard = (page: Page) => page.locator('[data-exercise=one-purchase-stamp-card]');

  /** A figure, a tick and a sentence. */
  async function answer(page: Page) {
    const box = page.getByRole('checkbox').first();
    const text = page.locator('textarea').first();
    await stampCard(page).getByRole('textbox').first().fill('2');
    await box.click();
    await text.fill('因为 “50%” of <b>');
    return { box, text };
  }

  test.each(['en', 'zh'])(
    'are there again after a reload, and graded; the page says so, and that it carries answers (%s)',
    async (language) => {
      await open(`01-one-purchase.${language}.student.html`, DESK, async (page) => {
        const { box, text } = await answer(page);
        await page.reload();
        expect(await stampCard(page).getByRole('textbox').first().inputValue()).toBe('2');
        expect(await stampCard(page).getByRole('status').first().getAttribute('data-grade')).toBe('right');
        expect(await box.getAttribute('aria-checked')).toBe('true');
        expect(await text.inputValue()).toBe('因为 “50%” of <b>');
        const notes = await page.locator('.screen-notes').textContent();
        expect(notes).toContain(language === 'en' ? 'its file carries the answers' : '文件里带有答案');
        expect(notes).toContain(language === 'en' ? 'stays in this browser' : '只留在这个浏览器里');
        const keys = await page.evaluate('Object.keys(localStorage)');
        // File, version, and the code of the figures.
        expect(keys).toEqual([expect.stringMatching(new RegExp(`^reckoner 01-one-purchase\\.${language}\\.student 0\\.1 C01-\\S+$`))]);
      });
    },
  );

  test('are forgotten by a button, once that is confirmed', async () => {
    await open(file, DESK, async (page) => {
      const { box, text } = await answer(page);
      const forget = page.getByRole('button', { name: 'Forget what I typed' });
      page.once('dialog', (dialog) => dialog.dismiss());
      await forget.click();
      expect(await text.inputValue()).not.toBe('');
      page.once('dialog', (dialog) => dialog.accept());
      await forget.click();
      expect(await page.locator('.forgotten').textContent()).toBe('Everything typed on this page is forgotten.');
      expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
      await page.reload();
      expect(await stampCard(page).getByRole('textbox').first().inputValue()).toBe('');
      expect(await box.getAttribute('aria-checked')).toBe('false');
      expect(await text.inputValue()).toBe('');
    });
  });

  test('of one page are not those of another file or version', async () => {
    await open(file, DESK, async (page) => {
      await answer(page);
      await page.evaluate(`(() => {
        const [name] = Object.keys(localStorage);
        localStorage.setItem(name.replace(' 0.1 ', ' 0.2 '), localStorage.getItem(name));
        localStorage.removeItem(name);
      })()`);
      await page.reload();
      expect(await stampCard(page).getByRole('textbox').first().inputValue()).toBe('');
    });
  });

  test('what cannot be read in the store is as good as nothing', async () => {
    await open(file, DESK, async (page) => {
      await answer(page);
      for (const broken of ['{', '[1]', 'null', '{"one-purchase-stamp-card.1": 7}']) {
        await page.evaluate(`for (const name of Object.keys(localStorage)) localStorage.setItem(name, ${JSON.stringify(broken)})`);
        await page.reload();
        expect(await stampCard(page).getByRole('textbox').first().inputValue()).toBe('');
      }
      await stampCard(page).getByRole('textbox').first().fill('9');
      await page.reload();
      expect(await stampCard(page).getByRole('textbox').first().inputValue()).toBe('9');
    });
  });

  test('a browser that keeps nothing says so, and grades all the same', async () => {
    await open(file, DESK, async (page) => {
      await page.addInitScript(
        `Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } })`,
      );
      await page.reload();
      expect(await page.locator('.kept').textContent()).toBe('This browser keeps nothing. What you type is gone when the page is closed.');
      await answer(page);
      await page.keyboard.press('Tab');
      expect(await stampCard(page).getByRole('status').first().getAttribute('data-grade')).toBe('right');
    });
  });

  test('the contents count and mark the exercises that are filled in', async () => {
    await open(file, DESK, async (page) => {
      const progress = page.locator('.progress');
      const all = (await progress.textContent()) ?? '';
      expect(all).toMatch(/^0 of \d+ exercises filled in$/);
      const fields = stampCard(page).getByRole('textbox');
      await fields.nth(0).fill('7');
      await fields.nth(1).fill('7');
      expect(await progress.textContent()).toBe(all.replace('0 of', '1 of'));
      expect(await page.locator('.numbers .done').allTextContents()).toEqual(['Exercise 12 · filled in']);
      await fields.nth(0).fill('');
      expect(await progress.textContent()).toBe(all);
      expect(await page.locator('.numbers .done').count()).toBe(0);
    });
  });

  test('are printed on their lines; a teacher has no fields and no such note', async () => {
    await open(file, DESK, async (page) => {
      await answer(page);
      await page.emulateMedia({ media: 'print' });
      const field = stampCard(page).getByRole('textbox').first();
      expect(await field.evaluate((one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).borderBottomStyle])).toEqual([
        '0px',
        'solid',
      ]);
      const [typed, empty] = [page.locator('.lines').first(), page.locator('.lines').nth(1)];
      expect([await typed.locator('textarea').isVisible(), await typed.locator('span').first().isVisible()]).toEqual([true, false]);
      expect([await empty.locator('textarea').isVisible(), await empty.locator('span').first().isVisible()]).toEqual([false, true]);
      expect(await page.locator('.screen-notes, .beside').first().isVisible()).toBe(false);
    });
    await open('01-one-purchase.en.teacher.html', DESK, async (page) => {
      expect(await page.locator('input, textarea, .screen-notes').count()).toBe(0);
    });
  });
});
