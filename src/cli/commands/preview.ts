import { createPageDrawer, openNativeEngine } from '../../render/pdf/index.js';
import { requireNative } from '../files/page-engine.js';
import { findWorkbook, readPageInputs, readPreviewPage, readWorkbook } from '../files/read-workbook.js';
import { randomName } from '../files/write-files.js';
import { readPort } from '../options/flags.js';
import { chooseChapters } from '../options/selection.js';
import { servePreview } from '../preview/server.js';
import { createViewer } from '../preview/view.js';
import { watchFiles } from '../preview/watch-files.js';
import { untilStopped } from '../serve/until-stopped.js';
import type { Terminal } from '../terminal/terminal.js';

export interface PreviewFlags {
  readonly port: string;
  readonly workbook?: string;
}

/** Serves a page that shows a chapter as it prints, again after each save. Ends with Ctrl+C, or when `stop` is aborted. */
export async function runPreview(name: string, flags: PreviewFlags, terminal: Terminal, stop?: AbortSignal): Promise<number> {
  const port = readPort(flags.port);
  const folder = findWorkbook(flags.workbook, terminal);
  const [chapter = ''] = chooseChapters([name], [...readWorkbook(folder, terminal).chapters.keys()]) ?? [];
  requireNative();
  const { pdf, fontPaths } = readPageInputs();
  const engine = await openNativeEngine({ fontPaths });
  const viewer = createViewer(folder, chapter, createPageDrawer({ templates: pdf, engine }), terminal);
  const server = await servePreview({ page: readPreviewPage(), viewer, token: randomName() + randomName(), port });
  const watched = watchFiles(folder, server.changed, (failure) => terminal.error(`Files are not watched any more: ${failure.message}\n`));
  terminal.out(`Preview of ${chapter}: ${server.address}\nCtrl+C ends it.\n`);
  await untilStopped(stop);
  watched.close();
  await server.close();
  return 0;
}
