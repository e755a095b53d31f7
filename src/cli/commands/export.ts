import path from 'node:path';
import { prepareWorkbook } from '../../build.js';
import { hasErrors } from '../../diagnostics/index.js';
import {
  allBanks,
  EXPORT_FORMAT_NAMES,
  EXPORT_FORMATS,
  type ExportedFile,
  type ExportFormat,
  type ExportFormatName,
  type LossReport,
  lossReport,
} from '../../export/index.js';
import { availableLanguages, findWorkbook, readPageInputs, readWorkbook } from '../files/read-workbook.js';
import { writeFiles } from '../files/write-files.js';
import { readSeed } from '../options/flags.js';
import { chooseChapters, chooseFrom, unknownWord } from '../options/selection.js';
import { countDiagnostics, counted, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { textTable } from '../terminal/text-table.js';
import { UsageError } from '../terminal/usage-error.js';

export interface ExportFlags {
  readonly lang?: string;
  readonly variants: string;
  readonly seed: string;
  readonly profile?: string;
  readonly out: string;
  readonly workbook?: string;
}

const MOST_VARIANTS = 500;

/** Makes files for another program and says what they do not carry; with a mistake in a chapter nothing is written. Returns the exit code. */
export function runExport(formatName: string, names: readonly string[], flags: ExportFlags, terminal: Terminal): number {
  const name = chooseFormat(formatName);
  const format: ExportFormat = EXPORT_FORMATS[name];
  const profile = chooseProfile(flags.profile, name, format);
  const drawn = { variants: readVariants(flags.variants), seed: readSeed(flags.seed) };
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const chapters = chooseChapters(names, [...inputs.chapters.keys()]);
  const languages = chooseFrom(flags.lang, availableLanguages(inputs), 'language');
  const prepared = prepareWorkbook(inputs, { ...(chapters === undefined ? {} : { chapters }), languages, editions: [] });
  const { workbook } = prepared;
  reportDiagnostics(prepared.diagnostics, terminal);
  if (workbook === undefined || hasErrors(prepared.diagnostics)) {
    terminal.error(`${countDiagnostics(prepared.diagnostics)}. Nothing was written.\n`);
    return 1;
  }
  const words = prepared.words.filter(({ language }) => languages.includes(language));
  const files = format.make({
    workbook,
    chapters: prepared.chapters,
    words,
    ...(profile === undefined ? {} : { profile }),
    banks: () => allBanks(workbook, prepared.chapters, words, drawn),
    pages: readPageInputs(),
  });
  const reports = files.map(lossReport);
  const folder = path.resolve(terminal.folder, flags.out);
  const json = { path: `${[name, ...(profile === undefined ? [] : [profile])].join('-')}.losses.json`, content: lossesJson(name, reports) };
  writeFiles([...files, json], folder);
  terminal.out(summary(files, reports, path.relative(terminal.folder, folder) || '.', json.path));
  return 0;
}

function chooseFormat(word: string): ExportFormatName {
  const found = EXPORT_FORMAT_NAMES.find((name) => name === word);
  if (found === undefined) throw unknownWord(word, EXPORT_FORMAT_NAMES, 'export format');
  return found;
}

function chooseProfile(profile: string | undefined, name: string, { profiles = [] }: ExportFormat): string | undefined {
  if (profile === undefined || profiles.includes(profile)) return profile;
  if (profiles.length === 0) throw new UsageError(`\`${name}\` has no profiles.`, 'Leave `--profile` out.');
  throw unknownWord(profile, profiles, `profile of ${name}`);
}

function readVariants(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count <= MOST_VARIANTS) return count;
  throw new UsageError(`\`--variants ${text}\` is no number of variants.`, `Give a whole number from 0 (as printed) to ${MOST_VARIANTS}.`);
}

function lossesJson(format: string, reports: readonly LossReport[]): string {
  const files = reports.map(({ path: file, items, losses, summary: lines }) => ({
    path: file,
    items,
    losses,
    summary: lines.map(({ code, text, exercises }) => ({ code, text, count: exercises.length })),
  }));
  return `${JSON.stringify({ reckoner: 1, format, files }, undefined, 2)}\n`;
}

function summary(files: readonly ExportedFile[], reports: readonly LossReport[], folder: string, json: string): string {
  const rows = files.map(({ path: file, items, content, losses }) => {
    const exercises = new Set(losses.map(({ exercise }) => exercise)).size;
    return [file, String(items), kilobytes(content), String(exercises)];
  });
  const lost = lossReport({ path: '', items: 0, losses: reports.flatMap(({ losses }) => losses) }).summary;
  const lines = lost.map(({ code, text, exercises }) => [code, String(exercises.length), text]);
  return [
    textTable(['file', 'items', 'size', 'exercises with losses'], rows, '<>>>'),
    ...(lines.length === 0 ? [] : [textTable(['not carried', 'exercises', 'what that means'], lines, '<><')]),
    `${counted(files.length, 'file')} in ${folder}; what each does not carry, exercise by exercise: ${json}\n`,
  ].join('\n');
}

function kilobytes(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
  return `${Math.ceil(bytes / 1000)} kB`;
}
