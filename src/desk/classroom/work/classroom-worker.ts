import { classChapters } from '../../../classroom/index.js';
import { openWasmEngine, type PdfEngine } from '../../../render/pdf/index.js';
import type { DeskData, PackedFile } from '../../work/desk-data.js';
import { loadFile } from '../../work/load-file.js';
import { openWorkbook } from '../../work/workbook.js';
import { createClassroom } from '../service/classroom.js';
import { type Port, serveClassroom } from '../service/port.js';
import { sha256 } from '../store/sha256.js';
import { engineTools } from '../tools/engine-tools.js';
import type { ClassroomTools } from '../tools/tools.js';

/** Makes and marks classes in a thread of its own, which has the workbook and a page compiler; the compiler is fetched when the first page is wanted. */
const opened = (async () => createClassroom(await openTools()))();

// What is asked before the workbook is read waits for it.
addEventListener('message', async ({ data }: MessageEvent<{ readonly port: MessagePort }>) => {
  if (data.port instanceof MessagePort) serveClassroom(data.port as unknown as Port, await opened);
});

async function openTools(): Promise<ClassroomTools> {
  const data = (await (await fetch('data.json')).json()) as DeskData;
  const desk = openWorkbook(data);
  const folderOf = new Map(desk.folders.flatMap((folder) => [[desk.parsed(folder)?.name ?? folder, folder] as const]));
  const bold = data.fonts.find(({ path }) => path.includes('700Bold'));
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
    engine: onceAsked(() => openEngine(data)),
    nameFont: onceAsked(async () => (bold === undefined ? new Uint8Array() : bytesOf(bold))),
    turn: () => new Promise((resume) => setTimeout(resume, 0)),
  });
}

async function openEngine({ compiler, fonts }: DeskData): Promise<PdfEngine> {
  const [module, ...files] = await Promise.all([WebAssembly.compileStreaming(loadFile(compiler, () => {})), ...fonts.map(bytesOf)]);
  return openWasmEngine({ module, fonts: files });
}

async function bytesOf(file: PackedFile): Promise<Uint8Array> {
  return new Uint8Array(await (await loadFile(file, () => {})).arrayBuffer());
}

/** Made when it is first asked for; after a failure, again when it is asked for again. */
function onceAsked<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((failure) => {
      made = undefined;
      throw failure;
    });
    return made;
  };
}
