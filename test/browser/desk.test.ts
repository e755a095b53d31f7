import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Download, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { runDesk } from '../../src/cli/commands/desk.js';
import { runIn } from '../cli/fake-terminal.js';
import { smallWorkbook } from '../cli/small-workbook.js';
import { CAN_READ_PDF, pdfLines } from '../render/pdf/inspect-pdf.js';
import { findChromium } from './chromium.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ROOT = path.join(import.meta.dirname, '../..');
const executablePath = findChromium();

/** The desk of the chapters that come with the program, until the tests are over. */
async function startDesk(folder: string) {
  const stop = new AbortController();
  let ended: Promise<number> | undefined;
  const address = await new Promise<string>((found, fail) => {
    const out = (text: string) => found(/http:\S+/.exec(text)?.[0] ?? '');
    const terminal = { out, error: () => {}, folder, colour: false, interactive: false, now: () => 0, today: () => '2026-03-01' };
    ended = runDesk({ port: '0' }, terminal, stop.signal);
    ended.catch(fail);
  });
  return {
    address,
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}

describe.skipIf(executablePath === undefined)('the desk in a browser', () => {
  let browser: Browser;
  let desk: Awaited<ReturnType<typeof startDesk>>;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] });
    desk = await startDesk(ROOT);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  /** A page that records what it asks for and what goes wrong on it. */
  async function visit(route: string, given: { readonly context?: BrowserContext; readonly width?: number } = {}) {
    const context = given.context ?? (await browser.newContext({ viewport: { width: given.width ?? 1280, height: 900 } }));
    if (given.context === undefined) onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(200_000);
    const asked: string[] = [];
    const problems: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', ({ message }) => problems.push(message));
    await page.goto(`${desk.address}${route}`);
    return { page, context, asked, problems };
  }

  async function axeFaults(page: Page): Promise<readonly string[]> {
    await page.evaluate(AXE);
    return page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself into the window
      const { violations } = await (window as any).axe.run(document, { iframes: false });
      return violations.map((one: { id: string; nodes: { html: string }[] }) => `${one.id}: ${one.nodes[0]?.html.slice(0, 120)}`);
    });
  }

  async function saved(page: Page, button: string): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
    return readFileSync(await (download as Download).path());
  }

  it.each([
    ['zh', '两道题', 'PDF · 学生用', 'Word · 学生用'],
    ['en', 'Two sums', 'PDF · for students', 'Word · for students'],
  ])('makes a sheet in %s as the command line does, and asks nobody else', async (language, title, pdf, docx) => {
    const { page, asked, problems } = await visit(`#/${language}/sheet`);
    for (const index of [0, 1]) await page.locator('.exercises input').nth(index).check();
    await page.locator('.title input').fill(title);
    await page.locator('.preview iframe').waitFor();
    const names = await page
      .locator('input[type=checkbox]:checked')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const made = await saved(page, pdf);
    const word = await saved(page, docx);
    const out = mkdtempSync(path.join(tmpdir(), 'reckoner-test-'));
    onTestFinished(() => rmSync(out, { recursive: true, force: true }));
    const words = ['handout', names.join(), '--title', title, '--lang', language, '--format', 'pdf,docx', '--engine', 'wasm', '--out', out];
    expect((await runIn(ROOT, words)).exitCode).toBe(0);
    expect(made.equals(readFileSync(path.join(out, `handout.${language}.pdf`)))).toBe(true);
    expect(word.equals(readFileSync(path.join(out, `handout.${language}.docx`)))).toBe(true);
    if (CAN_READ_PDF) expect(pdfLines({ path: '', content: made })).toContain(title);
    expect(asked.filter((url) => !url.startsWith(desk.address) && !url.startsWith('blob:'))).toEqual([]);
    expect(problems).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
  });

  it.each(['zh', 'en'])('leads a learner in %s to a page that checks answers, and to the projector', async (language) => {
    const { page, asked, problems } = await visit(`#/${language}/learners`);
    await page.locator('.learners a').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('.learners a').first().click();
    await page.locator('main input').first().waitFor();
    await page.keyboard.press('p');
    await page.locator('.show-bar').waitFor();
    expect(asked.filter((url) => !url.startsWith(desk.address) && !url.startsWith('blob:'))).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('is put together with the keyboard alone, on a tablet, without an axe violation', async () => {
    const { page } = await visit('#/en/sheet', { width: 820 });
    await page.locator('.exercises input').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const order = () => page.locator('.chosen-list .what').allTextContents();
    await expect.poll(async () => (await order()).filter((one) => /\d/.test(one)).length).toBe(2);
    const before = await order();
    await page.getByRole('button', { name: 'Move exercise 2 up' }).focus();
    await page.keyboard.press('Enter');
    expect(await order()).toEqual([before[1], before[0]]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(820);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('works without a network from the second visit on', async () => {
    const own = await startDesk(smallWorkbook());
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(200_000);
    await page.goto(`${own.address}#/en/sheet`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 200_000 });
    await own.stop();
    await page.goto('about:blank');
    await page.goto(`${own.address}#/en/sheet`);
    await page.locator('.exercises input').first().check();
    await page.locator('.preview iframe').waitFor();
    expect(await page.locator('.preview .pages').textContent()).toBe('1 page');
  });
});
