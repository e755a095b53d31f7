import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from './chromium.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const executablePath = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(executablePath === undefined)('the shipped chapters in the browser', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'reckoner-self-check-'));

  beforeAll(async () => {
    const run = (...words: string[]) => expect(spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' }).status).toBe(0);
    run('scripts/compile.mjs');
    run(
      'dist/cli/main.js',
      'build',
      '01-one-purchase',
      '07-pool-price',
      '--format',
      'html',
      '--edition',
      'student,teacher',
      '--out',
      folder,
    );
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function open(file: string, screen: Parameters<Browser['newContext']>[0], see: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext(screen);
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(join(folder, file)).href);
    await see(page);
    await context.close();
    expect(complaints).toEqual([]);
  }

  const desk = { viewport: { width: 1000, height: 800 } };

  // Document C: 888 points a day are 972360 points in 1095 days; ten times that is the percent shift K1.
  test.each([
    ['en', 'Right.', 'Not yet.', 'Please write one number.'],
    ['zh', '对了。', '还不对', '请写一个数。'],
  ])('answers in %s are graded as they are typed, by keyboard alone', async (language, right, wrong, unreadable) => {
    await open(`01-one-purchase.${language}.student.html`, desk, async (page) => {
      const exercise = page.locator('[data-exercise=one-purchase-how-long]');
      const field = exercise.getByRole('textbox');
      const said = exercise.getByRole('status').first();
      const type = async (text: string) => {
        await field.fill('');
        await field.pressSequentially(text);
        await page.keyboard.press('Enter');
      };
      await field.focus();
      await type('1095');
      expect(await said.textContent()).toBe(right);
      expect(await field.getAttribute('aria-invalid')).toBeNull();
      await type('１０９５ 天');
      expect(await said.textContent()).toBe(right);
      await type('1100');
      expect(await said.textContent()).toContain(wrong);
      await type('10950');
      expect((await said.textContent())?.length).toBeGreaterThan(wrong.length + 4);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await type('long');
      expect(await said.textContent()).toBe(unreadable);
    });
  });

  test('a tick box is ticked with the space bar and answers', async () => {
    await open('01-one-purchase.en.student.html', desk, async (page) => {
      // 500 yuan at 2 yuan a point: 250 points
      const choice = page.locator('[data-exercise=one-purchase-pick-deposit] .choice', { hasText: /\b250\b/ });
      const box = choice.getByRole('checkbox');
      await box.focus();
      await page.keyboard.press('Space');
      expect(await box.getAttribute('aria-checked')).toBe('true');
      expect(
        await page.locator('[data-exercise=one-purchase-pick-deposit]').getByRole('status').filter({ hasText: 'Right.' }).count(),
      ).toBe(1);
    });
  });

  test('without scripts the blanks stay lines, and a teacher page has nothing to check', async () => {
    await open('07-pool-price.en.student.html', { ...desk, javaScriptEnabled: false }, async (page) => {
      expect(await page.getByRole('textbox').count()).toBe(0);
      expect(await page.locator('.blank').count()).toBeGreaterThan(20);
    });
    expect(readFileSync(join(folder, '07-pool-price.en.teacher.html'), 'utf8')).not.toContain('id="self-check"');
  });

  test('on paper nothing of the check is seen', async () => {
    await open('01-one-purchase.zh.student.html', desk, async (page) => {
      await page.locator('[data-exercise=one-purchase-how-long]').getByRole('textbox').fill('7');
      await page.keyboard.press('Enter');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.grade:visible').count()).toBe(0);
    });
  });

  const pages = ['01-one-purchase', '07-pool-price'].flatMap((name) =>
    ['en', 'zh'].flatMap((language) => ['student', 'teacher'].map((edition) => `${name}.${language}.${edition}.html`)),
  );
  test.each(pages)('%s has no accessibility violation and fits a phone', async (file) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await open(file, { viewport: { width: 390, height: 844 }, colorScheme }, async (page) => {
        await page.evaluate(axe);
        const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      });
    }
  });
});
