// Sets the same handouts one after the other, with the project's pages or with the plainest page, and prints milliseconds and pages of each
// as JSON. Words: `ours` or `plain`, number of handouts.
import { readFileSync } from 'node:fs';
import { readPageInputs } from '../../dist/cli/files/read-workbook.js';
import { createPageCompiler } from '../../dist/render/pdf/compile/compiler.js';
import { createPdfRenderer, openNativeEngine } from '../../dist/render/pdf/index.js';
import { pageTree } from '../../dist/render/pdf/layout/page-tree.js';
import { handout } from './handout.mjs';

const [way, count] = process.argv.slice(2);
const { pdf, fontPaths } = readPageInputs();
const engine = await openNativeEngine({ fontPaths });
const plain = new Map([['main.typ', readFileSync(new URL('plain.typ', import.meta.url), 'utf8')]]);
const render = way === 'ours' ? withProjectPages() : withPlainestPage();
const WARM = 5;
const students = Number(count);
let start = 0;
let pages = 0;

for (let student = 0; student < WARM + students; student++) {
  if (student === WARM) start = performance.now();
  const rendered = render(handout(student));
  if (student >= WARM) pages += rendered.pages;
  // Back to the event loop, which frees what the compiler let go.
  await new Promise((resolve) => setImmediate(resolve));
}
console.log(JSON.stringify({ milliseconds: (performance.now() - start) / students, pages: pages / students }));

function withProjectPages() {
  const renderer = createPdfRenderer({ templates: pdf, engine });
  return (document) => {
    const { value, diagnostics } = renderer.render(document, { paper: 'a4' });
    if (diagnostics.length > 0) throw new Error(diagnostics[0].message);
    return value;
  };
}

function withPlainestPage() {
  const compiler = createPageCompiler({ templates: plain, engine });
  return (document) => {
    const compiled = compiler.compile(pageTree(document, 'a4'));
    if (compiled.kind !== 'pages') throw new Error(JSON.stringify(compiled));
    return compiled;
  };
}
