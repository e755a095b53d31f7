import { lazily } from '../../source/index.js';
import type { OutputFormat } from '../output/format.js';
import { createPdfRenderer } from './compile/render.js';
import { bindVolume, volumeFrame } from './compile/volume.js';
import { openPdfEngine } from './engine/open.js';

/** Accessible PDF; a volume has a cover with the contents, and is bound from the files of its chapters. */
export const PDF: OutputFormat = {
  byDefault: true,
  needs: { screen: false },
  open: (pages) => {
    const renderer = lazily(async () => createPdfRenderer({ templates: pages.pdf, engine: await openPdfEngine(pages) }));
    return {
      render: async (document, setting) => (await renderer()).render(document, setting),
      bind: {
        frame: volumeFrame,
        volume: (volume, { frame: [cover, ...back], chapters }, { paper }) => ({
          value: bindVolume(volume, [...(cover === undefined ? [] : [cover]), ...chapters, ...back], paper),
          diagnostics: [],
        }),
      },
    };
  },
};
