// Makes docs/pictures/kinds: one exercise of each kind, as a page shows it, from the chapter in docs/writing-chapters.md. Needs Chromium.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath, ROOT, runTool } from './tools.mjs';

const executablePath = chromiumPath();
const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-'));
const pictures = path.join(ROOT, 'docs', 'pictures', 'kinds');
const chapters = { stamp: '02-stamp-card', later: '03-later' };
try {
  const manual = readFileSync(path.join(ROOT, 'docs', 'writing-chapters.md'), 'utf8');
  for (const [, file, text] of manual.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)) {
    const target = path.join(folder, file.startsWith('later/') ? file.replace('later', chapters.later) : path.join(chapters.stamp, file));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  writeFileSync(path.join(folder, 'workbook.yaml'), `title: { en: T }\nchapters: [${chapters.stamp}, ${chapters.later}]\n`);
  const out = path.join(folder, 'out');
  const status = runTool('reckoner', [
    'build',
    '--workbook',
    folder,
    '--lang',
    'en',
    '--edition',
    'student',
    '--format',
    'html',
    '--out',
    out,
  ]);
  if (status !== 0) process.exit(status);
  await drawKinds(out, manual);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function drawKinds(out, manual) {
  mkdirSync(pictures, { recursive: true });
  const kinds = [...manual.matchAll(/^ {2}([\w-]+): \{ ([\w-]+): .*marks: .*\}$/gm)].map(([, name, kind]) => ({ name, kind }));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 760, height: 1000 } });
    const drawn = new Set();
    for (const { name, kind } of kinds) {
      if (drawn.has(kind)) continue;
      drawn.add(kind);
      const chapter = kind === 'recall' ? chapters.later : chapters.stamp;
      await page.goto(`file://${path.join(out, `${chapter}.en.student.html`)}`);
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      const exercise = page.locator(`[data-exercise="${chapter.slice(3)}-${name}"]`);
      await exercise.screenshot({ path: path.join(pictures, `${kind}.png`) });
      console.log(path.relative(ROOT, path.join(pictures, `${kind}.png`)));
    }
  } finally {
    await browser.close();
  }
}
