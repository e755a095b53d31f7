import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { buildWorkbook } from '../../src/build.js';
import { readPageInputs, readWorkbook } from '../../src/cli/files/read-workbook.js';
import { createViewer, type Viewer } from '../../src/cli/preview/view.js';
import { createPageDrawer, openNativeEngine } from '../../src/render/pdf/index.js';
import { smallWorkbook } from './small-workbook.js';

const { pdf: templates, fontPaths } = readPageInputs();

async function openViewer(folder: string): Promise<Viewer> {
  const terminal = { out: () => {}, error: () => {}, folder, colour: false, interactive: false, now: () => 0, today: () => '' };
  const drawer = createPageDrawer({ templates, engine: await openNativeEngine({ fontPaths }) });
  return createViewer(path.join(folder, 'chapters'), '01-shares', drawer, terminal);
}

/** Everything that a browser shows: the messages, and the pictures of the pages. */
function shown(viewer: Viewer, language: string, edition: string) {
  const { pages = [], ...view } = viewer.view({ language, edition });
  return { ...view, pages, pictures: pages.map((name) => viewer.picture(name)) };
}

/** Saves, one after the other: each changes what an earlier view may have kept. */
const SAVES: readonly (readonly [file: string, changes: readonly (readonly [from: string, to: string])[]])[] = [
  ['01-shares/en.md', [['How much', 'How many yuan']]],
  [
    '01-shares/sums.yaml',
    [
      ['1000 yuan', '2000 yuan'],
      ['66.67 yuan', '133.33 yuan'],
    ],
  ],
  ['01-shares/en.md', [['66.67 yuan', '133.33 yuan']]],
  ['01-shares/sums.yaml', [['take / 3', 'tale / 3']]],
  ['01-shares/sums.yaml', [['tale / 3', 'take / 3']]],
  ['01-shares/en.md', [['amount spent', 'money spent']]],
  ['01-shares/sums.yaml', [['marks: 1', 'marks: 2']]],
  ['workbook.yaml', [['paper: a4', 'paper: letter']]],
  ['01-shares/en.md', [['title: Shares of a sale', 'title: Parts of a sale']]],
];

it('after each save the pages and messages are those that somebody sees who begins to look then', async () => {
  const folder = smallWorkbook();
  const viewer = await openViewer(folder);
  let before = shown(viewer, 'en', 'teacher');
  for (const [file, changes] of SAVES) {
    const place = path.join(folder, 'chapters', file);
    const text = readFileSync(place, 'utf8');
    writeFileSync(
      place,
      changes.reduce((changed, [from, to]) => changed.replace(from, to), text),
    );
    for (const edition of ['student', 'teacher'])
      expect(shown(viewer, 'en', edition)).toEqual(shown(await openViewer(folder), 'en', edition));
    const now = shown(viewer, 'en', 'teacher');
    expect(now, `${file} ${changes.join()}`).not.toEqual(before);
    before = now;
  }
});

it('shows as many pages as are printed, each as large as the paper', async () => {
  const folder = smallWorkbook();
  const { pictures } = shown(await openViewer(folder), 'en', 'teacher');
  const { files } = await buildWorkbook(readWorkbook(path.join(folder, 'chapters'), { folder }), readPageInputs(), {
    chapters: ['01-shares'],
    languages: ['en'],
    editions: ['teacher'],
    formats: ['pdf'],
  });
  expect(pictures.length).toBe(files[0]?.pages);
  // A4 is 210 by 297 mm: 595.28 by 841.89 pt, which the compiler rounds up.
  expect(pictures.filter((picture) => !/^<svg [^>]*viewBox="0 0 596 842"/.test(picture ?? ''))).toEqual([]);
});

it('gives a page that has not changed the same picture', async () => {
  const folder = smallWorkbook();
  const viewer = await openViewer(folder);
  const words = path.join(folder, 'chapters/01-shares/en.md');
  const text = readFileSync(words, 'utf8');
  const long = `${text}\n${'A line of a story that goes on and on, so that the pages are several.\n\n'.repeat(120)}`;
  writeFileSync(words, long);
  const before = shown(viewer, 'en', 'student').pages;
  expect(before.length).toBeGreaterThan(2);
  writeFileSync(words, long.replace(/pages are several\.\n\n$/, 'pages are many.\n\n'));
  const after = shown(viewer, 'en', 'student').pages;
  expect(after.length).toBe(before.length);
  expect(after.map((name, index) => name === before[index])).toEqual(before.map((_, index) => index < before.length - 1));
});
