import path from 'node:path';
import { type BuildResult, buildWorkbook, type PageInputs, type Paper } from '../../build.js';
import { hasErrors } from '../../diagnostics/index.js';
import { DEFAULT_FORMATS, FORMAT_NAMES } from '../../render/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { type Imposition, imposePages } from '../../render/pdf/index.js';
import { availableLanguages, findWorkbook, readPageInputs, readWorkbook } from '../files/read-workbook.js';
import { writeFiles } from '../files/write-files.js';
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
}

/** Makes pages and writes them; with a mistake in a chapter nothing is written. Returns the exit code. */
export async function runBuild(names: readonly string[], flags: BuildFlags, terminal: Terminal): Promise<number> {
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const chapters = chooseChapters(names, [...inputs.chapters.keys()]);
  const paper = flags.paper === undefined ? undefined : chooseFrom(flags.paper, PAPERS, 'paper')[0];
  const size = flags.size === undefined ? undefined : chooseFrom(flags.size, SIZES, 'size')[0];
  const impositions = flags.impose === undefined ? [] : chooseFrom(flags.impose, IMPOSITIONS, 'way to impose');
  const formats = flags.format === undefined ? DEFAULT_FORMATS : chooseFrom(flags.format, FORMAT_NAMES, 'format');
  const languages = chooseFrom(flags.lang, availableLanguages(inputs), 'language');
  const editions = chooseFrom(flags.edition, EDITIONS, 'edition');
  const jobs = chooseJobs(flags.jobs);
  const pages = readPageInputs();
  const progress = createProgress(terminal);
  let done = 0;
  const result = await withPageWorkers(jobs, pages, (workers) =>
    buildWorkbook(inputs, pages, {
      ...(chapters === undefined ? {} : { chapters }),
      languages,
      editions,
      formats,
      ...(size === undefined ? {} : { size }),
      ...(workers === undefined ? {} : { workers }),
      ...(paper === undefined ? {} : { paper }),
      now: terminal.now,
      onFile: (file, planned) => {
        done += 1;
        progress.show(`${planned === undefined ? done : `${done} of ${planned}`}  ${file.path}`);
      },
    }),
  );
  progress.clear();
  reportDiagnostics(result.diagnostics, terminal);
  if (flags.timings) terminal.error(timingLine(result));
  if (hasErrors(result.diagnostics)) {
    terminal.error(`${countDiagnostics(result.diagnostics)}. Nothing was written.\n`);
    return 1;
  }
  const imposed = imposeFiles(result.files, impositions, paper ?? result.workbook?.paper ?? 'a4', pages);
  const folder = path.resolve(terminal.folder, flags.out);
  writeFiles([...result.files, ...imposed], folder);
  terminal.out(summary(result, [...result.files, ...imposed], path.relative(terminal.folder, folder) || '.'));
  return 0;
}

/** The same pages again, two to a side, for the copier. */
function imposeFiles(
  files: readonly RenderedFile[],
  impositions: readonly Imposition[],
  paper: Paper,
  { pdf }: PageInputs,
): readonly RenderedFile[] {
  const pdfs = files.filter((file) => file.pages !== undefined);
  return pdfs.flatMap((file) => impositions.map((imposition) => imposePages(file, imposition, paper, pdf)));
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
