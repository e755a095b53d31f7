import { Command, CommanderError } from 'commander';
import { EXPORT_FORMAT_NAMES, EXPORT_FORMATS } from '../export/index.js';
import { DEFAULT_FORMATS, FORMAT_NAMES } from '../render/index.js';
import { type AuditFlags, runAudit } from './commands/audit.js';
import { type BuildFlags, runBuild } from './commands/build.js';
import { type CheckFlags, runCheckWatching } from './commands/check.js';
import { type ClassFlags, runClass } from './commands/class.js';
import { type ClassSheetFlags, runClassSheet } from './commands/class-sheet.js';
import { type DeskFlags, runDesk } from './commands/desk.js';
import { type ExplainFlags, runExplain } from './commands/explain.js';
import { type ExportFlags, runExport } from './commands/export.js';
import { type HandoutFlags, runHandout } from './commands/handout.js';
import { type MarkFlags, runMark } from './commands/mark.js';
import { type NewFlags, runNew } from './commands/new.js';
import { type PreviewFlags, runPreview } from './commands/preview.js';
import { type RemarkFlags, runRemark } from './commands/remark.js';
import { runStress, type StressFlags } from './commands/stress.js';
import { runVerify } from './commands/verify.js';
import { runWords, type WordsFlags } from './commands/words.js';
import { packageVersion } from './files/read-workbook.js';
import type { Terminal } from './terminal/terminal.js';
import { explainUsage } from './terminal/usage-error.js';

/** Runs one command line (without node and script). Returns the exit code: 0 fine, 1 the author's mistakes, 2 wrong usage. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (failure) {
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : 2;
    return explainUsage(failure, terminal);
  }
}

const WORKBOOK_FLAG = [
  '--workbook <dir>',
  'folder with workbook.yaml (default: chapters here, or the chapters that this folder is in, else those of this package)',
] as const;
const CHAPTERS = ['[chapter...]', 'chapters by name or number; all when none is given'] as const;
const EXPLAIN = 'explain pool-price "ladder.price[2]"';
const ENGINE_FLAG = [
  '--engine <name>',
  'page compiler: native, or wasm, which runs everywhere (default: native where it is installed)',
] as const;
const JSON_FLAG = ['--json', 'print JSON as docs/json.md describes it'] as const;

function createProgram(terminal: Terminal, finish: (code: number) => void): Command {
  const program = new Command('reckoner');
  program
    .description('Recomputes the sums of promotional documents and makes workbooks from them.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.error })
    .showSuggestionAfterError()
    .addHelpText('after', examples('build', 'check pool-price', EXPLAIN, 'audit one-purchase --json'));
  addCommand(program, 'build', 'make the pages', ['build', 'build pool-price --lang zh --edition student --format pdf --paper letter'])
    .argument(...CHAPTERS)
    .option('--lang <list>', 'languages, such as zh,en (default: all)')
    .option('--edition <list>', 'student, teacher, key (default: all)')
    .option('--format <list>', `${FORMAT_NAMES.join(', ')} (default: ${DEFAULT_FORMATS.join(' and ')})`)
    .option('--paper <size>', 'a4 or letter (default: as workbook.yaml says)')
    .option('--size <size>', 'standard or large print (default: standard)')
    .option('--impose <list>', 'booklet, two-up: the pages again, two to a side, for the copier')
    .option('--jobs <number>', 'threads that set PDFs (default: one per core)')
    .option(...ENGINE_FLAG)
    .option('--out <dir>', 'folder for the files', 'out')
    .option('--fresh', 'make everything again, also what has not changed since the last build')
    .option('--timings', 'print the time of each stage')
    .option(...WORKBOOK_FLAG)
    .action(async (chapters: string[], flags: BuildFlags) => finish(await runBuild(chapters, flags, terminal)));
  addCommand(program, 'check', 'report every mistake, in all languages', ['check', 'check pool-price --json'])
    .argument(...CHAPTERS)
    .option('--watch', 'again after each save, until Ctrl+C')
    .option(...JSON_FLAG)
    .option(...WORKBOOK_FLAG)
    .action(async (chapters: string[], flags: CheckFlags) => finish(await runCheckWatching(chapters, flags, terminal)));
  addCommand(program, 'explain', 'print every step of a figure', [`${EXPLAIN} --lang zh`, 'explain "ladder.gift / ladder.spend"'])
    .usage('[options] [chapter] <formula>')
    .argument('<words...>', 'a quantity, or a formula of quantities, as example.name; before it the chapter, where several have it')
    .option('--lang <language>', 'language of the names')
    .option(...JSON_FLAG)
    .option(...WORKBOOK_FLAG)
    .action((words: string[], flags: ExplainFlags) => finish(runExplain(words, flags, terminal)));
  addCommand(program, 'audit', 'print the answers to the five questions', ['audit', 'audit one-purchase --json'])
    .argument(...CHAPTERS)
    .option(...JSON_FLAG)
    .option(...WORKBOOK_FLAG)
    .action((chapters: string[], flags: AuditFlags) => finish(runAudit(chapters, flags, terminal)));
  addExportCommand(program, terminal, finish);
  addAuthorCommands(program, terminal, finish);
  addClassCommands(program, terminal, finish);
  return program;
}

function addExportCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  addCommand(program, 'export', 'make files of exercises for another program', [
    'export moodle pool-price --lang zh --variants 30 --seed 2026-spring',
    'export table',
  ])
    .argument('<format>', `one of ${EXPORT_FORMAT_NAMES.join(', ')}`)
    .argument(...CHAPTERS)
    .option('--lang <list>', 'languages, such as zh,en (default: all)')
    .option('--variants <number>', 'how many variants of each exercise that varies; 0 = as printed', '30')
    .option('--seed <text>', 'what the figures of the variants depend on', 'export')
    .option('--profile <name>', 'a dialect of the format')
    .option('--out <dir>', 'folder for the files', 'exports')
    .option(...WORKBOOK_FLAG)
    .addHelpText(
      'after',
      `\nFormats:\n${EXPORT_FORMAT_NAMES.map((name) => `  ${name.padEnd(8)} ${EXPORT_FORMATS[name].title}\n`).join('')}`,
    )
    .action((format: string, chapters: string[], flags: ExportFlags) => finish(runExport(format, chapters, flags, terminal)));
}

function addAuthorCommands(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  addCommand(program, 'new', 'make a folder with a small workbook to change', ['new my-workbook', 'new my-workbook --lang zh'])
    .argument('<folder>', 'new or empty; its name becomes the title')
    .option('--lang <list>', 'languages', 'zh,en')
    .action((folder: string, flags: NewFlags) => finish(runNew(folder, flags, terminal)));
  addCommand(program, 'words', 'add the names, claims, units and prompts that a chapter lacks in its words', [
    'words first-offer --lang zh',
  ])
    .argument(...CHAPTERS)
    .option('--lang <list>', 'languages; a file that is missing is begun (default: those of the chapter)')
    .option(...WORKBOOK_FLAG)
    .action((chapters: string[], flags: WordsFlags) => finish(runWords(chapters, flags, terminal)));
  addCommand(program, 'preview', 'show a chapter in the browser as it prints, again after each save', ['preview first-offer'])
    .argument('<chapter>', 'chapter by name or number')
    .option('--port <number>', 'port of this machine (default: any that is free)', '0')
    .option(...WORKBOOK_FLAG)
    .action(async (chapter: string, flags: PreviewFlags) => finish(await runPreview(chapter, flags, terminal)));
  addCommand(program, 'desk', 'open the pages on which a teacher makes sheets without a terminal', ['desk', 'desk --export school-site'])
    .option('--port <number>', 'port of this machine (default: 8717, or the next that is free)')
    .option('--export <dir>', 'write the pages for a web server instead of serving them')
    .option(...WORKBOOK_FLAG)
    .action(async (flags: DeskFlags) => finish(await runDesk(flags, terminal)));
  addCommand(program, 'handout', 'put exercises of any chapters on one sheet, with a file of solutions', [
    'handout pool-price.exit,one-purchase.apples --title "Two sums" --pages 1',
    'handout pool-price.exit --seed group-b --lang en',
  ])
    .argument('<exercises>', 'chapter.exercise, parted by commas; they stand in the order of the chapters')
    .option('--title <text>', 'heading of the sheet (default: the titles of the chapters)')
    .option('--seed <text>', 'draw other figures: the same seed gives them again (default: those of the chapters)')
    .option('--lang <language>', 'language (default: zh)')
    .option('--paper <size>', 'a4 or letter (default: as workbook.yaml says)')
    .option('--size <size>', 'standard or large print (default: standard)')
    .option('--format <list>', 'pdf, docx (default: pdf)')
    .option('--pages <number>', 'fail when the sheet takes more')
    .option(...ENGINE_FLAG)
    .option('--out <dir>', 'folder for the files', 'out')
    .option(...WORKBOOK_FLAG)
    .action(async (exercises: string, flags: HandoutFlags) => finish(await runHandout(exercises, flags, terminal)));
}

function addClassCommands(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  addCommand(program, 'class', 'make a handout with numbers of its own for each student of a class list', [
    'class roster.csv --chapters one-purchase,pool-price --seed 2026-spring --out class',
    'class roster.csv --chapters pool-price --seed 2026-spring --format docx,xlsx',
    'class roster.csv --chapters pool-price --seed 2026-spring --shard 3/8',
  ])
    .argument('<roster>', 'class list, XLSX or CSV: id,name and, as far as wanted, group, lang, size, number')
    .option('--chapters <list>', 'chapters by name or number (default: all)')
    .option('--seed <text>', 'what the numbers depend on, with the student: the same seed gives them again')
    .option('--exercises <list>', 'exercises by name (default: all that vary)')
    .option('--lang <language>', 'language of students without one, and of the key (default: zh)')
    .option('--paper <size>', 'a4 or letter (default: as workbook.yaml says)')
    .option('--format <list>', 'pdf, docx: handouts and keys; xlsx: a spreadsheet of the class beside them (default: pdf)')
    .option('--duplex', 'each handout begins on the front of a sheet')
    .option('--no-qr', 'leave out the QR code that names set, student and version')
    .option('--solutions', 'worked solutions for each student')
    .option('--shard <part>', 'make part 3/8 only')
    .option('--merge', 'join the parts that lie in the folder')
    .option('--allow-repeats', 'let students share numbers where there are too few variants')
    .option('--replace', 'overwrite a finished set with other numbers')
    .option('--jobs <number>', 'threads that set PDFs (default: one per core)')
    .option('--timings', 'print how many handouts were filled into templates')
    .option(...ENGINE_FLAG)
    .option('--out <dir>', 'folder of the set', 'class')
    .option(...WORKBOOK_FLAG)
    .action(async (roster: string, flags: ClassFlags) => finish(await runClass(roster, flags, terminal)));
  addCommand(program, 'mark', 'mark typed answers by the key of a class set', ['mark class class/answers.csv'])
    .argument('<folder>', 'folder of the set')
    .argument('<answers>', 'answers, XLSX or CSV, typed into the answers.csv of the set')
    .option('--lang <language>', 'language of the sheet (default: zh)')
    .option('--out <dir>', 'folder for the marks (default: marks in the folder of the set)')
    .option(...WORKBOOK_FLAG)
    .action(async (folder: string, answers: string, flags: MarkFlags) => finish(await runMark(folder, answers, flags, terminal)));
  addCommand(program, 'class-sheet', "make a spreadsheet of a class set: everybody's figures, answers that mark themselves, the key", [
    'class-sheet class',
  ])
    .argument('<folder>', 'folder of the set')
    .option('--lang <language>', 'language of the sheets (default: zh)')
    .option('--out <dir>', 'folder for class.xlsx (default: marks in the folder of the set)')
    .option(...WORKBOOK_FLAG)
    .action((folder: string, flags: ClassSheetFlags) => finish(runClassSheet(folder, flags, terminal)));
  addCommand(program, 'remark', 'decide about answers after the lesson; `mark` then counts it', [
    'remark class --void 2.1 --reason "two readings are possible"',
    'remark class --accept 3.1=5.33..5.4 --accept 4=C --reason "rounded early"',
    'remark class --give 5 --student 07 --reason "the page was torn"',
    'remark class --undo 2',
  ])
    .argument('<folder>', 'folder of the set')
    .option('--void <answers>', 'answers that do not count, such as 2.1, or 2 for all of exercise 2', repeated)
    .option('--accept <answer=right>', 'another right answer: a figure, an interval or a letter', repeated)
    .option('--give <answers>', 'answers whose marks everybody earns who handed in', repeated)
    .option('--student <list>', 'ids of students whom it concerns (default: the class)')
    .option('--reason <text>', 'why; stands in every result')
    .option('--undo <number>', 'take a remark back')
    .option('--list', 'print the remarks')
    .action(async (folder: string, flags: RemarkFlags) => finish(await runRemark(folder, flags, terminal)));
  addCommand(program, 'verify', 'compare the files of a class set with its manifest', ['verify class'])
    .argument('<folder>', 'folder of the set')
    .action((folder: string) => finish(runVerify(folder, terminal)));
  addCommand(program, 'stress', 'draw numbers for many students and tell how the answers spread', ['stress pool-price --students 100'])
    .argument(...CHAPTERS)
    .option('--students <number>', 'how many are drawn for', '100')
    .option('--seed <text>', 'what the numbers depend on', 'stress')
    .option(...WORKBOOK_FLAG)
    .action((chapters: string[], flags: StressFlags) => finish(runStress(chapters, flags, terminal)));
}

/** An option that may stand several times. */
function repeated(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

function addCommand(program: Command, name: string, description: string, lines: readonly string[]): Command {
  return program
    .command(name)
    .description(description)
    .addHelpText('after', examples(...lines));
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  reckoner ${line}\n`).join('')}`;
}
