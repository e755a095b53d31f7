import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parseWorkbook, type Workbook } from '../../../src/chapter/index.js';
import { type AssembledDocument, assembleEditions, type PageSize, type ScreenParts } from '../../../src/document/index.js';
import { pageTree } from '../../../src/render/pdf/layout/page-tree.js';
import { read, sharedWords, shippedContents } from '../../support/shipped-document.js';
import { shippedRenderer } from './renderer.js';

const CHAPTERS = ['01-one-purchase', '02-reading-a-formula'];
const LANGUAGES = ['en', 'zh'];
const SIZES: readonly PageSize[] = ['standard', 'large'];

/** Every student document of two chapters, made for screen and paper at once. */
const STUDENTS = shippedContents(CHAPTERS).flatMap((content) =>
  LANGUAGES.flatMap((language) =>
    SIZES.map((size): readonly [name: string, AssembledDocument] => {
      const workbook = parseWorkbook(read('chapters/workbook.yaml')).value as Workbook;
      const options = { language, size, shared: sharedWords(language), editions: ['student'] as const, onScreen: true };
      const made = assembleEditions(workbook, content, options).value.get('student') as AssembledDocument;
      return [`${made.document.name} ${language} ${size}`, made];
    }),
  ),
);

it.each(STUDENTS)('%s: the page compiler and the finished file get no answer, no id of one and no right option', (_, made) => {
  const { document, screen } = made as AssembledDocument & { readonly screen: ScreenParts };
  const graded = [...screen.values()].flatMap((chapter) => chapter.graded);
  const ids = graded.flatMap(({ answers }) => answers.map(({ id }) => id)).filter((id) => id.includes('.'));
  const right = graded.flatMap(({ marks }) => marks.filter((mark) => mark === true));
  // There is something to keep back.
  expect([ids.length > 5, right.length > 2]).toEqual([true, true]);

  const tree = pageTree(document, 'a4');
  const leaks = ['answer', 'answers', 'answerId', 'right', 'accepted', 'misconceptions', 'graded'];
  expect([...keysIn({ ...tree, words: {} })].filter((key) => leaks.includes(key))).toEqual([]);
  expect(ticksIn(tree)).toEqual(new Set([false]));
  const json = JSON.stringify(tree);
  expect(ids.filter((id) => json.includes(`"${id}"`))).toEqual([]);

  const content = unpacked(shippedRenderer().render(document, { paper: 'a4' }).value.content as Uint8Array);
  expect(content).toContain('/StructTreeRoot');
  expect(ids.filter((id) => content.includes(id) || content.includes(utf16(id)))).toEqual([]);
  expect(leaks.filter((key) => content.includes(`"${key}"`))).toEqual([]);
});

function* keysIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (!Array.isArray(value)) yield key;
    yield* keysIn(child);
  }
}

/** What the tick boxes say. */
function ticksIn(value: unknown): ReadonlySet<unknown> {
  if (typeof value !== 'object' || value === null) return new Set();
  const { kind, ticked } = value as { readonly kind?: unknown; readonly ticked?: unknown };
  return new Set([...(kind === 'box' ? [ticked] : []), ...Object.values(value).flatMap((child) => [...ticksIn(child)])]);
}

/** The file with every packed stream opened, as characters 0 to 255. */
function unpacked(file: Uint8Array): string {
  return Buffer.from(file)
    .toString('latin1')
    .replace(/(\/Filter \/FlateDecode[\s\S]*?\nstream\n)([\s\S]*?)\nendstream/g, (_, head: string, packed: string) => {
      return `${head}${inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')}\nendstream`;
    });
}

/** As PDF writes a text that is not ASCII alone. */
function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}
