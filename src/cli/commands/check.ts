import { prepareWorkbook } from '../../build.js';
import { hasErrors } from '../../diagnostics/index.js';
import type { ChapterContent } from '../../document/index.js';
import { choosePages } from '../files/page-engine.js';
import { availableLanguages, findWorkbook, keptFolder, readWorkbook } from '../files/read-workbook.js';
import { readHandouts } from '../kept/read-handouts.js';
import { readPages } from '../kept/read-pages.js';
import { chooseChapters, EDITIONS } from '../options/selection.js';
import { watchFiles } from '../preview/watch-files.js';
import { untilStopped } from '../serve/until-stopped.js';
import { jsonDiagnostics, printJson } from '../terminal/json.js';
import { countDiagnostics, counted, countVerdicts, reportDiagnostics, verdictSummary } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { textTable } from '../terminal/text-table.js';
import { explainUsage } from '../terminal/usage-error.js';

export interface CheckFlags {
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly workbook?: string;
}

/** `runCheck`, and with `--watch` again after each save, until Ctrl+C or until `stop` is aborted. The exit code is that of the last run. */
export async function runCheckWatching(
  names: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
  stop?: AbortSignal,
): Promise<number> {
  let run = runCheck(names, flags, terminal);
  if (!flags.watch) return run;
  await run;
  // One after the other, however quickly somebody saves.
  const again = () => {
    run = run.then(async () => {
      terminal.out('\n');
      // A file may be gone for a moment while it is saved.
      return runCheck(names, flags, terminal).catch((failure) => explainUsage(failure, terminal));
    });
  };
  const watched = watchFiles(findWorkbook(flags.workbook, terminal), again, (failure) =>
    terminal.error(`Files are not watched any more: ${failure.message}\n`),
  );
  await untilStopped(stop);
  watched.close();
  return run;
}

/** Goes through every stage in all languages and editions, of the pages those of students on paper, and prints all that is found. Returns the exit code. */
export async function runCheck(names: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<number> {
  const folder = findWorkbook(flags.workbook, terminal);
  const inputs = readWorkbook(folder, terminal);
  const chapters = chooseChapters(names, [...inputs.chapters.keys()]);
  const languages = availableLanguages(inputs);
  const result = prepareWorkbook(inputs, { ...(chapters === undefined ? {} : { chapters }), languages, editions: EDITIONS, lint: true });
  const found = hasErrors(result.diagnostics)
    ? []
    : [
        ...readHandouts(result, inputs, keptFolder(folder)),
        ...(await readPages(result, () => choosePages(undefined, terminal), keptFolder(folder))),
      ];
  const diagnostics = [...result.diagnostics, ...found];
  const failed = hasErrors(diagnostics);
  if (flags.json) {
    const body = { ok: !failed, chapters: result.chapters.map(jsonChapter), ...jsonDiagnostics(diagnostics) };
    printJson('check', body, terminal);
  } else {
    reportDiagnostics(diagnostics, terminal);
    if (result.chapters.length > 0) terminal.out(`${summary(result.chapters)}\n`);
    terminal.out(`${counted(result.chapters.length, 'chapter')} in ${languages.join(', ')}: ${countDiagnostics(diagnostics)}\n`);
  }
  return failed ? 1 : 0;
}

function summary(chapters: readonly ChapterContent[]): string {
  const rows = chapters.map((chapter) => {
    const { source } = chapter.evaluated;
    return [source.folder, [...source.words.keys()].join(', '), String(chapter.exercises.length), verdictSummary(chapter)];
  });
  return textTable(['chapter', 'languages', 'exercises', 'claims by verdict'], rows, '<<><');
}

function jsonChapter(chapter: ChapterContent): Readonly<Record<string, unknown>> {
  const { source } = chapter.evaluated;
  return {
    chapter: source.name,
    folder: source.folder,
    languages: [...source.words.keys()],
    exercises: chapter.exercises.length,
    verdicts: Object.fromEntries(countVerdicts(chapter)),
  };
}
