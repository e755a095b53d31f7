import path from 'node:path';
import { prepareWorkbook } from '../../../src/build.js';
import { classChapters } from '../../../src/classroom/index.js';
import { availableLanguages, packageVersion, readNameFont, readPageInputs, readWorkbook } from '../../../src/cli/files/read-workbook.js';
import { sha256 } from '../../../src/desk/classroom/store/sha256.js';
import { engineTools } from '../../../src/desk/classroom/tools/engine-tools.js';
import type { ClassroomTools } from '../../../src/desk/classroom/tools/tools.js';
import { openNativeEngine } from '../../../src/render/pdf/index.js';

/** What the desk makes classes with, over a workbook of the disk and the compiler of this machine. */
export function nativeTools(folder: string): ClassroomTools {
  const inputs = readWorkbook(path.join(folder, 'chapters'), { folder });
  const pages = readPageInputs();
  const { workbook, chapters, words } = prepareWorkbook(inputs, { languages: [], editions: [] });
  if (workbook === undefined) throw new Error('the workbook cannot be read');
  return engineTools({
    generator: packageVersion(),
    layout: pages.pdf,
    languages: availableLanguages(inputs),
    listed: chapters.map(({ evaluated: { source } }) => ({
      name: source.name,
      number: source.number,
      titles: Object.fromEntries([...source.words].map(([language, { title }]) => [language, title])),
    })),
    chapters: (names) => {
      const chosen = chapters.filter(({ evaluated }) => names.includes(evaluated.source.name));
      return classChapters(workbook, chosen, words, sha256);
    },
    engine: () => openNativeEngine(pages),
    nameFont: async () => readNameFont(pages),
    turn: async () => {},
  });
}
