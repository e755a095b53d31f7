import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPageInputs } from '../../src/cli/files/read-workbook.js';
import { EXPORT_FORMATS } from '../../src/export/index.js';
import { xmlFile } from '../../src/export/markup/markup.js';
import { sessionTime } from '../../src/export/scorm/browser/session.js';
import { pageMark, readSuspended, suspendedText } from '../../src/export/scorm/browser/suspended.js';
import { scormManifest } from '../../src/export/scorm/manifest.js';
import { findChromium } from '../browser/chromium.js';
import { sharedBrowser } from '../browser/shipped-pages.js';
import { compiledCommand } from '../support/once-per-run.js';
import { HOSTILE } from './hostile-bank.js';
import { manualWorkbook } from './manual-banks.js';
import { allOf, readXml } from './xml.js';

const PLATFORM = readFileSync(createRequire(import.meta.url).resolve('scorm-again/scorm12/min'), 'utf8');
const LMS = 'http://lms.test/';

describe.skipIf(findChromium() === undefined)('a SCORM package in a learning platform', () => {
  let files: Readonly<Record<string, Uint8Array>> = {};
  beforeAll(async () => {
    await compiledCommand();
    const { workbook, chapters, words } = manualWorkbook();
    if (workbook === undefined) throw new Error('the manual has no workbook');
    const made = EXPORT_FORMATS.scorm.make({ workbook, chapters, words, banks: () => [], pages: readPageInputs() });
    files = unzipSync(made[0]?.content as Uint8Array);
  });

  it('names its one page in the manifest, and the page asks for no other file', () => {
    expect(Object.keys(files)).toEqual(['imsmanifest.xml', 'index.html']);
    expect(strFromU8(files['imsmanifest.xml'] as Uint8Array)).toContain('<file href="index.html">');
    expect(strFromU8(files['index.html'] as Uint8Array)).toMatch(/content="default-src &#x27;none&#x27;;[^"]*script-src &#x27;sha256-/);
  });

  it('tells score and answers, and shows them again when it is opened next', async () => {
    const complaints: string[] = [];
    const page = await openPlatform(files, complaints);
    const frame = page.frameLocator('iframe');
    // Ten cups at 20 yuan.
    const field = frame.locator('[data-exercise=stamp-card-pay] input');
    await field.fill('200 yuan');
    await field.press('Enter');
    await field.blur();
    const first = await reported(page);
    expect(first.status).toBe('incomplete');
    expect(first.score).toBeGreaterThan(0);
    expect(first.interactions).toEqual(['stamp-card-pay.pay fill-in 200 yuan correct']);
    await field.fill('40');
    await field.blur();
    const second = await reported(page);
    expect(second.score).toBe(0);
    expect(second.interactions).toEqual(['stamp-card-pay.pay fill-in 40 wrong']);
    await field.fill('200');
    await field.blur();
    // What is only written is kept, too; the browser keeps nothing.
    const written = frame.locator('textarea').first();
    await written.fill('everybody who buys a cup');
    await written.blur();
    expect(await page.evaluate('Object.keys(localStorage).length')).toBe(0);

    await page.evaluate('reopen()');
    await frame.locator('[data-exercise=stamp-card-pay] [data-grade=right]').waitFor();
    expect(await field.inputValue()).toBe('200');
    expect(await written.inputValue()).toBe('everybody who buys a cup');
    const third = await reported(page);
    expect(third.score).toBe(first.score);
    expect(third.exits).toEqual(['suspend']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(HOSTILE)('takes what is written as it stands and shows it again: %s', async (text) => {
    const complaints: string[] = [];
    const page = await openPlatform(files, complaints);
    const frame = page.frameLocator('iframe');
    const written = frame.locator('textarea').first();
    await written.fill(`${text}\nand ${text}`);
    await written.blur();
    const field = frame.locator('[data-exercise=stamp-card-pay] input');
    await field.fill(text);
    await field.blur();
    const { interactions } = await reported(page);
    expect(interactions).toEqual([`stamp-card-pay.pay fill-in ${text.replace('\u2028', ' ')} wrong`]);
    await page.evaluate('reopen()');
    await frame.locator('[data-exercise=stamp-card-pay] [data-grade]').first().waitFor();
    expect([await written.inputValue(), await field.inputValue()]).toEqual([`${text}\nand ${text}`, text]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is the same page where no platform is around it', async () => {
    const context = await (await sharedBrowser()).newContext();
    const page = await context.newPage();
    await page.setContent(strFromU8(files['index.html'] as Uint8Array));
    const field = page.locator('[data-exercise=stamp-card-pay] input');
    await field.fill('200');
    await field.blur();
    expect(await page.locator('[data-exercise=stamp-card-pay] [role=status]').first().textContent()).toBe('Right.');
    await context.close();
  });
});

/** A page with the interface of SCORM 1.2, and the package in a frame. */
async function openPlatform(files: Readonly<Record<string, Uint8Array>>, complaints: string[]): Promise<Page> {
  const page = await (await (await sharedBrowser()).newContext()).newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.route(`${LMS}**`, (route) => {
    const name = route.request().url().slice(LMS.length);
    const own = files[name];
    if (own !== undefined) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: Buffer.from(own) });
    return route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>platform</title><main><h1>Platform</h1></main></html>`,
    });
  });
  await page.goto(LMS);
  await page.addScriptTag({ content: PLATFORM });
  await page.evaluate(`
    window.exits = [];
    window.openChapter = (before) => {
      window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
      if (before) window.API.loadFromJSON(before);
      window.API.on('LMSSetValue.cmi.core.exit', (element, value) => window.exits.push(value));
      const frame = document.createElement('iframe');
      frame.title = 'chapter';
      frame.style.cssText = 'width: 1200px; height: 700px';
      frame.src = '${LMS}index.html';
      document.querySelector('main').append(frame);
      return new Promise((done) => frame.addEventListener('load', () => done(undefined)));
    };
    window.reopen = () => {
      document.querySelector('iframe').remove();
      const { suspend_data, core } = JSON.parse(JSON.stringify(window.API.cmi));
      return window.openChapter({ cmi: { suspend_data, core: { lesson_status: core.lesson_status } } });
    };
    window.openChapter();
  `);
  await page.frameLocator('iframe').locator('input.field').first().waitFor();
  return page;
}

interface Reported {
  readonly status: string;
  readonly score: number;
  readonly interactions: readonly string[];
  readonly exits: readonly string[];
}

function reported(page: Page): Promise<Reported> {
  return page.evaluate(`({
    status: API.LMSGetValue('cmi.core.lesson_status'),
    score: Number(API.LMSGetValue('cmi.core.score.raw')),
    interactions: API.cmi.interactions.childArray.map((one) => {
      const { id, type, student_response, result } = one.toJSON();
      return [id, type, student_response, result].join(' ');
    }),
    exits,
  })`);
}

it.each(HOSTILE)('the manifest holds a title as it stands: %s', (text) => {
  const titles = allOf(readXml(String(xmlFile(scormManifest('chapter', text, 'index.html')))), 'title');
  expect(titles.map((title) => title.text)).toEqual([text, text]);
});

describe('what a platform keeps of a page', () => {
  it('is every answer by its place, as far as 4096 characters reach', () => {
    const answers = ['1.68', '', '12 345 元', 'a,c', '=1+1', 'two\nlines \\n  and\u2028more'];
    const mark = pageMark(['a', 'b']);
    expect([...readSuspended(suspendedText(mark, answers), mark)]).toEqual([
      [0, '1.68'],
      [2, '12 345 元'],
      [3, 'a,c'],
      [4, '=1+1'],
      [5, 'two\nlines \\n  and\u2028more'],
    ]);
    const many = Array.from({ length: 900 }, (_, index) => `${index} and some words`);
    const kept = suspendedText(mark, many);
    expect(kept.length).toBeLessThanOrEqual(4096);
    expect(readSuspended(kept, mark).get(7)).toBe('7 and some words');
  });

  it('is of one version of the page', () => {
    expect(pageMark(['a', 'b'])).not.toBe(pageMark(['a', 'c']));
    expect(readSuspended(suspendedText(pageMark(['a']), ['1']), pageMark(['b'])).size).toBe(0);
  });

  // 1 h 2 min 3.456 s are 3723456 ms.
  it.each([
    [0, '0000:00:00.00'],
    [3_723_456, '0001:02:03.45'],
    [-5, '0000:00:00.00'],
  ])('tells how long it was open: %s ms', (milliseconds, text) => {
    expect(sessionTime(milliseconds)).toBe(text);
  });
});
