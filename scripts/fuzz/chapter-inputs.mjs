// Workbooks of one chapter: shipped chapters and pieces of them with changes, and chapters of random formulas.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { ROOT } from '../tools.mjs';
import { changeText, hostileWord, spoiltBytes } from './change-text.mjs';
import { formulaChapter } from './formula-inputs.mjs';

const SHIPPED = readdirSync(path.join(ROOT, 'chapters'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /^\d/.test(entry.name))
  .map(({ name }) => ({ name, files: filesOf(path.join(ROOT, 'chapters', name)) }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const STAMP_CARD = { name: '02-stamp-card', files: codeBlocks(readFileSync(path.join(ROOT, 'docs', 'writing-chapters.md'), 'utf8')) };

function filesOf(folder) {
  return Object.fromEntries(['sums.yaml', 'en.md', 'zh.md'].map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

function codeBlocks(text) {
  const blocks = [...text.matchAll(/```\w+ file=(\S+)\n([\s\S]*?)```/g)].map(([, file, code]) => [file, code]);
  return Object.fromEntries(blocks.filter(([file]) => !file.includes('/')));
}

/** A workbook and what is done with it. */
export function chapterInput(chance) {
  return chance.weighted([
    [5, () => changed(chance.one(SHIPPED), chance)],
    [30, () => changed(sliceOf(chance.one(SHIPPED), chance), chance)],
    [30, () => changed(STAMP_CARD, chance)],
    [35, () => formulas(chance)],
  ])();
}

function changed({ name, files }, chance) {
  const texts = { ...files };
  for (const file of chance.some(Object.keys(texts), 2).concat(chance.one(Object.keys(texts))))
    texts[file] = changeText(texts[file], chance);
  const workbook = `title: { en: A book, zh: 书 }\nchapters: [${name}]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n`;
  const all = Object.fromEntries(Object.entries(texts).map(([file, text]) => [`chapters/${name}/${file}`, text]));
  all['chapters/workbook.yaml'] = chance.maybe(0.05) ? changeText(workbook, chance) : workbook;
  if (chance.maybe(0.03)) all['chapters/ledger.yaml'] = changeText('D0-01: { line: 3, says: A line }\n', chance);
  const file = chance.one(Object.keys(all));
  if (chance.maybe(0.04)) all[file] = spoiltBytes(all[file], chance);
  return { files: all, commands: [commandFor(texts['sums.yaml'], chance)], outputs: ['out'] };
}

function commandFor(sums, chance) {
  const example = chance.one([...sums.matchAll(/^ {2}(\w[\w-]*):/gm)].map(([, word]) => word).concat('a'));
  const quantity = chance.one([...sums.matchAll(/(\w+):/g)].map(([, word]) => word).concat('x'));
  return chance.weighted([
    [60, ['check', '--json']],
    [20, ['check']],
    [8, ['audit', '--json']],
    [3, ['audit']],
    [4, ['explain', `${example}.${quantity}`]],
    [2, ['explain', `${example}.${quantity} ${hostileWord(chance)}`, '--json']],
    [3, ['stress', '--students', '4']],
    [2, ['build', '--format', 'html']],
    [1, ['build', '--jobs', '1', '--edition', 'student']],
  ]);
}

function formulas(chance) {
  const { sums, check } = formulaChapter(chance);
  const words = '---\ntitle: Sums\ngoal: You work out sums.\nminutes: 45\nnames: {}\n---\n\nNothing.\n';
  return {
    files: {
      'chapters/workbook.yaml': 'title: { en: A book }\nchapters: [01-sums]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n',
      'chapters/01-sums/sums.yaml': sums,
      'chapters/01-sums/en.md': words,
    },
    commands: [['audit', '--json']],
    outputs: ['out'],
    check: ([{ out }]) => check(JSON.parse(out)),
  };
}

/** A few exercises of a chapter with the examples that they need, so that a change is met by more than one check and takes little time. */
function sliceOf({ name, files }, chance) {
  const sums = parse(files['sums.yaml']);
  const exercises = Object.fromEntries(chance.some(Object.entries(sums.exercises), 3));
  const examples = {};
  const add = (text) => {
    for (const one of Object.keys(sums.examples)) {
      if (one in examples || !new RegExp(`(?<![\\w-])${one}(?![\\w-])`).test(text)) continue;
      examples[one] = sums.examples[one];
      add(JSON.stringify(sums.examples[one]));
    }
  };
  add(JSON.stringify(exercises) + chance.one(Object.keys(sums.examples)));
  const { conflicts: _, 'not-a-sum': __, ...rest } = sums;
  const own = { 'sums.yaml': stringify({ ...rest, examples, exercises }, { lineWidth: 0 }) };
  for (const file of ['en.md', 'zh.md']) own[file] = sliceOfWords(files[file], examples, exercises, chance);
  return { name, files: own };
}

const BY_EXAMPLE = ['names', 'claims', 'readings', 'assumptions', 'reasons', 'units'];

function sliceOfWords(text, examples, exercises, chance) {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  const words = parse(head);
  delete words.conflicts;
  for (const key of BY_EXAMPLE) {
    if (words[key] === undefined || key === 'units') continue;
    words[key] = Object.fromEntries(Object.entries(words[key]).filter(([one]) => one.split('.')[0] in examples));
  }
  const blocks = body.split(/\n(?=::: \w)/).filter((block) => {
    const [, directive, named = ''] = /^::: ([\w-]+) ?(\S*)/.exec(block) ?? [];
    if (directive === 'exercise' || directive === 'rubric' || directive === 'pairs' || directive === 'hint') return named in exercises;
    const told = [...block.matchAll(/\{\{\s*([\w-]+)\./g)].map(([, one]) => one).concat(named === '' ? [] : named.split('.')[0]);
    return told.every((one) => one in examples) && chance.maybe(0.6);
  });
  return `---\n${stringify(words, { lineWidth: 0 })}---\n\n${blocks.join('\n')}\n`;
}
