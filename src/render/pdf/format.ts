import type { OutputFormat } from '../output/format.js';
import { lazily } from '../output/lazily.js';
import { createPdfRenderer } from './compile/render.js';
import { bindVolume, volumeFrame } from './compile/volume.js';

/** Accessible PDF; a volume has a cover with the contents, and is bound from the files of its chapters. */
export const PDF: OutputFormat = {
  byDefault: true,
  needs: { screen: false },
  open: (pages) => {
    const renderer = lazily(() => createPdfRenderer({ templates: pages.pdf, ...pages }));
    return {
      render: (document, setting) => renderer().render(document, setting),
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
