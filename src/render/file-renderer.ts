import type { Diagnosed } from '../diagnostics/index.js';
import { type Document, VOLUME, withoutWhatIf } from '../document/index.js';
import type { RenderedFile } from './output/rendered-file.js';
import { bindVolume, type Paper, volumeFrame } from './pdf/index.js';
import { createRenderers, type Format, type PageInputs } from './renderers.js';

export type RenderPage = (document: Document, format: Format, paper: Paper) => Promise<Diagnosed<RenderedFile>>;

/**
 * Documents become files, a volume from those of its chapters: they come before it, and what they hold is not made again. `elsewhere`
 * renders one file in a worker thread; absent = here.
 */
export function createFileRenderer(pages: PageInputs, elsewhere?: RenderPage): RenderPage {
  const here = createRenderers(pages);
  const render = elsewhere ?? (async (document, format, paper) => here[format](document, paper));
  const single = new Map<string, Promise<Diagnosed<RenderedFile>>>();
  const chapterKey = ({ language, edition }: Document, format: Format, name: string | undefined) =>
    [language, edition, format, name].join();
  return async (document, format, paper) => {
    if (document.name !== VOLUME) {
      const made = render(format === 'pdf' ? withoutWhatIf(document) : document, format, paper);
      single.set(chapterKey(document, format, document.chapters[0]?.name), made);
      return made;
    }
    const chapters = async () => {
      const made = await Promise.all(document.chapters.flatMap(({ name }) => single.get(chapterKey(document, format, name)) ?? []));
      return made.map(({ value }) => value);
    };
    if (format === 'html') {
      const chapterPages = (await chapters()).map(({ content }) => String(content));
      return here.html(document, paper, chapterPages);
    }
    const frame = await Promise.all(volumeFrame(document).map((one) => render(one, format, paper)));
    const [cover, ...back] = frame.map(({ value }) => value);
    const files = [...(cover === undefined ? [] : [cover]), ...(await chapters()), ...back];
    return { value: bindVolume(document, files, paper), diagnostics: frame.flatMap(({ diagnostics }) => diagnostics) };
  };
}
