import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/render/html/index.js';
import { htmlTemplates } from '../render/html/html-templates.js';
import { sampleDocuments } from '../support/sample-document.js';
import { findChromium } from './chromium.js';
import { DESK, openPage, PHONE, type Screen, sharedBrowser, temporaryFolder, violations } from './shipped-pages.js';

const documents = sampleDocuments().map((document) => [`${document.language} ${document.edition}`, document] as const);
const screens = [
  ['phone, light', { viewport: { width: 360, height: 740 }, colorScheme: 'light' }, 'all'],
  ['phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }, 'colours'],
  // In the colours of the phone.
  ['projector, light', { ...DESK, colorScheme: 'light' }, 'but-colours'],
] as const;

describe.skipIf(findChromium() === undefined)('a page in the browser', () => {
  const folder = temporaryFolder('reckoner-pages-');

  describe.each(documents)('%s', (_, document) => {
    const { path, content } = renderHtml(document, htmlTemplates()).value;
    const file = join(folder, path);
    writeFileSync(file, content);

    const look = async <T>(screen: Screen, see: (page: Page) => Promise<T>, fonts?: 'machine-fonts') =>
      openPage(await sharedBrowser(fonts), file, screen, see);

    // In the other language colours are the same, and a projector shows what a phone does.
    test.each(screens.slice(0, document.language === 'zh' ? undefined : 1))(
      'has no accessibility violation and no sideways scroll: %s',
      async (_screen, screen, rules) => {
        const { found, widths, small } = await look(screen, async (page) => {
          return {
            found: await violations(page, rules),
            widths: (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as number[],
            small: (await page.evaluate(SMALL_TEXT)) as string[],
          };
        });
        expect(found).toEqual([]);
        expect(widths[0]).toBe(widths[1]);
        expect(small).toEqual([]);
      },
    );

    test.each([undefined, 'machine-fonts'] as const)(
      'on a small phone the first key leads past the cover, the page scrolls down only, and everything that scrolls can be reached (%s)',
      async (fonts) => {
        const { label, focus, unreachable, width } = await look(
          PHONE,
          async (page) => {
            await page.keyboard.press('Tab');
            const label = await page.evaluate('document.activeElement.textContent');
            await page.keyboard.press('Enter');
            return {
              label,
              focus: await page.evaluate('document.activeElement.id'),
              unreachable: await page.evaluate(UNREACHABLE_SCROLL),
              width: await page.evaluate('document.documentElement.scrollWidth'),
            };
          },
          fonts,
        );
        expect(label).toBe(document.words.get('skip'));
        expect(focus).toBe('content');
        expect(unreachable).toEqual([]);
        expect(width).toBe(PHONE.viewport.width);
      },
    );

    test('prints black on white, without the skip link, the exercises of a student whole', async () => {
      const printed = await look({ colorScheme: 'dark' }, async (page) => {
        await page.emulateMedia({ media: 'print' });
        return page.evaluate(PRINT_STYLE);
      });
      expect(printed).toEqual({
        paper: 'rgb(255, 255, 255)',
        ink: 'rgb(0, 0, 0)',
        skip: 'none',
        exercises: [document.edition === 'student' ? 'avoid' : 'auto'],
        heads: ['table-header-group'],
      });
    });
  });

  test('the page policy forbids the network and scripts', async () => {
    const page = await (await sharedBrowser()).newPage();
    await page.goto(pathToFileURL(join(folder, 'pool-price.en.student.html')).href);
    const refused = await page.evaluate(TRY_NETWORK);
    await page.close();
    expect(refused).toEqual(['img-src', 'script-src-elem']);
  });
});

/** Text drawn under 11 px, drawings with their scale included; a subscript may be smaller. */
const SMALL_TEXT = `[...document.querySelectorAll('body *')].filter((element) => {
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
  if (!own || element.closest('msub, msup, title, desc')) return false;
  const svg = element.closest('svg');
  const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
  return parseFloat(getComputedStyle(element).fontSize) * scale < 11;
}).map((element) => element.outerHTML.slice(0, 80))`;

const UNREACHABLE_SCROLL = `[...document.querySelectorAll('body *')].filter((element) =>
  element.checkVisibility() && element.scrollWidth > element.clientWidth + 4 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.tabIndex < 0,
).map((element) => element.outerHTML.slice(0, 80))`;

const PRINT_STYLE = `(() => {
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  const every = (selector, name) => [...new Set([...document.querySelectorAll(selector)].map((element) => getComputedStyle(element)[name]))];
  return {
    paper: style('body').backgroundColor,
    ink: style('body').color,
    skip: style('.skip').display,
    exercises: every('.exercise', 'breakInside'),
    heads: every('thead', 'display'),
  };
})()`;

const TRY_NETWORK = `new Promise((resolve) => {
  const refused = [];
  addEventListener('securitypolicyviolation', (event) => {
    refused.push(event.effectiveDirective);
    if (refused.length === 2) resolve(refused.sort());
  });
  document.body.append(Object.assign(document.createElement('img'), { src: 'http://127.0.0.1:9/x.png' }));
  document.body.append(Object.assign(document.createElement('script'), { src: 'http://127.0.0.1:9/x.js' }));
})`;
