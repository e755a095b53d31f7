import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/document/index.js';
import { createHtmlRenderer, renderHtml } from '../../../src/render/html/index.js';
import { sampleDocument, sampleDocuments } from '../../support/sample-document.js';
import { htmlTemplates } from './html-templates.js';

const templates = htmlTemplates();
const render = (document: Document, from = templates) => String(renderHtml(document, from).value.content);
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');

describe.each(sampleDocuments().map((document) => [`${document.language} ${document.edition}`, document] as const))('%s', (_, document) => {
  const html = render(document);

  test('is one file that asks for nothing else and runs nothing', () => {
    expect(renderHtml(document, templates).value.path).toBe(`pool-price.${document.language}.${document.edition}.html`);
    expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;;/);
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|audio|video|form)\b|\ssrc=|url\(|@import|\son[a-z]+=/i);
  });

  test('says its language, title and landmarks', () => {
    expect(html).toContain(`<html lang="${document.language === 'zh' ? 'zh-Hans' : 'en'}"`);
    expect(all(html, /<title>([^<]+) · /g)[0]).toBe(document.title);
    for (const landmark of ['<header class="cover">', '<main id="content"', '<footer ']) expect(html.split(landmark)).toHaveLength(2);
    expect(html).toContain('<a class="skip" href="#content">');
  });

  test('has one first heading and skips no level', () => {
    const levels = all(html, /<h([1-6])\b/g).map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
    });
  });

  test('gives every id once, and every reference leads to one', () => {
    const ids = all(html, /\sid="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...all(html, /\saria-labelledby="([^"]+)"/g).flatMap((names) => names.split(' ')), ...all(html, /href="#([^"]+)"/g)];
    expect(wanted.length).toBeGreaterThan(5);
    for (const id of wanted) expect(ids).toContain(id);
  });

  test('names every formula, drawing, blank and heading cell', () => {
    expect(all(html, /<math\b([^>]*)>/g).filter((attributes) => !/ alttext="[^"]+"/.test(attributes))).toEqual([]);
    expect(all(html, /<svg\b[^>]*>(.{7})/g)).toEqual(all(html, /<svg\b[^>]*>(.{7})/g).map(() => '<title '));
    expect(all(html, /<[a-z]+ ([^>]*role="img"[^>]*)>/g).filter((attributes) => !/aria-label(ledby)?="[^"]+"/.test(attributes))).toEqual(
      [],
    );
    expect(all(html, /<th\b([^>]*)>/g).filter((attributes) => !/ scope="(row|col)"/.test(attributes))).toEqual([]);
  });
});

test.each(sampleDocuments().map((document) => [`${document.language} ${document.edition}`, document] as const))(
  'a volume of made pages is the page that is made in one go: %s',
  (_, document) => {
    const [chapter] = document.chapters;
    if (chapter === undefined) throw new Error('the sample has no chapter');
    const back = [{ id: 'glossary', title: 'Glossary', blocks: chapter.blocks.slice(0, 1) }];
    const volume: Document = { ...document, chapters: [chapter, { ...chapter, name: 'again', number: 8, title: 'Again' }], back };
    const pages = volume.chapters.map((one) => render({ ...document, chapters: [one] }));
    expect(createHtmlRenderer(templates).render(volume, { chapterPages: pages }).value.content).toBe(render(volume));
  },
);

test('answers stand in the teacher edition alone, and the student writes a name', () => {
  const student = render(sampleDocument('en', 'student'));
  const teacher = render(sampleDocument('en', 'teacher'));
  expect(teacher).toContain('66.64');
  expect(teacher).toMatch(/class="blank short filled"><span class="said">blank 2 <\/span><span class="answer">66\.64</);
  expect(student).not.toContain('66.64');
  expect(student).not.toMatch(/class="key"|class="teacher-pages|filled"|ticked"/);
  expect(student).toContain('class="name-strip"');
  expect(teacher).not.toContain('class="name-strip"');
});

test('each edition says what it is, and nobody writes a name on a key', () => {
  const teacher = sampleDocument('en', 'teacher');
  const key = { ...teacher, edition: 'key' as const, words: new Map([...teacher.words, ['edition-key', 'Answer key']]) };
  expect(render(key)).toContain('class="edition">Answer key ');
  expect(render(key)).not.toContain('class="name-strip"');
});

test('contents are listed when there is more than one chapter', () => {
  const one = sampleDocument('en', 'student');
  const two = { ...one, chapters: [...one.chapters, ...one.chapters.map((chapter) => ({ ...chapter, name: 'again', title: 'Again' }))] };
  expect(render(one)).not.toContain('<nav class="contents"');
  expect(render(two)).toMatch(/<a href="#again"><span class="number">Chapter 7<\/span> Again<\/a>/);
});

test('the same document is the same bytes', () => {
  expect(render(sampleDocument('zh', 'teacher'))).toBe(render(sampleDocument('zh', 'teacher')));
});

test('a field or word that does not exist is an error, never blank', () => {
  const document = sampleDocument('en', 'student');
  const misspelt = new Map(templates).set('partials/block/paragraph.hbs', '<p>{{inline}}</p>');
  expect(() => render(document, misspelt)).toThrow(/"inline" not defined/);
  const wordless = { ...document, words: new Map([...document.words].filter(([word]) => word !== 'neutrality')) };
  expect(() => render(wordless)).toThrow(/"neutrality" not defined/);
  expect(() => render(document, new Map([...templates].filter(([path]) => path !== 'style/page.css')))).toThrow(/no style\/page\.css/);
});
