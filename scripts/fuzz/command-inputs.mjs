// Command lines as people mistype them and as scripts put them together, in a folder with a workbook and a finished set.

import { WORKBOOK } from '../small-workbook.mjs';
import { hostileWord } from './change-text.mjs';
import { copyInto, sharedSets } from './shared-set.mjs';

const COMMANDS = ['build', 'check', 'explain', 'audit', 'class', 'mark', 'remark', 'verify', 'stress', 'help', 'chek', ''];
const ARGUMENTS = [
  'shares',
  '1',
  '01-shares',
  'chapters',
  'roster.csv',
  'spring',
  'spring/answers.csv',
  'spring/key.json',
  'errand.take',
  'errand.take * 2',
  'errand',
  '.',
  '..',
  'nothing',
  'roster.csv/x',
  '-',
  '--',
  '-1',
  'chapters/workbook.yaml',
  'spring/key.pdf',
  '/dev/null',
  '/proc/self/mem',
];
/** Places to write: none leaves the watched folder but those that no system lets anybody write to. */
const PLACES = [
  'out',
  'out/a/b/c',
  '.',
  '..',
  '../beside',
  'roster.csv',
  'roster.csv/x',
  'spring',
  'chapters',
  '/proc/x',
  '/dev/null',
  '/dev/null/x',
  `out/${'long'.repeat(100)}`,
  'out/\u0000',
  'out/\u202e',
  ' ',
  '',
];
const VALUES = {
  '--lang': ['en', 'zh', 'fr', 'EN', 'en,zh', 'en;zh', '', ','],
  '--edition': ['student', 'teacher', 'key', 'pupil', 'student,student', ''],
  '--format': ['html', 'pdf', 'docx', 'html,html', ''],
  '--paper': ['a4', 'letter', 'A4', 'a5', ''],
  '--size': ['standard', 'large', 'huge'],
  '--impose': ['booklet', 'two-up', 'x'],
  '--jobs': ['1', '0', '-1', '1.5', '9999999', 'x', '', '1e3', 'NaN'],
  '--out': PLACES,
  '--workbook': ['chapters', '.', 'nothing', 'roster.csv', 'spring', '', '/proc'],
  '--chapters': ['shares', '1', 'shares,shares', 'x', '', ','],
  '--seed': ['spring', 'autumn', '', ' ', 'x'.repeat(5000), '../x', '\u0000', 'a b', '种子', '-'],
  '--exercises': ['take', 'shares.take', 'say', 'x', '', 'take,take'],
  '--shard': ['1/2', '0/2', '3/2', '1/0', 'x', '1', '1/2/3', '-1/2', '1/99999999999', ''],
  '--students': ['3', '0', '-1', 'x', '1e9', '2.5', '', '07', '01,02'],
  '--void': ['1.1', '1', '2', 'x', ''],
  '--give': ['1.1', '9', ''],
  '--accept': ['1.1=5', '1.1=', '=', '1.1=2..1', '1.1=5..6..7', '1.1=x', '1.1'],
  '--student': ['01', '01,02', 'x', ''],
  '--reason': ['torn', '', ' ', 'x'.repeat(10_000), '=1+1', '\u0000'],
  '--undo': ['1', '0', '-1', 'x', '99999999999999999999'],
};
const SWITCHES = [
  '--json',
  '--duplex',
  '--solutions',
  '--merge',
  '--allow-repeats',
  '--replace',
  '--list',
  '--timings',
  '--help',
  '--version',
  '--jsn',
  '-h',
  '-V',
  '-x',
  '--',
];
const LIKELY = {
  build: ['--lang', '--edition', '--format', '--paper', '--size', '--impose', '--jobs', '--out', '--workbook'],
  class: ['--chapters', '--seed', '--exercises', '--lang', '--paper', '--shard', '--jobs', '--out', '--workbook'],
  mark: ['--lang', '--out', '--workbook'],
  remark: ['--void', '--give', '--accept', '--student', '--reason', '--undo'],
  stress: ['--students', '--seed', '--workbook'],
};
const FIRST = {
  class: ['roster.csv'],
  mark: ['spring', 'spring/answers.csv'],
  remark: ['spring'],
  verify: ['spring'],
  explain: ['errand.take'],
};

export async function commandInput(chance, base) {
  const folder = await sharedSets(base);
  const words = randomWords(chance);
  return {
    files: { ...WORKBOOK },
    prepare: (work) => copyInto(folder, work, ['spring', 'roster.csv']),
    commands: [words],
    outputs: outputsOf(words),
  };
}

function randomWords(chance) {
  const command = chance.one(COMMANDS);
  const usual = chance.maybe(0.8) ? (FIRST[command] ?? []) : chance.some(ARGUMENTS, 3);
  const options = chance.some(chance.maybe(0.85) ? (LIKELY[command] ?? ['--workbook']) : Object.keys(VALUES), 4);
  const words = [
    command,
    ...usual,
    ...options.flatMap((name) => [
      name,
      ...(chance.maybe(0.05) ? [] : [chance.maybe(0.1) ? hostileWord(chance) : chance.one(VALUES[name])]),
    ]),
    ...chance.some(SWITCHES, 2),
  ];
  // A page for each thread that is asked for is laid out in a process of its own; here one is enough.
  if (['build', 'class'].includes(command) && !words.includes('--jobs')) words.push('--jobs', '1');
  return chance.maybe(0.1) ? [...words, chance.maybe(0.5) ? hostileWord(chance) : chance.one(ARGUMENTS)] : words;
}

/** Where a command line may write: what stands behind the last `--out`, else the usual place. `.` and `..` are the folders themselves. */
function outputsOf(words) {
  const places = words.flatMap((word, index) => (words[index - 1] === '--out' ? [word] : word.startsWith('--out=') ? [word.slice(6)] : []));
  return [...places, 'out', 'class', 'spring', ...words.filter((_, index) => index === 1)];
}
