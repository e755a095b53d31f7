import { expect, test } from 'vitest';
import { renderHtml } from '../../../src/render/html/index.js';
import { withEveryText } from '../../support/every-text.js';
import { sampleDocument } from '../../support/sample-document.js';
import { htmlTemplates } from './html-templates.js';

const HOSTILE = `<script>alert("1")</script></style>{{title}} {{{title}}} {{> page}} & 'x' \`y\` #let $z$ -->`;

test('text that looks like markup or a template prints as it stands', () => {
  const document = withEveryText(sampleDocument('en', 'teacher'), HOSTILE, ['code']);
  const html = String(renderHtml(document, htmlTemplates()).value.content);
  const body = html.slice(html.indexOf('<body>'));
  expect(html).not.toMatch(/<script|<\/style>(?!\n<\/head>)/);
  expect(readText(body).split(HOSTILE).length).toBeGreaterThan(100);
  // No attribute was left early either: every tag is a name with quoted attributes.
  const tags = body.match(/<[a-z][^>]*>/g) ?? [];
  expect(tags.filter((tag) => !/^<[a-z]+[0-9]?( [a-zA-Z0-9-]+="[^"<]*")*>$/.test(tag))).toEqual([]);
});

test('a link that would run something keeps only its words', () => {
  const document = sampleDocument('en', 'student');
  const [chapter] = document.chapters;
  if (chapter === undefined) throw new Error('the sample has no chapter');
  const link = (href: string) => ({ kind: 'link', href, children: [{ kind: 'text', text: `to ${href}` }] }) as const;
  const hrefs = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'https://example.org/',
    '#place',
    'mailto:a@example.org',
  ];
  const blocks = [{ kind: 'paragraph', inlines: hrefs.map(link) }] as const;
  const html = String(renderHtml({ ...document, chapters: [{ ...chapter, blocks }] }, htmlTemplates()).value.content);
  const links = [...html.matchAll(/<a href="([^"]*)">to /g)].map((match) => match[1]);
  expect(links).toEqual(['https://example.org/', '#place', 'mailto:a@example.org']);
  for (const href of hrefs) expect(readText(html)).toContain(`to ${href}`);
});

/** What a browser reads in the markup, tags and attributes included. */
function readText(html: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html.replace(/&(?:#x([0-9A-F]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return names[name] ?? whole;
  });
}
