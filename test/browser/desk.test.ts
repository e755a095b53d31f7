import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { WORDS } from '../../src/desk/words/words.js';
import { CAN_READ_PDF, pdfText } from '../render/pdf/inspect-pdf.js';
import { findChromium } from './chromium.js';
import { expectSame, type Files, oneChapter, openDesk, saved, serveDeskOf, visit, written } from './desk-pages.js';
import { sharedBrowser, violations } from './shipped-pages.js';

const LANGUAGES = ['zh', 'en'] as const;

describe.skipIf(findChromium() === undefined)('the desk in a browser', () => {
  const folder = oneChapter();
  const visitDesk = openDesk(folder);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth');
  const ticked = (page: Page) => page.locator('.exercises input:checked');
  const names = (page: Page) => ticked(page).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  const pages = (page: Page) => page.locator('.preview .pages').textContent();
  const address = (page: Page) => page.locator('.preview iframe').getAttribute('src');

  describe.each([
    ['zh', 1280, 'light', '两道题'],
    ['en', 820, 'dark', 'Two sums'],
  ] as const)('a sheet in %s at %i px', (language, width, theme, title) => {
    const words = WORDS[language];
    const buttons = ['PDF', 'Word'].flatMap((kind) => [`${kind} · ${words['copy-student']}`, `${kind} · ${words['copy-solutions']}`]);

    it('is seen as it prints, again after each change, and saved as the command line makes it', async () => {
      const { page, expectQuiet } = await visitDesk(`#/${language}/sheet`, { width, theme });
      expect([await violations(page), await fits(page)]).toEqual([[], true]);
      for (const index of [0, 1]) await page.locator('.exercises input').nth(index).check();
      await page.locator('.preview iframe').waitFor();
      const before = await address(page);
      await page.getByLabel(words['sheet-title'], { exact: true }).fill(title);
      await expect.poll(() => address(page), { timeout: 100_000 }).not.toBe(before);
      expect(await pages(page)).toBe(language === 'zh' ? '共 1 页' : '1 page');

      const found: Record<string, Uint8Array> = {};
      for (const name of buttons) Object.assign(found, await saved(page, page.getByRole('button', { name })));
      const sheet = ['handout', (await names(page)).join(), '--title', title, '--lang', language];
      expectSame(found, await written(folder, [...sheet, '--format', 'pdf,docx', '--engine', 'wasm']));
      if (CAN_READ_PDF) expect(texts(found)).toEqual(texts(await written(folder, [...sheet, '--engine', 'native'])));

      const printed = await address(page);
      await page.getByLabel(words.seed).fill('group-b');
      await expect.poll(() => address(page), { timeout: 100_000 }).not.toBe(printed);
      const other = await saved(page, page.getByRole('button', { name: buttons[2] as string }));
      const drawn = await written(folder, [...sheet, '--seed', 'group-b', '--format', 'docx']);
      expectSame(other, { [`handout.${language}.docx`]: drawn[`handout.${language}.docx`] as Uint8Array });
      expect([await violations(page), await fits(page)]).toEqual([[], true]);
      expectQuiet();
    });
  });

  it('question banks, the spreadsheet and the book hold what the command line exports', async () => {
    const { page, expectQuiet } = await visitDesk('#/zh/sheet');
    await page.locator('.exercises input').first().waitFor();
    for (const box of await page.locator('.exercises input').all()) await box.check();
    const exported = (format: string) => written(folder, ['export', format, '--lang', 'zh', '--variants', '0', '--seed', 'desk']);
    for (const format of ['xlsx', 'moodle', 'qti', 'gift', 'table', 'scorm', 'epub'] as const) {
      const wanted = Object.fromEntries(Object.entries(await exported(format)).filter(([name]) => !name.endsWith('.losses.json')));
      if (format !== 'xlsx') await page.getByLabel(WORDS.zh.platform).selectOption(format);
      const name = format === 'xlsx' ? 'Excel' : WORDS.zh['save-package'];
      const button = page.locator('.save').getByRole('button', { name, exact: true });
      expectSame(await saved(page, button, Object.keys(wanted).length), wanted);
    }
    expectQuiet();
  });

  it('a sheet is put together with the keyboard alone, on a tablet', async () => {
    const { page, expectQuiet } = await visitDesk('#/en/sheet', { width: 820 });
    const order = () => page.locator('.chosen-list .what').allTextContents();
    await page.locator('.exercises input').first().waitFor();
    const tabTo = async (reached: string) => {
      for (let steps = 0; steps < 60; steps += 1) {
        if ((await page.evaluate(`document.activeElement?.matches(${JSON.stringify(reached)})`)) === true) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no key leads to ${reached}`);
    };
    await tabTo('.exercises input');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(async () => (await order()).filter((one) => /\d/.test(one)).length).toBe(2);
    const before = await order();
    await tabTo('[aria-label="Move exercise 2 up"]');
    await page.keyboard.press('Enter');
    expect(await order()).toEqual([before[1], before[0]]);
    await tabTo('.title input');
    await page.keyboard.type('By keys');
    await page.locator('.preview iframe').waitFor();
    const download = page.waitForEvent('download');
    await tabTo('.save button');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe('handout.en.pdf');
    expectQuiet();
  });

  it.each(LANGUAGES)('a learner comes to a page that checks answers, and to the projector (%s)', async (language) => {
    const { page, expectQuiet } = await visitDesk(`#/${language}/learners`, {
      theme: language === 'zh' ? 'dark' : 'light',
    });
    const link = page.locator('.learners a').first();
    await link.waitFor();
    expect([await violations(page), await fits(page)]).toEqual([[], true]);
    await link.press('Enter');
    // A card of 10 stamps brings a cup of 20 yuan: 2 yuan a stamp.
    const stamps = page.locator('[data-exercise=one-purchase-stamp-card]');
    await stamps.getByRole('textbox').first().fill('2');
    await page.keyboard.press('Enter');
    await expect.poll(() => stamps.getByRole('status').first().getAttribute('data-grade')).toBe('right');
    await page.keyboard.press('Escape');
    await page.locator('h1').first().click();
    await page.keyboard.press('p');
    await page.locator('.show-bar').waitFor();
    expectQuiet();
  });

  it('works without a network from the second visit on', async () => {
    const own = await serveDeskOf(folder);
    const { page } = await visit(await sharedBrowser(), `${own.address}#/en/sheet`, { isKept: true });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto(`${own.address}learn/one-purchase.en.html`);
    await own.stop();
    await page.goto('about:blank');
    await page.goto(`${own.address}#/en/sheet`);
    await page.locator('.exercises input').first().check();
    await page.locator('.preview iframe').waitFor();
    expect(await pages(page)).toBe('1 page');
    for (const [route, place] of [
      ['flyer', '.flyer-page, table'],
      ['learners', '.learners a'],
    ]) {
      await page.goto(`${own.address}#/en/${route}`);
      await page.locator(`${place}`).first().waitFor();
    }
    await page.locator('.learners a').first().click();
    await page.locator('[data-exercise=one-purchase-stamp-card]').waitFor();
  });
});

/** What the PDFs say, by name. */
function texts(files: Files): Readonly<Record<string, string>> {
  const pdfs = Object.entries(files).filter(([name]) => name.endsWith('.pdf'));
  return Object.fromEntries(pdfs.map(([name, content]) => [name, pdfText({ path: name, content })]));
}
