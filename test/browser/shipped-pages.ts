import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { builtPages } from '../support/once-per-run.js';
import { findChromium } from './chromium.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FONTS = join(ROOT, 'node_modules/@expo-google-fonts/noto-serif-sc');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Screen = Parameters<Browser['newContext']>[0];

export const DESK = { viewport: { width: 1280, height: 800 } };
/** The narrowest screen that pages are made for. */
export const PHONE = { viewport: { width: 320, height: 640 } };

/** Opens a page, looks, and expects that it complained of nothing and asked for no other file. `file` may end in `?show` and name a place: `page.html#place`. */
export type OpenPage = (file: string, screen: Screen, see: (page: Page) => Promise<void>) => Promise<void>;

/** Of a machine that does other things, too. */
const PATIENCE = 100_000;

/** What all test files of one worker share. They end with the worker. */
const browsers = new Map<string, Promise<Browser>>();

/** Every chapter and the whole workbook, in both languages and every edition, as the built program writes them, open to a browser during one `describe`. */
export function shippedPages(knows: 'workbook-fonts' | 'machine-fonts' = 'workbook-fonts'): OpenPage {
  beforeAll(async () => {
    await Promise.all([builtPages(), sharedBrowser(knows)]);
  });
  return async (file, screen, see) => openPage(await sharedBrowser(knows), join(await builtPages(), file), screen, see);
}

/** A folder that is removed when the worker ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function sharedBrowser(knows: 'workbook-fonts' | 'machine-fonts' = 'workbook-fonts'): Promise<Browser> {
  const browser = browsers.get(knows) ?? launchChromium(knows);
  browsers.set(knows, browser);
  return browser;
}

/** A browser that knows the fonts of the workbook alone, or those of this machine, whichever they are. */
export function launchChromium(knows: 'workbook-fonts' | 'machine-fonts' = 'workbook-fonts'): Promise<Browser> {
  const fonts = knows === 'machine-fonts' ? {} : { FONTCONFIG_FILE: workbookFonts(temporaryFolder('reckoner-fonts-')) };
  return chromium.launch({
    executablePath: findChromium() ?? '',
    // WebAssembly is compiled once: to compile it again, better, takes longer than a test gains.
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--liftoff-only'],
    env: { ...process.env, ...fonts },
  });
}

/** A file by which a browser knows the fonts of the workbook and no others, so that pages look the same on every machine. */
function workbookFonts(folder: string): string {
  const weights = ['400Regular', '700Bold'].map((weight) => `<dir>${join(FONTS, weight)}</dir>`).join('');
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${weights}<cachedir>${folder}/cache</cachedir></fontconfig>\n`);
  return file;
}

/** What `OpenPage` does, for a file anywhere; gives what was seen. */
export async function openPage<T>(browser: Browser, file: string, screen: Screen, see: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(screen);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const [, name = '', rest = ''] = /^([^?#]*)(.*)$/.exec(file) ?? [];
  const address = pathToFileURL(name).href;
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(request.url());
  });
  await page.goto(`${address}${rest}`);
  const seen = await see(page);
  await context.close();
  expect(complaints).toEqual([]);
  return seen;
}

/** Which rules: all; those about colours, which are most of the work; or those about everything else. */
export type Rules = 'all' | 'colours' | 'but-colours';
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What an audit of the page as it stands finds against accessibility: a line for each rule, with the parts that break it. What passes is not described. `iframes` false = without what stands in frames, such as a browser's own view of a PDF. */
export async function violations(page: Page, rules: Rules = 'all', { iframes = true } = {}): Promise<readonly string[]> {
  const chosen = {
    all: {},
    colours: { runOnly: COLOUR_RULES },
    'but-colours': { rules: Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])) },
  }[rules];
  await page.evaluate(axe);
  const results = (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], iframes, ...chosen })})`,
  )) as AxeResults;
  return results.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}
