import path from 'node:path';
import { deskPolicy } from '../desk/policy.js';
import { serveDesk } from '../desk/server.js';
import { deskSite } from '../desk/site.js';
import type { Site } from '../desk/site-file.js';
import { availableLanguages, findWorkbook, readPageInputs, readWorkbook } from '../files/read-workbook.js';
import { writeFiles } from '../files/write-files.js';
import { readPort } from '../options/flags.js';
import { untilStopped } from '../serve/until-stopped.js';
import { counted } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';

export interface DeskFlags {
  /** Absent = the usual one, or the next that is free. */
  readonly port?: string;
  readonly export?: string;
  readonly workbook?: string;
}

/** The same at each start, so that a bookmark works and the browser keeps the desk; then those that follow, then any. */
const USUAL_PORTS = [...Array.from({ length: 10 }, (_, index) => 8717 + index), 0];

/** Serves the desk on this machine until Ctrl+C, or until `stop` is aborted; with `--export`, writes its files for a web server instead. */
export async function runDesk(flags: DeskFlags, terminal: Terminal, stop?: AbortSignal): Promise<number> {
  const ports = flags.port === undefined ? USUAL_PORTS : [readPort(flags.port)];
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const languages = availableLanguages(inputs);
  const pages = readPageInputs();
  if (flags.export !== undefined) return exportSite(deskSite({ inputs, pages, languages, isPacked: true }), flags.export, terminal);
  const site = deskSite({ inputs, pages, languages, isPacked: false });
  const server = await serveDesk(site, deskPolicy(pages.html.get('panel.js.hash')), ports);
  if (flags.port === undefined && server.port !== USUAL_PORTS[0])
    terminal.out(`Port ${USUAL_PORTS[0]} is taken, perhaps by a desk that is still open: this one has another address.\n`);
  terminal.out(`The desk: ${server.address}\nCtrl+C ends it.\n`);
  await untilStopped(stop);
  await server.close();
  return 0;
}

async function exportSite(site: Site, folder: string, terminal: Terminal): Promise<number> {
  const target = path.resolve(terminal.folder, folder);
  for (const [name, content] of site) writeFiles([{ path: name, content: await content() }], target);
  terminal.out(`${counted(site.size, 'file')} in ${path.relative(terminal.folder, target) || '.'}, for any web server.\n`);
  return 0;
}
