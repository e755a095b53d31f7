import path from 'node:path';
import {
  answerStatistics,
  createClassSet,
  exercisesCsv,
  gradePaper,
  type KeyRow,
  type Manifest,
  type Mark,
  type MarkedPaper,
  markedCsv,
  marksSheet,
  paperOfFigures,
  readAnswers,
  studentsCsv,
  type UnitWords,
} from '../../classroom/index.js';
import { hasErrors } from '../../diagnostics/index.js';
import { createPdfRenderer } from '../../render/pdf/index.js';
import { readTableFile } from '../class/roster-file.js';
import { type ClassChapters, prepareChapters } from '../class/session.js';
import { openClassFolder } from '../class/store.js';
import { availableLanguages, findWorkbook, readPageInputs, readWorkbook } from '../files/read-workbook.js';
import { chooseFrom } from '../options/selection.js';
import { counted, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

export interface MarkFlags {
  readonly lang?: string;
  readonly out?: string;
  readonly workbook?: string;
}

/** Marks typed answers by the key of a set, and writes tables and a sheet. Returns the exit code. */
export async function runMark(name: string, answersFile: string, flags: MarkFlags, terminal: Terminal): Promise<number> {
  const folder = openClassFolder(path.resolve(terminal.folder, name), 'mark');
  const manifest = folder.manifest();
  if (manifest === undefined) {
    throw new UsageError(`There is no finished class set in ${folder.folder}.`, 'Finish it by running the same `reckoner class` again.');
  }
  const students = keyRows(new TextDecoder().decode(folder.read('key.json')));
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const chapters = prepareChapters(
    manifest.chapters.map((chapter) => chapter.name),
    inputs,
    terminal,
  );
  if (chapters === undefined) return 1;
  const carried = isSame(manifest, chapters);
  if (!carried) terminal.error('The chapters have changed since this set was made: earlier errors are not carried forward.\n');
  const answers = readAnswers(await readTableFile(answersFile, terminal), manifest.exercises, students);
  reportDiagnostics(answers.diagnostics, terminal);
  if (hasErrors(answers.diagnostics)) return 1;
  const set = createClassSet(chapters.contents, {
    seed: manifest.seed,
    exercises: new Set(manifest.exercises.map((one) => `${one.chapter}.${one.exercise}`)),
  });
  const figures = new Map(manifest.students.map((student) => [student.id, student.figures]));
  const words = unitWords(chapters);
  const papers = students.map((student) => {
    const paper = carried ? { paper: paperOfFigures(set, figures.get(student.id) ?? []) } : {};
    return gradePaper(student, answers.value.get(student.id), { exercises: manifest.exercises, words, ...paper });
  });
  const statistics = answerStatistics(manifest.exercises, papers);
  const languages = availableLanguages(inputs);
  const [language = 'zh'] =
    flags.lang === undefined ? languages.filter((one) => one === 'zh') : chooseFrom(flags.lang, languages, 'language');
  const shared = chapters.words.get(language);
  if (shared === undefined) throw new UsageError(`There are no shared words in \`${language}\`.`);
  const pages = readPageInputs();
  const sheet = marksSheet(chapters.workbook, manifest.exercises, papers, statistics, { shared, recipe: manifest.seed });
  const rendered = createPdfRenderer({ templates: pages.pdf, fontPaths: pages.fontPaths }).render(sheet, {
    paper: chapters.workbook.paper,
  });
  reportDiagnostics(rendered.diagnostics, terminal);
  if (hasErrors(rendered.diagnostics)) return 1;
  const target = openClassFolder(
    flags.out === undefined ? path.join(folder.folder, 'marks') : path.resolve(terminal.folder, flags.out),
    'mark',
  );
  const made = [
    target.write({ path: 'students.csv', content: studentsCsv(manifest.exercises, papers) }),
    target.write({ path: 'answers.csv', content: markedCsv(papers) }),
    target.write({ path: 'exercises.csv', content: exercisesCsv(statistics) }),
    target.write({ ...rendered.value, path: 'marks.pdf' }),
  ];
  const handedIn = papers.filter((paper) => paper.handedIn).length;
  terminal.out(
    `${counted(handedIn, 'paper')} of ${students.length} marked: ${made.map((file) => file.path).join(', ')} in ${target.folder}\n`,
  );
  reportGaps(papers, terminal);
  return 0;
}

/** What earns nothing because nobody could read it; all of it stands in answers.csv. */
const NOT_COUNTED: readonly (readonly [mark: Mark, says: string])[] = [
  ['empty', 'Empty'],
  ['unreadable', 'No number'],
];
const MOST_NAMED = 12;

/** Who handed in nothing, and which places hold no number: most often somebody mistyped. */
function reportGaps(papers: readonly MarkedPaper[], { out }: Terminal): void {
  const missing = papers.filter((paper) => !paper.handedIn).map(({ student }) => student.id);
  if (missing.length > 0) out(`Not handed in: ${missing.join(', ')}\n`);
  for (const [mark, says] of NOT_COUNTED) {
    const found = papers.filter((paper) => paper.handedIn).flatMap((paper) => cellsWith(mark, paper));
    const more = found.length > MOST_NAMED ? ' …' : '';
    if (found.length > 0) out(`${says} (${found.length}): ${found.slice(0, MOST_NAMED).join(', ')}${more}\n`);
  }
}

/** `07 3.2`, with what was typed where something was. */
function cellsWith(mark: Mark, { student, answers }: MarkedPaper): readonly string[] {
  return answers
    .filter((answer) => answer.mark === mark)
    .map(({ column, typed }) => `${student.id} ${column.label}${typed === '' ? '' : ` “${typed}”`}`);
}

function keyRows(text: string): readonly KeyRow[] {
  return (JSON.parse(text) as { readonly students: readonly KeyRow[] }).students;
}

function isSame({ chapters }: Manifest, { hashes }: ClassChapters): boolean {
  return chapters.every(({ name, sha256 }) => hashes.some((one) => one.name === name && one.sha256 === sha256));
}

/** Every word for a unit in every language, in small letters, and the unit's own name. */
function unitWords({ contents, words }: ClassChapters): UnitWords {
  const named = [
    ...[...words.values()].flatMap((shared) => [...shared.units]),
    ...contents.flatMap(({ evaluated }) => [...evaluated.source.words.values()].flatMap(({ units }) => [...units])),
  ];
  return new Map(named.flatMap(([unit, forms]) => [unit, ...forms].map((form) => [form.toLowerCase(), unit] as const)));
}
