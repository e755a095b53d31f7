import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeFiles } from '../../src/cli/files/write-files.js';
import { openMadePages } from '../../src/cli/kept/made-pages.js';
import type { Document } from '../../src/document/index.js';
import type { PageSetting, RenderPage } from '../../src/render/index.js';

const A4: PageSetting = { paper: 'a4' };

/** A document as far as this matters: any value that can be written as JSON. */
const documentOf = (text: string) => ({ text, marks: new Map([['one', 1]]) }) as unknown as Document;

/** Builds one page in each call; `made` counts how often a page was rendered, `warns` makes the renderer report something. */
function workshop({ warns = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const output = path.join(folder, 'out');
  let made = 0;
  const render: RenderPage = async (document) => {
    made += 1;
    const diagnostics = warns ? [{ code: 'layout-compiles', severity: 'warning', message: 'tight' } as const] : [];
    return { value: { path: 'page.html', content: `<p>${JSON.stringify(document)}` }, diagnostics };
  };
  const build = async (program: string, document: Document, setting = A4) => {
    const pages = openMadePages(program, { kept: path.join(folder, 'kept'), output });
    const { value } = await pages.reuse(render)(document, 'html', setting);
    if (!pages.isReused(value)) writeFiles([value], output);
    pages.remember([value]);
    return { content: value.content, made };
  };
  return { build, page: path.join(output, 'page.html') };
}

it('an equal document is read from the folder, a new one is made', async () => {
  const { build } = workshop();
  const first = await build('1', documentOf('a'));
  expect(await build('1', documentOf('a'))).toEqual({ content: first.content, made: 1 });
  expect((await build('1', documentOf('b'))).made).toBe(2);
});

it('another program, another setting and a changed file make the page again', async () => {
  const { build, page } = workshop();
  const document = documentOf('a');
  await build('1', document);
  expect((await build('2', document)).made).toBe(2);
  expect((await build('2', document, { paper: 'letter' })).made).toBe(3);
  writeFileSync(page, 'something else');
  expect(await build('2', document, { paper: 'letter' })).toEqual({ content: `<p>${JSON.stringify(document)}`, made: 4 });
});

it('a page that was reported on is made again, so that its message is not lost', async () => {
  const { build } = workshop({ warns: true });
  await build('1', documentOf('a'));
  expect((await build('1', documentOf('a'))).made).toBe(2);
});
