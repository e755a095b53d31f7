import { type Document, type DocumentChapter, VOLUME } from '../../document/index.js';
import { createHtmlRenderer, type HtmlRenderer } from '../../render/html/index.js';
import type { Loss } from '../model/loss.js';
import { studentPages } from '../output/chapter-pages.js';
import type { ExportedFile, ExportFormat } from '../output/format.js';
import { epubFile } from './publication.js';

/** EPUB 3 of the student's pages, with formulas in MathML: of one chapter, or of all as one book. */
export const EPUB: ExportFormat = {
  title: "EPUB 3 of the student's pages: of one chapter, or of several as one book",
  make: ({ workbook, chapters, words, pages }) => {
    const renderer = createHtmlRenderer(pages.html);
    return words.flatMap((shared): readonly ExportedFile[] => {
      const documents = chapters.flatMap((content) => studentPages(workbook, content, shared, false)?.document ?? []);
      const [first, second] = documents;
      if (first === undefined) return [];
      const name = second === undefined ? first.name : VOLUME;
      const parts = documents.flatMap((document) => {
        const article = articleOf(document, renderer);
        return document.chapters.map((chapter) => ({ chapter, article }));
      });
      return [
        {
          path: `${name}.${shared.language}.epub`,
          content: epubFile({ ...first, name }, parts, stylesOf(pages.html)),
          items: parts.reduce((sum, { chapter }) => sum + exercisesOf(chapter).length, 0),
          losses: parts.flatMap(({ chapter }) => exercisesOf(chapter).map((exercise): Loss => ({ code: 'on-paper', exercise }))),
        },
      ];
    });
  },
};

/** The chapter as its page has it: an article. */
function articleOf(document: Document, renderer: HtmlRenderer): string {
  const page = String(renderer.render(document).value.content);
  return page.slice(page.indexOf('<article'), page.lastIndexOf('</article>') + '</article>'.length);
}

/** Those of the page, without what only a browser's window needs. */
function stylesOf(templates: ReadonlyMap<string, string>): string {
  return [...STYLES.map((path) => templates.get(path) ?? ''), IN_A_BOOK].join('');
}

const STYLES = ['style/page.css', 'style/blocks.css', 'style/fields.css', 'style/screens.css'];

/** Nobody writes into a book: no lines for a name, no room for working. Headings stand a level higher than on a page of several chapters. */
const IN_A_BOOK = `
.name-strip, .space, .lines { display: none; }
.chapter-head h1 { margin: 0 0 .5em; font-size: 1.8rem; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.1rem; }
h4, h5 { font-size: 1rem; }
`;

function exercisesOf({ name, blocks }: DocumentChapter): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'exercise' ? [`${name}.${block.exercise.id.slice(name.length + 1)}`] : []));
}
