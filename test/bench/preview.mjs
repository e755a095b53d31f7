// Saves a chapter again and again while `reckoner preview` shows it, and prints how long a changed page takes from the save until Chromium has
// it, and what the server took of that, as JSON with milliseconds (the middle of all saves); `null` where no browser is installed. `words`: a
// letter more in a prompt; `sums`: a comment more, after which every figure of the chapter is worked out again, and no page changes.
// Words: chapter, number of saves of each kind.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { addressOf, findChromium, ROOT } from '../../scripts/tools.mjs';

const [chapter, saves] = [process.argv[2], Number(process.argv[3])];
const executablePath = findChromium();
const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-preview-'));
cpSync(path.join(ROOT, 'chapters'), folder, { recursive: true });
const preview = spawn(process.execPath, [path.join(ROOT, 'dist/cli/main.js'), 'preview', chapter, '--workbook', folder], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  console.log(JSON.stringify(executablePath === undefined ? null : await measure(await addressOf(preview), executablePath)));
} finally {
  preview.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(address, executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const views = [];
    page.on('response', async (response) => {
      if (response.url().includes('/view?')) views.push(response.json());
    });
    await page.goto(address);
    await page.waitForFunction(() => document.querySelectorAll('#pages img').length > 0);
    await page.waitForTimeout(1000);
    const pages = await page.locator('#pages img').count();
    const words = [];
    for (let save = 0; save < saves; save += 1) {
      const shown = page.evaluate(
        () =>
          new Promise((found) => {
            const loaded = () => found(performance.timeOrigin + performance.now());
            document.getElementById('pages').addEventListener('load', loaded, { capture: true, once: true });
          }),
      );
      await page.waitForTimeout(400);
      views.length = 0;
      change(`${chapter}/en.md`, (text) => text.replace(/(::: exercise .*\n)(.)/, '$1x$2'));
      const saved = Date.now();
      words.push({ shown: (await shown) - saved, server: (await views[0]).milliseconds });
    }
    const sums = [];
    for (let save = 0; save < saves; save += 1) {
      await page.waitForTimeout(400);
      const answered = page.waitForResponse((response) => response.url().includes('/view?'));
      change(`${chapter}/sums.yaml`, (text) => `${text}# ${save}\n`);
      const saved = Date.now();
      const view = await (await answered).json();
      sums.push({ shown: Date.now() - saved, server: view.milliseconds });
    }
    return { pages, words: middle(words), sums: middle(sums) };
  } finally {
    await browser.close();
  }
}

function change(file, make) {
  const place = path.join(folder, file);
  writeFileSync(place, make(readFileSync(place, 'utf8')));
}

function middle(times) {
  const of = (key) => Math.round(times.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(times.length / 2)]);
  return { shown: of('shown'), server: of('server') };
}
