import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { findChromium } from './chromium.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Screen = Parameters<Browser['newContext']>[0];

export const DESK = { viewport: { width: 1280, height: 800 } };
export const PHONE = { viewport: { width: 360, height: 740 } };

/** Opens a page, looks, and expects that it complained of nothing and asked for no other file. `file` may name a place: `page.html#place`. */
export type OpenPage = (file: string, screen: Screen, see: (page: Page) => Promise<void>) => Promise<void>;

/**
 * Chapters 1 and 7 (and `more`, by folder) as files of a folder that the built program wrote, open to a browser during one `describe`.
 * `editions` is the word of the command, such as `student,teacher`.
 */
export function shippedPages(editions: string, more: readonly string[] = []): OpenPage {
  const folder = mkdtempSync(join(tmpdir(), 'reckoner-pages-'));
  let browser: Browser;

  beforeAll(async () => {
    const run = (...words: string[]) => expect(spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' }).status).toBe(0);
    const chapters = ['01-one-purchase', '07-pool-price', ...more];
    run('scripts/compile.mjs');
    run('dist/cli/main.js', 'build', ...chapters, '--format', 'html', '--edition', editions, '--out', folder);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  return (file, screen, see) => openPage(browser, join(folder, file), screen, see);
}

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox', '--disable-gpu'] });
}

/** What `OpenPage` does, for a file anywhere; gives what was seen. */
export async function openPage<T>(browser: Browser, file: string, screen: Screen, see: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(screen);
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  const [name = '', place] = file.split('#');
  const address = pathToFileURL(name).href;
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(request.url());
  });
  await page.goto(place === undefined ? address : `${address}#${place}`);
  const seen = await see(page);
  await context.close();
  expect(complaints).toEqual([]);
  return seen;
}

/** What an audit of the page as it stands finds against accessibility: a line for each rule, with the parts that break it. What passes is not described. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults;
  return results.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}
