// Prints the same handouts from HTML in a warm browser, two pages at once, and prints handouts a second and pages of each as JSON; nothing
// but `null` where no browser is installed. Words: number of handouts, number of pages at once.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { prepareWorkbook } from '../../dist/build.js';
import { readPageInputs, readWorkbook } from '../../dist/cli/files/read-workbook.js';
import { createHtmlRenderer } from '../../dist/render/html/index.js';
import { findChromium } from '../../scripts/tools.mjs';
import { handout } from './handout.mjs';

const [students, width] = process.argv.slice(2).map(Number);
const executablePath = findChromium();
console.log(JSON.stringify(executablePath === undefined ? null : await printAll(executablePath)));

async function printAll(executablePath) {
  // Without the script of a page: it does nothing on paper.
  const html = createHtmlRenderer(new Map([...readPageInputs().html].filter(([name]) => !name.startsWith('panel.'))));
  const words = sharedWords();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const pages = await Promise.all(Array.from({ length: width }, () => browser.newPage()));
  const print = async (page, student) => {
    await page.setContent(html.render({ ...handout(student), words }).value.content);
    return page.pdf({ format: 'A4', tagged: true });
  };
  let next = 0;
  let printed = 0;
  await Promise.all(pages.map((page, index) => print(page, students + index)));
  const start = performance.now();
  await Promise.all(
    pages.map(async (page) => {
      while (next < students) {
        next += 1;
        const file = await print(page, next);
        printed += [...file.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
      }
    }),
  );
  const milliseconds = performance.now() - start;
  await browser.close();
  return { perSecond: (1000 * students) / milliseconds, pages: printed / students };
}

/** Every word that a page of HTML asks for, as a chapter has them. */
function sharedWords() {
  const folder = fileURLToPath(new URL('../../', import.meta.url));
  const inputs = readWorkbook(path.join(folder, 'chapters'), { folder });
  return prepareWorkbook(inputs, { chapters: ['01-one-purchase'], languages: ['zh'], editions: ['student'] }).documents[0].document.words;
}
