import { classChapters } from '../../../classroom/index.js';
import { fetchData } from '../../work/load-file.js';
import { onceAsked } from '../../work/once-asked.js';
import { openEngines, openFont } from '../../work/open-engines.js';
import { openWorkbook } from '../../work/workbook.js';
import { createClassroom } from '../service/classroom.js';
import { type Port, serveClassroom } from '../service/port.js';
import { sha256 } from '../store/sha256.js';
import { engineTools } from '../tools/engine-tools.js';
import type { ClassroomTools } from '../tools/tools.js';

/** Makes and marks classes in a thread of its own, which has the workbook and a page compiler; the compiler is fetched when the first page is wanted. */
const opened = (async () => createClassroom(await openTools()))();

// What is asked before the workbook is read waits for it; where it cannot be read, every answer says why.
addEventListener('message', ({ data }: MessageEvent<{ readonly port: MessagePort }>) => {
  if (data.port instanceof MessagePort) serveClassroom(data.port as unknown as Port, opened);
});

async function openTools(): Promise<ClassroomTools> {
  const data = await fetchData();
  const desk = openWorkbook(data);
  const folderOf = new Map(desk.folders.flatMap((folder) => [[desk.parsed(folder)?.name ?? folder, folder] as const]));
  const bold = data.fonts.find(({ path }) => path.includes('700Bold'));
  const engines = onceAsked(() => openEngines(data));
  return engineTools({
    generator: data.version,
    layout: new Map(data.pdf),
    languages: desk.languages,
    listed: desk.folders.flatMap((folder) => {
      const chapter = desk.parsed(folder);
      if (chapter === undefined) return [];
      const titles = Object.fromEntries([...chapter.words].map(([language, { title }]) => [language, title]));
      return [{ name: chapter.name, number: chapter.number, titles }];
    }),
    chapters: (names) => {
      const { workbook, contents, words } = desk.chapters(names.flatMap((name) => folderOf.get(name) ?? []));
      return classChapters(workbook, contents, [...words.values()], sha256);
    },
    engine: async (texts) => (await engines()).for(texts),
    nameFont: bold === undefined ? async () => new Uint8Array() : openFont(bold),
    turn: () => new Promise((resume) => setTimeout(resume, 0)),
  });
}
