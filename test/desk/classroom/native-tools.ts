import path from 'node:path';
import { prepareWorkbook } from '../../../src/build.js';
import { classChapters, planChapters, sampleDocuments } from '../../../src/classroom/index.js';
import { availableLanguages, packageVersion, readNameFont, readPageInputs, readWorkbook } from '../../../src/cli/files/read-workbook.js';
import { sha256 } from '../../../src/desk/classroom/store/sha256.js';
import type { ClassroomTools } from '../../../src/desk/classroom/tools/tools.js';
import { createPageDrawer, createPdfRenderer, figurePlaces, joinPages, openPdfEngine } from '../../../src/render/pdf/index.js';

const ENGINE = await openPdfEngine(readPageInputs());

/** What the desk makes classes with, over a workbook of the disk and the compiler of this machine. */
export function nativeTools(folder: string): ClassroomTools {
  const inputs = readWorkbook(path.join(folder, 'chapters'), { folder });
  const pages = readPageInputs();
  const nameFont = readNameFont(pages);
  const all = prepareWorkbook(inputs, { languages: [], editions: [] });
  return {
    generator: packageVersion(),
    layout: pages.pdf,
    languages: availableLanguages(inputs),
    listed: all.chapters.map((content) => {
      const { name, number, words } = content.evaluated.source;
      const [plan] = planChapters([content]);
      return {
        name,
        number,
        titles: Object.fromEntries([...words].map(([language, { title }]) => [language, title])),
        varying: plan?.exercises.length ?? 0,
      };
    }),
    chapters: (names) => {
      const chosen = [...inputs.chapters.keys()].filter((folder) => names.includes(folder.replace(/^\d+-/, '')));
      const { workbook, chapters, words } = prepareWorkbook(inputs, { chapters: chosen, languages: [], editions: [] });
      if (workbook === undefined) throw new Error('the workbook cannot be read');
      return classChapters(workbook, chapters, words, sha256);
    },
    pages: ({ chapters, set, languages, solutions }) => {
      const templates = { figures: figurePlaces(sampleDocuments({ chapters, set }, languages, solutions)), nameFont };
      const renderer = createPdfRenderer({ templates: pages.pdf, engine: ENGINE, ...templates });
      return { render: async (document, paper) => renderer.render(document, { paper }), join: joinPages };
    },
    page: async (document, paper) => createPdfRenderer({ templates: pages.pdf, engine: ENGINE }).render(document, { paper }),
    draw: async (document, paper) => createPageDrawer({ templates: pages.pdf, engine: ENGINE }).draw(document, { paper }).value?.svg,
    turn: async () => {},
  };
}
