import { lazily } from '../../source/index.js';
import type { OutputFormat } from '../output/format.js';
import { createHtmlRenderer } from './render.js';

/** One page for a screen, and for a printer too; a volume takes over the articles of its chapters' pages. */
export const HTML: OutputFormat = {
  byDefault: true,
  needs: { screen: true },
  open: (pages) => {
    const renderer = lazily(() => createHtmlRenderer(pages.html));
    return {
      render: (document, { screen }) => renderer().render(document, { screen }),
      bind: {
        frame: () => [],
        volume: (volume, { chapters }, { screen }) =>
          renderer().render(volume, { screen, chapterPages: chapters.map(({ content }) => String(content)) }),
      },
    };
  },
};
