import path from 'node:path';
import { makeSheet } from '../../classroom/index.js';
import { hasErrors } from '../../diagnostics/index.js';
import { type Format, openFormats } from '../../render/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { prepareChapters } from '../class/chapters.js';
import { chooseLanguage, choosePaper } from '../class/language-and-paper.js';
import { choosePages } from '../files/page-engine.js';
import { availableLanguages, findWorkbook, readWorkbook } from '../files/read-workbook.js';
import { writeFiles } from '../files/write-files.js';
import { readSeed } from '../options/flags.js';
import { chooseFrom, SIZES, unknownWord } from '../options/selection.js';
import { countDiagnostics, counted, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

/** Those of a sheet for one class: a page for a screen would grade nothing. */
const SHEET_FORMATS = ['pdf', 'docx'] as const satisfies readonly Format[];

export interface HandoutFlags {
  readonly title?: string;
  readonly seed?: string;
  readonly lang?: string;
  readonly paper?: string;
  readonly size?: string;
  readonly format?: string;
  readonly pages?: string;
  readonly engine?: string;
  readonly out: string;
  readonly workbook?: string;
}

/**
 * Exercises of any chapters on one sheet, with a file of worked solutions. Returns 1 for mistakes in a chapter, and where the sheet takes more
 * pages than `--pages` allows; the files are written then all the same.
 */
export async function runHandout(list: string, flags: HandoutFlags, terminal: Terminal): Promise<number> {
  const names = list.split(',').map((name) => name.trim());
  const formats = flags.format === undefined ? (['pdf'] as const) : chooseFrom(flags.format, SHEET_FORMATS, 'format');
  const limit = readPages(flags.pages, formats);
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const chapters = prepareChapters(chaptersOf(names), inputs, terminal);
  if (chapters === undefined) return 1;
  const known = chapters.contents.flatMap(({ evaluated, exercises }) => exercises.map(({ name }) => `${evaluated.source.name}.${name}`));
  for (const name of names) if (!known.includes(name)) throw unknownWord(name, known, 'exercise');
  const languages = availableLanguages(inputs);
  const language = chooseLanguage(flags.lang, languages, chapters.words);
  const titles = chapters.contents.flatMap(({ evaluated }) => evaluated.source.words.get(language)?.title ?? []);
  const { value, diagnostics } = makeSheet(chapters, {
    exercises: new Set(names),
    ...(flags.seed === undefined ? {} : { seed: readSeed(flags.seed) }),
    title: flags.title ?? titles.join(' · '),
    language,
    size: flags.size === undefined ? 'standard' : (chooseFrom(flags.size, SIZES, 'size')[0] ?? 'standard'),
  });
  if (value.missing.length > 0)
    throw new UsageError(`No figures could be drawn for ${value.missing.join(', ')}.`, '`reckoner stress` tells what refuses them.');
  const paper = choosePaper(flags.paper, chapters);
  const renderers = openFormats(await choosePages(flags.engine, terminal));
  const rendered = await Promise.all(
    formats.flatMap((format) =>
      [value.student, value.solutions].map(async (document, index) => {
        const { value: file, diagnostics } = await renderers[format].render(document, { paper });
        const path = `handout.${language}${index === 0 ? '' : '.solutions'}.${format}`;
        return { value: { ...file, path }, diagnostics };
      }),
    ),
  );
  const found = [...diagnostics, ...rendered.flatMap((one) => one.diagnostics)];
  reportDiagnostics(found, terminal);
  if (hasErrors(found)) {
    terminal.error(`${countDiagnostics(found)}. Nothing was written.\n`);
    return 1;
  }
  return writeSheet(
    rendered.map((one) => one.value),
    { limit, out: flags.out },
    terminal,
  );
}

function writeSheet(
  files: readonly RenderedFile[],
  { limit, out }: { readonly limit: number | undefined; readonly out: string },
  terminal: Terminal,
): number {
  const folder = path.resolve(terminal.folder, out);
  writeFiles(files, folder);
  for (const { path: file, pages } of files) {
    const count = pages === undefined ? '' : `  ${counted(pages, 'page')}`;
    terminal.out(`${path.join(path.relative(terminal.folder, folder) || '.', file)}${count}\n`);
  }
  const pages = files[0]?.pages ?? 0;
  if (limit === undefined || pages <= limit) return 0;
  terminal.error(`The sheet takes ${counted(pages, 'page')}, ${limit} ${limit === 1 ? 'was' : 'were'} asked for: leave out an exercise.\n`);
  return 1;
}

/** The chapters that the exercises name, each once. */
function chaptersOf(names: readonly string[]): readonly string[] {
  return [
    ...new Set(
      names.map((name) => {
        const [, chapter] = /^([^.]+)\.[^.]+$/.exec(name) ?? [];
        if (chapter !== undefined) return chapter;
        throw new UsageError(`\`${name}\` names no exercise.`, 'Write the chapter before it, such as `pool-price.exit`.');
      }),
    ),
  ];
}

function readPages(text: string | undefined, formats: readonly Format[]): number | undefined {
  if (text === undefined) return undefined;
  if (!formats.includes('pdf')) throw new UsageError('`--pages` counts the pages of a PDF.', 'Write `--format pdf,docx`.');
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(`\`--pages ${text}\` is not a number of pages.`, 'Give a whole number from 1 to 99.');
}
