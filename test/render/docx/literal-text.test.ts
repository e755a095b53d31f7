import { expect, test } from 'vitest';
import type { Block, Document } from '../../../src/document/index.js';
import { renderDocx } from '../../../src/render/docx/render.js';
import { withEveryText } from '../../support/every-text.js';
import { sampleDocument } from '../../support/sample-document.js';
import { documentXml, elements, parseXml, partsOf, textOf } from './word-file.js';

/** Markup, the end of a CDATA section, quotes, entities, the library's own braces, fields of Word, astral characters, Hebrew and Arabic. */
const HOSTILE = `]]></w:t><w:br/> "x" 'y' &amp; &#0; {bullets-0} {\u200Bbullets-1} MERGEFIELD \\* %1. 🧮 עברית العربية =cmd|'/c'!A1`;
/** As it arrives: what nobody sees is gone, and straight apostrophes beside letters are curved as on every page. */
const ARRIVED = `]]></w:t><w:br/> "x" ‘y’ &amp; &#0; {bullets-0} {bullets-1} MERGEFIELD \\* %1. 🧮 עברית العربية =cmd|'/c’!A1`;

test('text that looks like markup, a field or a placeholder arrives as it stands, in every part of the file', async () => {
  const document = withEveryText(sampleDocument('en', 'teacher'), HOSTILE);
  const parts = partsOf((await renderDocx(document, { paper: 'a4' })).value.content);
  for (const [path, text] of parts) if (/\.(xml|rels)$/.test(path)) expect(() => parseXml(text), path).not.toThrow();
  const body = textOf(parseXml(parts.get('word/document.xml') ?? ''));
  expect(body.split(ARRIVED).length).toBeGreaterThan(100);
  expect(textOf(parseXml(parts.get('word/footer1.xml') ?? ''))).toContain(ARRIVED);
  expect(parseXml(parts.get('docProps/core.xml') ?? '')).toBeDefined();
});

test.each([
  ['control characters vanish, a line end is a space', 'a\u0000b\u0007c\u001bd\ne', 'abcd e'],
  ['half a surrogate pair is replaced', 'x\ud800y', 'x\ufffdy'],
  ['marks that turn the writing direction vanish', 'safe\u202Efdp.exe', 'safefdp.exe'],
  ['a thin space between digits is one that every font has', '100\u2009000', '100\u00a0000'],
  ['spaces at the ends stay', '  x  ', '  x  '],
])('%s', async (_, given, arrives) => {
  const { content } = (await renderDocx(withText(given), { paper: 'a4' })).value;
  const runs = elements(documentXml(content), 'w:t').map((run) => run.children.join(''));
  expect(runs).toContain(arrives);
});

test('a link that would run something keeps only its words', async () => {
  const hrefs = ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://example.org/?a=1&b="2"', 'mailto:a@example.org'];
  const inlines = hrefs.map((href) => ({ kind: 'link', href, children: [{ kind: 'text', text: `to ${href}` }] }) as const);
  const { content } = (await renderDocx(withBlocks([{ kind: 'paragraph', inlines }]), { paper: 'a4' })).value;
  const links = elements(documentXml(content), 'w:hyperlink');
  expect(links.map(textOf)).toEqual(['to https://example.org/?a=1&b="2"', 'to mailto:a@example.org']);
  const targets = elements(parseXml(partsOf(content).get('word/_rels/document.xml.rels') ?? ''), 'Relationship');
  const byId = new Map(targets.map(({ attributes }) => [attributes.Id, attributes.Target]));
  expect(links.map(({ attributes }) => byId.get(attributes['r:id'] ?? ''))).toEqual([
    'https://example.org/?a=1&b="2"',
    'mailto:a@example.org',
  ]);
});

function withText(text: string): Document {
  return withBlocks([{ kind: 'paragraph', inlines: [{ kind: 'text', text }] }]);
}

function withBlocks(blocks: readonly Block[]): Document {
  const document = sampleDocument('en', 'student');
  const [chapter] = document.chapters;
  if (chapter === undefined) throw new Error('the sample has no chapter');
  return { ...document, chapters: [{ ...chapter, blocks }] };
}
