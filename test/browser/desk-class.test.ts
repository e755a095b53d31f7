import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sayIn } from '../../src/desk/classroom/words/words.js';
import { runIn } from '../cli/fake-terminal.js';
import { findChromium } from './chromium.js';
import { openDesk, type Screen } from './desk-pages.js';
import { violations } from './shipped-pages.js';

const ROOT = path.join(import.meta.dirname, '../..');
/** The compiler is fetched and started on a machine that does other things, too. */
const PATIENCE = 300_000;
// 喆 is a rare character, for which the whole fonts are fetched.
const ROSTER = 'id,name\n07,Ann Li\n08,王小喆\n09,Cem Kaya\n';
const TYPED = '07 Ann Li\n08 王小喆\n09 Cem Kaya';

type Files = Readonly<Record<string, Uint8Array>>;

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function filesBelow(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file).replaceAll('\\', '/'), new Uint8Array(readFileSync(file))]),
  );
}

/** Names of files that are not the same in both. */
function differing(one: Files, other: Files): readonly string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return names.filter((name) => one[name] === undefined || other[name] === undefined || Buffer.compare(one[name], other[name]) !== 0);
}

describe.skipIf(findChromium() === undefined)('a class at the desk', () => {
  const visitDesk = openDesk(ROOT);
  const visit = (route: string, screen: Screen = {}) => visitDesk(route, { ...screen, allowed: ['clipboard-read', 'clipboard-write'] });

  async function saved(page: Page, button: Locator): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const [download] = await Promise.all([page.waitForEvent('download'), button.press('Enter')]);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  }

  const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

  /** Makes the class with the keyboard alone, and saves it. */
  async function makeClass(page: Page, language: 'zh' | 'en') {
    const say = sayIn(language);
    await page.getByLabel(say('list-type')).focus();
    await page.keyboard.insertText(TYPED);
    await page.getByText(say('list-count', { count: 3 })).waitFor();
    await page.locator('.chapter-boxes input').first().focus();
    await page.keyboard.press('Space');
    const seed = page.getByLabel(say('seed'));
    await seed.fill('spring');
    await page.getByRole('button', { name: say('see') }).press('Enter');
    await page.locator('.samples iframe').waitFor();
    expect(await page.locator('.samples button[aria-pressed]').allTextContents()).toEqual(['Ann Li', '王小喆', 'Cem Kaya']);
    await page.getByRole('button', { name: say('make', { count: 3 }) }).press('Enter');
    const button = page.getByRole('button', { name: say('made-save', { name: 'class-spring.zip' }) });
    await button.waitFor();
    return saved(page, button);
  }

  it.each([
    ['zh', 1280, 'light'],
    ['en', 820, 'dark'],
  ] as const)(
    'is made with the keyboard, marked and saved as the command line does, and nobody else is asked (%s, %i px)',
    async (language, width, theme) => {
      const say = sayIn(language);
      const { page, expectQuiet } = await visit(`#/${language}/class-set`, { width, theme });
      const zip = await makeClass(page, language);
      expect([await violations(page, 'all', { iframes: false }), await fits(page)]).toEqual([[], true]);

      const folder = temporaryFolder();
      writeFileSync(path.join(folder, 'roster.csv'), ROSTER);
      const book = ['--workbook', path.join(ROOT, 'chapters')];
      const words = ['class', 'roster.csv', '--chapters', 'one-purchase', '--seed', 'spring', '--lang', language, '--no-qr', ...book];
      expect((await runIn(folder, [...words, '--engine', 'wasm', '--out', 'set'])).exitCode).toBe(0);
      expect((await runIn(folder, [...words, '--out', 'native'])).exitCode).toBe(0);
      const own = unzipSync(zip.bytes);
      expect(differing(own, filesBelow(path.join(folder, 'set')))).toEqual([]);
      // The native compiler's files claim PDF/UA-1; what is joined for the copier claims nothing. The manifest has their hashes.
      const pdf = ['07', '08', '09'].map((id) => `handouts/${id}.pdf`);
      expect(differing(own, filesBelow(path.join(folder, 'native')))).toEqual([...pdf, 'key.pdf', 'manifest.json']);

      await page.getByRole('link', { name: say('made-mark') }).press('Enter');
      await page.getByLabel(say('set-drop')).setInputFiles({ name: zip.name, mimeType: 'application/zip', buffer: Buffer.from(zip.bytes) });
      const key = JSON.parse(Buffer.from(own['key.json'] ?? []).toString()) as KeyJson;
      const labels = key.exercises.flatMap(({ columns }) => columns.map(({ label }) => label));
      const [label = ''] = labels;
      const first = page.getByRole('textbox', { name: say('grid-cell', { name: 'Ann Li', label }), exact: true });
      const right = (row: number) => labels.map((label) => key.students[row]?.answers[label]?.shown ?? '');
      // The first student is typed in with Enter after each figure; the second is pasted from a spreadsheet.
      await first.focus();
      for (const text of right(0)) {
        await page.keyboard.type(text);
        await page.keyboard.press('Enter');
      }
      await page.evaluate((text) => navigator.clipboard.writeText(text), ['7', ...right(1).slice(1)].join('\t'));
      await page.keyboard.press('ControlOrMeta+V');
      await page.getByText(say('results-count', { count: 2, all: 3 })).waitFor();
      const sums = () => page.locator('.answer-grid .sum').allTextContents();
      await expect
        .poll(async () => (await sums())[0])
        .toBe(String(key.exercises.reduce((sum, { marks, columns }) => sum + (columns.length > 0 ? marks : 0), 0)));
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('0 0');
      // Tab leaves the table, and comes to the decisions below it.
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.answer-grid'))).toBeNull();

      await page.getByRole('button', { name: say('decide-head', { label }), exact: true }).press('Enter');
      const form = page.getByRole('form', { name: say('decide-head', { label }) });
      await form.getByLabel(say('decide-accept')).press('Space');
      await form.getByLabel(say('decide-accepted')).fill('7');
      await form.getByLabel(say('decide-reason')).fill('two readings');
      expect([await violations(page, 'all', { iframes: false }), await fits(page)]).toEqual([[], true]);
      const before = (await sums())[1];
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await sums())[1]).not.toBe(before);

      const marks = await saved(page, page.getByRole('button', { name: say('save-results') }));
      const kept = await saved(page, page.getByRole('button', { name: say('save-set') }));
      const keptFiles = unzipSync(kept.bytes);
      for (const file of ['answers.csv', 'remarks.json']) writeFileSync(path.join(folder, 'set', file), keptFiles[file] ?? '');
      const run = await runIn(folder, ['mark', 'set', 'set/answers.csv', '--lang', language, ...book]);
      expect([run.exitCode, run.error]).toEqual([0, '']);
      // Marks are laid out by the native compiler there.
      expect([marks.name, differing(unzipSync(marks.bytes), filesBelow(path.join(folder, 'set/marks')))]).toEqual([
        'marks-spring.zip',
        ['marks.pdf'],
      ]);

      await page.getByRole('button', { name: say('take-back-of', { number: 1 }) }).press('Enter');
      await expect.poll(async () => (await sums())[1]).toBe(before);
      expectQuiet();
    },
    PATIENCE,
  );

  it(
    'is not made from a list with mistakes, and each is shown with its place; other files are refused with a word',
    async () => {
      const say = sayIn('zh');
      const { page, expectQuiet } = await visit('#/zh/class-set');
      const list = page.getByLabel(say('list-drop'));
      await list.setInputFiles({
        name: '名单.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('学号,姓名\n01,张三\n01,<img src=x onerror=alert(1)>\n03,=1+1\n'),
      });
      await page.getByText(say('mistakes-head', { count: 2 })).waitFor();
      // Longer than the pause after which what is typed is read: nothing typed takes the place of the file.
      await page.waitForTimeout(600);
      expect(await page.locator('.mistakes li').allTextContents()).toEqual([
        '第 3 行第 1 个字符 学号“01”出现了两次。 每名学生要有自己的学号。01,<img src=x onerror=alert(1)>',
        '第 4 行第 4 个字符 “=1+1”的开头像公式。 请重新输入这一格的文字。03,=1+1',
      ]);
      expect(await page.getByRole('button', { name: say('make-none') }).isDisabled()).toBe(true);
      expect(await violations(page, 'all', { iframes: false })).toEqual([]);
      await page.getByRole('button', { name: say('list-other') }).click();
      await list.setInputFiles({ name: 'a.xls', mimeType: '', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]) });
      await page.getByText(say('why-old-spreadsheet', { file: 'a.xls' })).waitFor();

      await page.goto(`${new URL(page.url()).origin}/#/zh/marking`);
      await page.getByLabel(say('set-drop')).setInputFiles({ name: 'a.zip', mimeType: '', buffer: Buffer.from('PK\u0003\u0004nothing') });
      await page.getByText(say('none-broken')).waitFor();
      await page
        .getByLabel(say('set-drop'))
        .setInputFiles({ name: 'key.json', mimeType: '', buffer: Buffer.from('{"reckoner":2,"__proto__":{"x":1}}') });
      await page.getByText(say('none-absent', { file: 'manifest.json' })).waitFor();
      expectQuiet();
    },
    PATIENCE,
  );

  it(
    'stops when it is told to, and keeps what was typed while the reader looks at another page',
    async () => {
      const say = sayIn('en');
      const { page } = await visit('#/en/class-set');
      await page
        .getByLabel(say('list-type'))
        .fill(Array.from({ length: 60 }, (_, index) => `Student ${String.fromCharCode(65 + (index % 26))}`).join('\n'));
      await page.locator('.chapter-boxes input').nth(6).check();
      await page.getByLabel(say('scans')).check();
      await page.getByRole('button', { name: say('make', { count: 60 }) }).click();
      // Handouts come too fast to wait for one of them: the compiler is still being opened.
      await page.getByRole('button', { name: say('stop') }).click();
      await page.getByText(say('stopped')).waitFor();
      await page.getByRole('link', { name: 'Check a flyer' }).click();
      await page.getByRole('link', { name: 'A class', exact: true }).click();
      await page.getByText(say('list-count', { count: 60 })).waitFor();
    },
    PATIENCE,
  );
});

interface KeyJson {
  readonly exercises: readonly { readonly marks: number; readonly columns: readonly { readonly label: string }[] }[];
  readonly students: readonly { readonly answers: Readonly<Record<string, { readonly shown: string }>> }[];
}
