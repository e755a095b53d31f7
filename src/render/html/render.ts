import Handlebars from 'handlebars';
import { type Diagnosed, invariant } from '../../diagnostics/index.js';
import type { Document, ScreenParts } from '../../document/index.js';
import type { RenderedFile } from '../output/rendered-file.js';
import { inlineScript } from './page-script.js';
import { pageView } from './view.js';

export interface HtmlRenderer {
  render(document: Document, given?: HtmlExtras): Diagnosed<RenderedFile>;
}

export interface HtmlExtras {
  /** Absent = nothing is graded and nothing can be changed. */
  readonly screen?: ScreenParts | undefined;
  /** Pages of the chapters, one each, where they are made already. */
  readonly chapterPages?: readonly string[];
}

/**
 * One self-contained page for one document, without external requests. `templates` are the files of the HTML template folder by path.
 * Throws an internal error when a template asks for a field that the page does not have.
 */
export function renderHtml(document: Document, templates: ReadonlyMap<string, string>, given?: HtmlExtras): Diagnosed<RenderedFile> {
  return createHtmlRenderer(templates).render(document, given);
}

/** Later rules override earlier ones. */
const STYLES = ['page', 'blocks', 'fields', 'what-if', 'screens', 'show', 'print'].map((name) => `style/${name}.css`);

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
    render: (document, { screen, chapterPages } = {}) => ({
      value: {
        path: `${document.name}.${document.language}.${document.edition}.html`,
        content: page(pageView(document, { style, script, screen, articles: chapterPages?.map(articleOf) })),
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
