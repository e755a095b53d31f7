// Sets every document of the shipped chapters twice in one process and prints how many pages a second come out, as JSON:
// first with nothing read yet, then again. HTML has no pages: its files are counted by the pages of the same document on paper.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareWorkbook } from '../../dist/build.js';
import { availableLanguages, readPageInputs, readWorkbook } from '../../dist/cli/files/read-workbook.js';
import { defaultJobs, startPageWorkers } from '../../dist/cli/workers/page-workers.js';
import { createHtmlRenderer } from '../../dist/render/html/index.js';
import { createPdfRenderer, openNativeEngine } from '../../dist/render/pdf/index.js';

const folder = fileURLToPath(new URL('../../', import.meta.url));
const inputs = readWorkbook(path.join(folder, 'chapters'), { folder });
const { documents } = prepareWorkbook(inputs, {
  chapters: [...inputs.chapters.keys()],
  languages: availableLanguages(inputs),
  editions: ['student', 'teacher', 'key'],
  onScreen: true,
});
const templates = readPageInputs();

const start = performance.now();
const html = createHtmlRenderer(templates.html);
for (const { document, screen } of documents) html.render(document, { screen });
const htmlCold = (performance.now() - start) / 1000;
const restarted = performance.now();
for (const { document, screen } of documents) html.render(document, { screen });
const htmlWarm = (performance.now() - restarted) / 1000;

const started = performance.now();
const renderer = createPdfRenderer({ templates: templates.pdf, engine: await openNativeEngine(templates) });
let pages = 0;
for (const { document } of documents) {
  pages += renderer.render(document, { paper: 'a4' }).value.pages;
  // Back to the event loop, which frees what the compiler let go.
  await new Promise((resolve) => setImmediate(resolve));
}
const pdfCold = (performance.now() - started) / 1000;

const workers = startPageWorkers(defaultJobs(), templates);
const setAll = () => Promise.all(documents.map(({ document }) => workers.render(document, 'pdf', { paper: 'a4' })));
if (workers !== undefined) await setAll();
const again = performance.now();
if (workers !== undefined) await setAll();
const pdfWarm = (performance.now() - again) / 1000;
await workers?.close();

const rate = (time) => Math.round(pages / time);
const threads = workers === undefined ? 1 : defaultJobs();
console.log(JSON.stringify({ pages, threads, html: [rate(htmlCold), rate(htmlWarm)], pdf: [rate(pdfCold), rate(pdfWarm)] }));
