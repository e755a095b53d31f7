import Handlebars from 'handlebars';
import { type Diagnosed, invariant } from '../../diagnostics/index.js';
import type { Document } from '../../document/index.js';
import type { RenderedFile } from '../output/rendered-file.js';
import { inlineScript } from './page-script.js';
import { pageView } from './view.js';

export interface HtmlRenderer {
  /** `chapterPages`: pages of its chapters, one each, where they are made already. */
  render(document: Document, chapterPages?: readonly string[]): Diagnosed<RenderedFile>;
}

/**
 * One self-contained page for one document, without external requests. `templates` are the files of the HTML template folder by path.
 * Throws an internal error when a template asks for a field that the page does not have.
 */
export function renderHtml(document: Document, templates: ReadonlyMap<string, string>): Diagnosed<RenderedFile> {
  return createHtmlRenderer(templates).render(document);
}

/** Later rules override earlier ones. */
const STYLES = ['page', 'fields', 'screens', 'print'].map((name) => `style/${name}.css`);

/** The same for many documents: the templates are compiled once. */
export function createHtmlRenderer(templates: ReadonlyMap<string, string>): HtmlRenderer {
  const handlebars = Handlebars.create();
  for (const [path, source] of templates) {
    const name = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
    if (name !== undefined) handlebars.registerPartial(name, withoutLastNewline(source));
  }
  const page = handlebars.compile(template(templates, 'page.hbs'), { strict: true, preventIndent: true });
  const style = STYLES.map((path) => template(templates, path)).join('');
  const script = inlineScript(templates);
  invariant(!/<\/style/i.test(style), 'a style sheet would end the style element');

  return {
    render: (document, chapterPages) => ({
      value: {
        path: `${document.name}.${document.language}.${document.edition}.html`,
        content: page(pageView(document, { style, script, articles: chapterPages?.map(articleOf) })),
      },
      diagnostics: [],
    }),
  };
}

/** The chapter as its own page has it. */
function articleOf(page: string): string {
  return page.slice(page.indexOf('<article class="chapter"'), page.lastIndexOf('</article>') + '</article>'.length);
}

function template(templates: ReadonlyMap<string, string>, path: string): string {
  const source = templates.get(path);
  invariant(source !== undefined, `the HTML templates have no ${path}`);
  return source;
}

/** A partial's last newline belongs to the file, not to the page: between two words it would print as a space. */
function withoutLastNewline(source: string): string {
  return source.replace(/\r?\n$/, '');
}
