import path from 'node:path';
import { type BuildOptions, type BuildResult, buildWorkbook, type PageInputs, type Paper, type WorkbookInputs } from '../../build.js';
import { hasErrors } from '../../diagnostics/index.js';
import { DEFAULT_FORMATS, FORMAT_NAMES, lossesOf } from '../../render/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { createSheetDrawer, type Imposition, imposePages, openPdfEngine } from '../../render/pdf/index.js';
import { choosePages } from '../files/page-engine.js';
import { availableLanguages, findWorkbook, keptFolder, readWorkbook } from '../files/read-workbook.js';
import { writeFiles } from '../files/write-files.js';
import { openLastBuild } from '../kept/last-build.js';
import { openMadePages } from '../kept/made-pages.js';
import { programHash } from '../kept/program-hash.js';
import { chooseChapters, chooseFrom, EDITIONS, IMPOSITIONS, PAPERS, SIZES } from '../options/selection.js';
import { createProgress } from '../terminal/progress.js';
import { countDiagnostics, counted, reportDiagnostics, verdictSummary } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { textTable } from '../terminal/text-table.js';
import { chooseJobs, withPageWorkers } from '../workers/page-workers.js';

export interface BuildFlags {
  readonly lang?: string;
  readonly edition?: string;
  readonly format?: string;
  readonly paper?: string;
  readonly size?: string;
  readonly jobs?: string;
  readonly impose?: string;
  readonly out: string;
  readonly workbook?: string;
  readonly timings?: boolean;
  readonly fresh?: boolean;
  readonly engine?: string;
}

/**
 * Makes pages and writes them; with a mistake in a chapter nothing is written. What an earlier build made from the same texts in the same way
 * is not made again, unless `--fresh` says so. Returns the exit code.
 */
export async function runBuild(names: readonly string[], flags: BuildFlags, terminal: Terminal): Promise<number> {
  const workbook = findWorkbook(flags.workbook, terminal);
  const inputs = readWorkbook(workbook, terminal);
  const wanted = chooseFiles(names, flags, inputs);
  const output = path.resolve(terminal.folder, flags.out);
  const shown = path.relative(terminal.folder, output) || '.';
  const jobs = chooseJobs(flags.jobs);
  const pages = await choosePages(flags.engine, terminal);
  const program = programHash(pages);
  const { colour } = terminal;
  const last = openLastBuild(keptFolder(workbook), program, inputs, { output, colour, shown, ...wanted });
  const found = flags.fresh ? undefined : last.find();
  if (found !== undefined) {
    terminal.error(found.error);
    terminal.out(`${found.out}Nothing has changed since these files were made; \`--fresh\` makes them again.\n`);
    return 0;
  }
  const made = openMadePages(program, { kept: keptFolder(workbook), output });
  const result = await withPageWorkers(jobs, pages, (workers) => {
    const render = workers === undefined || flags.fresh ? {} : { workers: { ...workers, render: made.reuse(workers.render) } };
    return buildShowingProgress(inputs, pages, { ...wanted, ...(workers === undefined ? {} : { workers }), ...render }, terminal);
  });
  const report = listenedTo(terminal, (listened) => reportDiagnostics(result.diagnostics, listened));
  if (flags.timings) terminal.error(timingLine(result));
  if (hasErrors(result.diagnostics)) {
    terminal.error(`${countDiagnostics(result.diagnostics)}. Nothing was written.\n`);
    return 1;
  }
  const imposed = await imposeFiles(result.files, wanted.impositions, wanted.paper ?? result.workbook?.paper ?? 'a4', pages);
  const files = [...result.files, ...imposed];
  writeFiles(
    files.filter((file) => !made.isReused(file)),
    output,
  );
  made.remember(result.files);
  const out = [summary(result, files, shown), ...lossesOf(wanted.formats).map((loss) => `${loss}\n`)].join('');
  last.remember({ out, error: report }, files);
  terminal.out(out);
  return 0;
}

/** What is to be made, as far as it decides about the files. */
function chooseFiles(names: readonly string[], flags: BuildFlags, inputs: WorkbookInputs) {
  const chapters = chooseChapters(names, [...inputs.chapters.keys()]);
  const paper = flags.paper === undefined ? undefined : chooseFrom(flags.paper, PAPERS, 'paper')[0];
  const size = flags.size === undefined ? undefined : chooseFrom(flags.size, SIZES, 'size')[0];
  return {
    ...(chapters === undefined ? {} : { chapters }),
    ...(paper === undefined ? {} : { paper }),
    ...(size === undefined ? {} : { size }),
    impositions: flags.impose === undefined ? [] : chooseFrom(flags.impose, IMPOSITIONS, 'way to impose'),
    formats: flags.format === undefined ? DEFAULT_FORMATS : chooseFrom(flags.format, FORMAT_NAMES, 'format'),
    languages: chooseFrom(flags.lang, availableLanguages(inputs), 'language'),
    editions: chooseFrom(flags.edition, EDITIONS, 'edition'),
  };
}

async function buildShowingProgress(
  inputs: WorkbookInputs,
  pages: PageInputs,
  options: BuildOptions,
  terminal: Terminal,
): Promise<BuildResult> {
  const progress = createProgress(terminal);
  let done = 0;
  const onFile = (file: RenderedFile, planned: number | undefined) => {
    done += 1;
    progress.show(`${planned === undefined ? done : `${done} of ${planned}`}  ${file.path}`);
  };
  const result = await buildWorkbook(inputs, pages, { ...options, now: terminal.now, onFile });
  progress.clear();
  return result;
}

/** What is written on the error channel meanwhile. */
function listenedTo(terminal: Terminal, write: (terminal: Terminal) => void): string {
  const heard: string[] = [];
  write({
    ...terminal,
    error: (text) => {
      heard.push(text);
      terminal.error(text);
    },
  });
  return heard.join('');
}

/** The same pages again, two to a side, for the copier. */
async function imposeFiles(
  files: readonly RenderedFile[],
  impositions: readonly Imposition[],
  paper: Paper,
  pages: PageInputs,
): Promise<readonly RenderedFile[]> {
  if (impositions.length === 0) return [];
  const draw = createSheetDrawer({ templates: pages.pdf, engine: await openPdfEngine(pages) });
  const pdfs = files.filter((file) => file.pages !== undefined);
  return pdfs.flatMap((file) => impositions.map((imposition) => imposePages(file, imposition, paper, draw)));
}

function summary(result: BuildResult, made: readonly RenderedFile[], folder: string): string {
  const files = made.map(({ path: file, pages, content }) => [file, pages === undefined ? '' : String(pages), kilobytes(content)]);
  const chapters = result.chapters.map((chapter) => {
    const { folder: name } = chapter.evaluated.source;
    const warnings = result.diagnostics.filter(({ span }) => span?.source.name.includes(`/${name}/`)).length;
    return [name, verdictSummary(chapter), String(warnings)];
  });
  return [
    textTable(['file', 'pages', 'size'], files, '<>>'),
    textTable(['chapter', 'claims by verdict', 'warnings'], chapters, '<<>'),
    `${counted(files.length, 'file')} in ${folder}; ${countDiagnostics(result.diagnostics)}\n`,
  ].join('\n');
}

function kilobytes(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
  return `${Math.ceil(bytes / 1000)} kB`;
}

function timingLine({ timings }: BuildResult): string {
  return `${[...timings].map(([stage, duration]) => `${stage} ${Math.round(duration)} ms`).join(', ')}\n`;
}
