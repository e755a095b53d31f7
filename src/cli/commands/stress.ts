import { type StressReport, stressChapter } from '../../classroom/index.js';
import { prepareChapters } from '../class/chapters.js';
import { findWorkbook, readWorkbook } from '../files/read-workbook.js';
import { amountText } from '../terminal/figure-text.js';
import { counted } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { textTable } from '../terminal/text-table.js';
import { UsageError } from '../terminal/usage-error.js';

export interface StressFlags {
  readonly students: string;
  readonly seed: string;
  readonly workbook?: string;
}

const MOST_STUDENTS = 10_000;

/** Draws numbers for many students and prints how the answers spread; exit code 1 when something reads wrongly. */
export function runStress(names: readonly string[], flags: StressFlags, terminal: Terminal): number {
  const students = Number(flags.students);
  if (!Number.isInteger(students) || students < 1 || students > MOST_STUDENTS) {
    throw new UsageError(`\`--students ${flags.students}\` is no number of students.`, `Give a whole number from 1 to ${MOST_STUDENTS}.`);
  }
  const chapters = prepareChapters(names, readWorkbook(findWorkbook(flags.workbook, terminal), terminal), terminal);
  if (chapters === undefined) return 1;
  const { workbook, contents } = chapters;
  let faults = 0;
  for (const content of contents) {
    const words = [...content.evaluated.source.words.keys()].flatMap((language) => chapters.words.get(language) ?? []);
    const report = stressChapter(content, { seed: flags.seed, students, workbook, words });
    terminal.out(`${printedReport(report, students)}\n`);
    faults += report.faults.length + report.broken.length;
  }
  return faults === 0 ? 0 : 1;
}

function printedReport({ chapter, groups, answers, broken, faults }: StressReport, students: number): string {
  const title = `${chapter}, ${counted(students, 'student')}`;
  const head = `${title}\n${'='.repeat(title.length)}\n`;
  if (groups.length === 0) return `${head}\nNothing varies.\n`;
  const spaces = groups.map((group) => [
    group.name,
    group.exercises.join(', '),
    String(group.combinations),
    `${group.counted ? '' : 'at least '}${group.different}`,
    String(group.drawn),
  ]);
  const refused = groups.flatMap((group) => [...group.refused].map(([why, count]) => [group.name, String(count), why]));
  const rows = answers.map((one) => [
    one.answer,
    amountText(one.lowest),
    amountText(one.highest),
    one.unit,
    between(one.fewestDigits, one.mostDigits),
    between(one.fewestSteps, one.mostSteps),
    String(one.otherSign),
    String(one.nearTies),
    String(one.different),
  ]);
  return [
    head,
    textTable(['numbers', 'exercises', 'combinations', 'variants', 'drawn'], spaces, '<<>>>'),
    ...(refused.length === 0 ? [] : [textTable(['numbers', 'refused', 'because of'], refused, '<><')]),
    textTable(['answer', 'from', 'to', 'unit', 'digits', 'steps', 'other sign', 'near ties', 'different'], rows, '<>><>>>>>'),
    ...(broken.length === 0 ? [] : [`Breaks its story:\n${broken.map(({ message }) => `  ${message}\n`).join('')}`]),
    ...(faults.length === 0 ? [] : [`Reads wrongly:\n${faults.map((text) => `  ${text}\n`).join('')}`]),
  ].join('\n');
}

function between(least: number, most: number): string {
  return least === most ? String(least) : `${least}-${most}`;
}
