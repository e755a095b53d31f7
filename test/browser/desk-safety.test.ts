import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { Dialog, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/desk/classroom/words/words.js';
import { DeskFailure } from '../../src/desk/told/failure.js';
import { tellFailure } from '../../src/desk/told/tell-failure.js';
import { WORDS } from '../../src/desk/words/words.js';
import { runIn } from '../cli/fake-terminal.js';
import { findChromium } from './chromium.js';
import { oneChapter, openDesk, saved } from './desk-pages.js';

const ENDED = new DeskFailure({ kind: 'ended' });
const gone = (file: string) => new DeskFailure({ kind: 'not-fetched', file });

describe.skipIf(findChromium() === undefined)('a desk on which something goes wrong', () => {
  const folder = oneChapter();
  const visitDesk = openDesk(folder);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['sums-worker.js', 'zh', 'sheet', ENDED],
    ['layout-worker.js', 'en', 'sheet', ENDED],
    ['layout-worker.js', 'zh', 'flyer', ENDED],
    ['classroom-worker.js', 'zh', 'class-set', ENDED],
    ['classroom-worker.js', 'en', 'marking', ENDED],
    ['flyer-worker.js', 'en', 'flyer', ENDED],
    ['data.json', 'zh', 'learners', gone('data.json')],
    ['data.json', 'en', 'class-set', gone('data.json')],
    ['words/zh.yaml', 'zh', 'flyer', gone('words/zh.yaml')],
    ['fonts/NotoSerifSC_700Bold.ttf', 'en', 'sheet', gone('fonts/NotoSerifSC_700Bold.ttf')],
  ] as const)('without %s says so in a sentence (%s, %s)', async (file, language, route, failure) => {
    const { page } = await visitDesk('#/en/learners');
    await page.route(`**/${file}`, (asked) => asked.fulfill({ status: 500, body: '' }));
    await page.goto(`${new URL(page.url()).origin}/?again#/${language}/${route}`);
    await page.getByRole('alert').getByText(tellFailure(failure, language)).first().waitFor();
  });

  /** Opens a set of two students, and types one answer with the keyboard. */
  async function typing(page: Page) {
    const own = path.join(folder, 'set');
    writeFileSync(path.join(folder, 'roster.csv'), 'id,name\n07,Ann\n08,Ben\n');
    rmSync(own, { recursive: true, force: true });
    const run = await runIn(folder, ['class', 'roster.csv', '--chapters', 'one-purchase', '--seed', 'spring', '--no-qr', '--out', 'set']);
    expect([run.exitCode, run.error]).toEqual([0, '']);
    const files = readdirSync(own).filter((name) => /\.(json|csv)$/.test(name));
    const zip = zipSync(Object.fromEntries(files.map((name) => [name, new Uint8Array(readFileSync(path.join(own, name)))])));
    await page
      .getByLabel(sayIn('en')('set-drop'))
      .setInputFiles({ name: 'set.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
    await page.locator('[data-cell="0 0"]').click();
    await page.keyboard.type('7');
    await page.getByText(sayIn('en')('results-count', { count: 1, all: 2 })).waitFor();
  }

  it('asks before typed answers are lost: on every page, until the set is saved', async () => {
    const say = sayIn('en');
    const { page } = await visitDesk('#/en/marking');
    const asked: string[] = [];
    let answer: (dialog: Dialog) => Promise<void> = (dialog) => dialog.dismiss();
    page.on('dialog', (dialog) => {
      asked.push(dialog.type() === 'beforeunload' ? 'close' : dialog.message());
      void answer(dialog);
    });
    const close = async () => {
      asked.length = 0;
      // Either the desk asks first, or the page is loaded again.
      const came = Promise.race([page.waitForEvent('dialog'), page.waitForEvent('load')]);
      await page.evaluate('setTimeout(() => location.reload())');
      await came;
      return [...asked];
    };
    await typing(page);
    // Marks are no answers: with them alone what was typed cannot be typed into the table again.
    await saved(page, page.getByRole('button', { name: say('save-results') }));
    expect(await close()).toEqual(['close']);
    await page.getByRole('link', { name: WORDS.en.flyer }).click();
    expect(await close()).toEqual(['close']);
    await page.getByRole('link', { name: WORDS.en.marking }).click();
    asked.length = 0;
    await page.getByRole('button', { name: say('set-other') }).click();
    expect([asked, await page.locator('[data-cell="0 0"]').inputValue()]).toEqual([[say('set-unsaved')], '7']);
    await saved(page, page.getByRole('button', { name: say('save-set') }));
    asked.length = 0;
    await page.getByRole('button', { name: say('set-other') }).click();
    await page.getByLabel(say('set-drop')).waitFor();
    answer = (dialog) => dialog.accept();
    expect([asked, await close()]).toEqual([[], []]);
  });

  it('stays where a file is dropped beside the place for it, and tells of a file that cannot be read', async () => {
    const { page } = await visitDesk('#/en/class-set');
    await page.locator('textarea').fill('Ann');
    const left = await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['id,name'], 'roster.csv'));
      const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector('h1')?.dispatchEvent(drop);
      return drop.defaultPrevented;
    });
    expect(left).toBe(true);
    // A folder is handed over as a file, and reading it fails.
    await page.evaluate(() => {
      File.prototype.arrayBuffer = () => Promise.reject(new Error('NotReadableError'));
    });
    await page.getByLabel(sayIn('en')('list-drop')).setInputFiles({ name: 'lists', mimeType: '', buffer: Buffer.from('x') });
    await page.getByText(tellFailure(new DeskFailure({ kind: 'unreadable', file: 'lists' }), 'en')).waitFor();
  });

  it('offers each unit of a figure in one line of the list', async () => {
    const { page, expectQuiet } = await visitDesk('#/en/flyer');
    await page.getByLabel('Figure, line 1').fill('12');
    const offered = page.locator('.suggest').getByRole('option');
    await offered.first().waitFor();
    const boxes = await offered.evaluateAll((options) => options.map((option) => option.getBoundingClientRect().toJSON()));
    // A word broken letter by letter would be narrow and high.
    for (const { width, height } of boxes) expect([width > 150, height < 45]).toEqual([true, true]);
    expectQuiet();
  });

  it('leaves the keys to the spelling of Chinese characters', async () => {
    const { page, expectQuiet } = await visitDesk('#/zh/flyer');
    await page.getByLabel('第 1 行：名称').fill('单价');
    await page.getByLabel('第 3 行：名称').fill('总价');
    const formula = page.getByLabel('第 3 行：怎样算');
    await formula.fill('单');
    await page.locator('.suggest').getByRole('option').first().waitFor();
    await formula.press('ArrowDown');
    // Enter that ends the spelling of a character takes nothing from the list; Enter by itself does.
    const composing = (key: string) =>
      formula.evaluate((field, pressed) => {
        field.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, isComposing: true, bubbles: true, cancelable: true }));
      }, key);
    await composing('Enter');
    expect(await formula.inputValue()).toBe('单');
    await formula.press('Enter');
    expect(await formula.inputValue()).toBe('单价');
    expectQuiet();
  });
});
