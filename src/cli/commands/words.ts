import path from 'node:path';
import { readSharedWords } from '../../build.js';
import { type ChapterFiles, completeWords, parseChapter, parseWorkbook, type SharedWords } from '../../chapter/index.js';
import type { Diagnosed } from '../../diagnostics/index.js';
import type { Source } from '../../source/index.js';
import { sharedLanguages } from '../files/read-starter.js';
import { findWorkbook, readWorkbook } from '../files/read-workbook.js';
import { writeFiles } from '../files/write-files.js';
import { chooseChapters, chooseFrom } from '../options/selection.js';
import { counted, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';

export interface WordsFlags {
  readonly lang?: string;
  readonly workbook?: string;
}

const EMPTY_HEAD = '---\ntitle: "?"\ngoal: "?" # one sentence for the student\nminutes: 45\n---\n';

/**
 * Adds to the words files of chapters what sums.yaml asks for and they lack. Returns 1 where a file cannot be read or completed; the others are
 * completed all the same.
 */
export function runWords(names: readonly string[], flags: WordsFlags, terminal: Terminal): number {
  const folder = findWorkbook(flags.workbook, terminal);
  const inputs = readWorkbook(folder, terminal);
  const shared = readSharedWords(parseWorkbook(inputs.workbook).value ?? { title: new Map() }, inputs).value;
  const wanted = chooseChapters(names, [...inputs.chapters.keys()]) ?? [...inputs.chapters.keys()];
  const languages = flags.lang === undefined ? undefined : chooseFrom(flags.lang, sharedLanguages(), 'language');
  const results = wanted.map((chapter) => completeChapter({ folder, chapter, languages, shared }, inputs.chapters.get(chapter), terminal));
  return results.every(Boolean) ? 0 : 1;
}

interface Place {
  readonly folder: string;
  readonly chapter: string;
  /** Absent = the words files that are there. */
  readonly languages: readonly string[] | undefined;
  readonly shared: readonly SharedWords[];
}

/** True where nothing stood in the way. */
function completeChapter(
  { folder, chapter, languages, shared }: Place,
  read: Diagnosed<ChapterFiles | undefined> | undefined,
  terminal: Terminal,
) {
  if (read?.value === undefined) {
    reportDiagnostics(read?.diagnostics ?? [], terminal);
    return false;
  }
  const { sums, words } = read.value;
  const wanted = languages ?? [...words.keys()];
  const sources = new Map(wanted.map((language) => [language, words.get(language) ?? emptyWords(sums, language)]));
  const { value, diagnostics } = parseChapter({ ...read.value, words: sources }, shared);
  let isComplete = true;
  for (const language of wanted) {
    const file = `${chapter}/${language}.md`;
    const own = value?.words.get(language);
    if (value === undefined || own === undefined) {
      reportDiagnostics(diagnostics, terminal);
      return false;
    }
    const { text, added, closed } = completeWords(value, own);
    for (const key of closed)
      terminal.error(`${file}: \`${key}:\` stands on one line. Give each of its entries a line of its own, and run this again.\n`);
    isComplete &&= closed.length === 0;
    if (added.length > 0) writeFiles([{ path: file, content: text }], folder);
    terminal.out(`${file}: ${added.length === 0 ? 'nothing is missing' : `${counted(added.length, 'line')} added`}\n`);
    for (const one of added) terminal.out(`  ${one}\n`);
  }
  return isComplete;
}

function emptyWords(sums: Source, language: string): Source {
  return { name: path.posix.join(path.posix.dirname(sums.name), `${language}.md`), text: EMPTY_HEAD };
}
