import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runPreview } from '../../src/cli/commands/preview.js';
import { smallWorkbook } from '../cli/small-workbook.js';
import { findChromium } from './chromium.js';
import { serve } from './served.js';
import { sharedBrowser } from './shipped-pages.js';

/** A preview of a small chapter, which ends with the test. */
async function preview() {
  const folder = smallWorkbook();
  const { address, stop } = await serve(folder, (terminal, signal) => runPreview('shares', { port: '0' }, terminal, signal));
  onTestFinished(stop);
  return { address, sums: path.join(folder, 'chapters/01-shares/sums.yaml') };
}

describe('the server', () => {
  it('answers only its own host name, its own pages and whoever knows the token', async () => {
    const { address } = await preview();
    const { origin, port } = new URL(address);
    const status = async (url: string, headers = {}) => (await fetch(url, { headers })).status;
    expect(await status(address)).toBe(200);
    expect(await status(`${address}view?language=en`)).toBe(200);
    expect(await status(`${origin}/`)).toBe(404);
    expect(await status(`${origin}/0123456789abcdef/`)).toBe(404);
    expect(await status(`${address}../../package.json`)).toBe(404);
    expect(await status(address, { origin: 'http://elsewhere.example' })).toBe(403);
    // Another name for this machine, as a page elsewhere might use it; `fetch` does not let a test change the host.
    expect(await status(address.replace('127.0.0.1', 'localhost'))).toBe(403);
    expect(port).not.toBe('0');
  });

  it('is a UsageError for an unknown chapter and a port that is none', async () => {
    const folder = smallWorkbook();
    const terminal = { out: () => {}, error: () => {}, folder, colour: false, interactive: false, now: () => 0, today: () => '' };
    await expect(runPreview('sharse', { port: '0' }, terminal)).rejects.toThrow('There is no chapter `sharse`.');
    await expect(runPreview('shares', { port: '99999' }, terminal)).rejects.toThrow('`--port 99999` is no port.');
  });
});

describe.skipIf(findChromium() === undefined)('in the browser', () => {
  it('a saved figure changes the pages, and a mistake shows its message beside the last pages', async () => {
    const { address, sums } = await preview();
    const page = await (await sharedBrowser('machine-fonts')).newPage({ viewport: { width: 1280, height: 800 } });
    onTestFinished(() => page.close());
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(address);
    const picture = page.locator('#pages img').first();
    const source = () => picture.getAttribute('src');
    await expect.poll(source).toMatch(/svg$/);
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalHeight)).toBeGreaterThan(800);
    expect(await page.locator('#messages').textContent()).toBe('No mistakes.');

    const before = await source();
    const text = readFileSync(sums, 'utf8');
    writeFileSync(sums, text.replace('1000 yuan', '2000 yuan').replace('66.67', '133.33'));
    await expect.poll(source, { timeout: 5000 }).not.toBe(before);

    writeFileSync(sums, text.replace('take / 3', 'tale / 3'));
    await expect.poll(() => page.locator('#messages').textContent(), { timeout: 5000 }).toContain('Did you mean `take`?');
    expect(await page.locator('#pages').getAttribute('class')).toBe('old');

    writeFileSync(sums, text);
    await expect.poll(source, { timeout: 5000 }).toBe(before);
    expect(await page.locator('#pages').getAttribute('class')).toBe('');
    expect(problems).toEqual([]);
  });
});
