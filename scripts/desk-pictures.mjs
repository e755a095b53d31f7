// Makes the pictures of the desk in README.md: a sheet, a class that is marked, and a flyer. Needs Chromium.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { addressOf, chromiumPath, ROOT, runTool } from './tools.mjs';

const SCREEN = { width: 1280, height: 860 };
/** Of the pixels of that screen: enough to read, and a modest file. */
const SCALE = 0.7;
const PATIENCE = 200_000;

const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-'));
const desk = spawn(process.execPath, [path.join(ROOT, 'dist/cli/main.js'), 'desk', '--port', '0'], {
  cwd: ROOT,
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await addressOf(desk);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  const context = await browser.newContext({ viewport: SCREEN, deviceScaleFactor: SCALE, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await drawSheet(page, address);
  await drawMarking(page, address);
  await drawFlyer(page, address);
  await browser.close();
} finally {
  desk.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function drawSheet(page, address) {
  await page.goto(`${address}#/en/sheet`);
  for (const index of [0, 1, 2]) await page.locator('.exercises input').nth(index).check();
  await page.locator('.title input').fill('Three sums for Monday');
  await page.locator('.preview iframe:not(.stale)').waitFor();
  await page.evaluate('scrollTo(0, 0)');
  // The browser draws a PDF after it has it.
  await page.waitForTimeout(3000);
  await draw(page, 'desk-sheet');
}

/** A class list of the examples with answers as a class gives them: most are right, and some show a known slip. */
async function drawMarking(page, address) {
  const set = path.join(folder, 'set');
  const words = ['class', 'examples/roster.csv', '--chapters', 'one-purchase', '--seed', 'spring', '--lang', 'zh', '--no-qr', '--out', set];
  if (runTool('reckoner', words) !== 0) process.exit(1);
  const key = JSON.parse(readFileSync(path.join(set, 'key.json'), 'utf8'));
  const labels = key.exercises.flatMap(({ columns }) => columns.map(({ label }) => label));
  const rows = key.students.map(({ id, answers }, student) => [id, ...labels.map((label, index) => typed(answers[label], student, index))]);
  const answers = path.join(folder, 'answers.csv');
  writeFileSync(answers, [['id', ...labels], ...rows].map((row) => row.join(',')).join('\n'));
  await page.goto(`${address}#/zh/marking`);
  const chooser = page.locator('.drop input');
  await chooser.setInputFiles([path.join(set, 'manifest.json'), path.join(set, 'key.json')]);
  await page.locator('.answer-grid').waitFor();
  await chooser.setInputFiles(answers);
  await page.locator('.bar').first().waitFor();
  await scrollTo(page, '.grid-tools');
  await draw(page, 'desk-marking');
}

function typed({ shown, misconceptions = [] }, student, index) {
  const [slip] = misconceptions;
  if ((student + index) % 3 !== 1) return shown;
  if (slip !== undefined) return Number(slip.value).toFixed(2);
  return student % 2 === 0 ? '' : String(Math.round(Number(shown)));
}

async function drawFlyer(page, address) {
  await page.goto(`${address}#/en/flyer`);
  await page.getByRole('button', { name: 'an instalment offer' }).click();
  await page.locator('.flyer:not(.thinking) .verdict').first().waitFor();
  await scrollTo(page, '#flyer-lines');
  await draw(page, 'desk-flyer');
}

function scrollTo(page, place) {
  return page.evaluate(`scrollTo(0, document.querySelector('${place}').getBoundingClientRect().top + scrollY - 50)`);
}

async function draw(page, name) {
  const target = path.join(ROOT, 'docs', 'pictures', `${name}.png`);
  await page.screenshot({ path: target });
  console.log(path.relative(ROOT, target));
}
