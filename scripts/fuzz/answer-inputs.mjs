// Typed answers: figures in every form that people write, of which it is known what they are worth, beside nonsense.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WORKBOOK } from '../small-workbook.mjs';
import { changeText, hostileWord, spoiltBytes } from './change-text.mjs';
import { compare, fraction, fractionOf, multiply, signedFraction } from './exact.mjs';
import { copyInto, keyOf, sharedSets } from './shared-set.mjs';
import { spoiltSpreadsheet, spreadsheetOf } from './spreadsheet.mjs';

const UNIT_WORDS = {
  yuan: ['', ' yuan', ' 元', '元', ' RMB', ' CNY', ' 块'],
  point: ['', ' points', ' point'],
  percent: ['', '%', ' %', '％', ' percent', ' per cent'],
};
const STOPS = ['', '', '', '.', '。', ' ', '；', '!'];
const FULL_WIDTH = (text) => text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Forms of a figure; each keeps its value. */
const FORMS = [
  (digits) => digits,
  (digits) => `  ${digits} `,
  (digits) => `+${digits}`,
  (digits) => `=${digits}`,
  (digits) => `≈${digits}`,
  (digits) => `约${digits}`,
  FULL_WIDTH,
  (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ','),
  (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ' '),
  (digits) => (/\./.test(digits) ? `${digits}0` : `${digits}.0`),
  (digits) => `\u200b${digits}`,
  (digits) => `${digits}e0`,
];
const SCALES = [
  ['千', 3],
  ['万', 4],
  ['k', 3],
  [' thousand', 3],
  [' million', 6],
  ['百万', 6],
  ['亿', 8],
];
const NONSENSE = [
  '',
  '?',
  'abc',
  '3 4',
  '1..2',
  '1,2,3',
  '--5',
  '1/0',
  '十十',
  '%',
  'yuan',
  '1e999999',
  '9'.repeat(500),
  '½½',
  '5元3角2',
  '=1+1',
  '#N/A',
  '\u0000',
  '1月2日',
  '3x',
  '1 2/3/4',
  '万',
  '负负3',
  '1:2',
  '∞',
  'NaN',
  '0x10',
  '٣',
  '一百二十三',
  '1e-99999999',
];

/** `2.5万` for 25000: the point moved to the left. */
function scaled(digits, [word, places]) {
  const [whole, decimals = ''] = digits.split('.');
  const padded = whole.padStart(places + 1, '0');
  const text = `${padded.slice(0, -places)}.${padded.slice(-places)}${decimals}`.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '');
  return `${text}${word}`;
}

/** What is typed for a figure of the key, and what mark it must earn; no mark where that is not known. */
function typedFor(entry, unit, chance) {
  if (chance.maybe(0.25)) return { text: chance.maybe(0.7) ? chance.one(NONSENSE) : hostileWord(chance) };
  const digits = chance.weighted([
    [4, entry.shown],
    [2, entry.exact.slice(0, 18)],
    [1, entry.low],
    [1, entry.high],
    [1, `${entry.high}01`],
    [1, String(chance.below(3000))],
    [1, (Number(entry.shown) * 10).toFixed(2)],
  ]);
  const value = signedFraction(digits);
  const isRight = compare(fractionOf(entry.low), value) <= 0 && compare(value, fractionOf(entry.high)) <= 0;
  const written = unit !== 'percent' && chance.maybe(0.2) ? scaled(digits, chance.one(SCALES)) : chance.one(FORMS)(digits);
  return { text: `${written}${chance.one(UNIT_WORDS[unit] ?? [''])}${chance.one(STOPS)}`, isRight };
}

export async function answerInput(chance, base) {
  const folder = await sharedSets(base);
  const key = keyOf(folder, 'spring');
  const columns = key.exercises.flatMap((exercise) => exercise.columns);
  const known = [];
  const rows = key.students.map(({ id, name, code, answers }) => [
    id,
    name,
    code,
    ...columns.map(({ label, unit }) => {
      const typed = typedFor(answers[label], unit, chance);
      if (typed.isRight !== undefined) known.push({ id, label, ...typed });
      return typed.text;
    }),
  ]);
  const table = [['id', 'name', 'code', ...columns.map(({ label }) => label)], ...rows];
  const isSound = chance.maybe(0.7);
  const isSheet = chance.maybe(0.3);
  const file = isSheet ? 'typed.xlsx' : 'typed.csv';
  const content = isSheet ? (isSound ? spreadsheetOf(table).bytes() : spoiltSpreadsheet(table, chance)) : csvOf(table, isSound, chance);
  return {
    files: { ...WORKBOOK, [file]: content },
    prepare: (work) => copyInto(folder, work, ['spring']),
    commands: [['mark', 'spring', file, '--out', 'marks']],
    outputs: ['marks'],
    check: ([run], work) => [...keyFaults(folder), ...(isSound && run.code === 0 ? marksOf(work, known) : [])],
  };
}

function csvOf(table, isSound, chance) {
  const text = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
  if (isSound) return Buffer.from(`\ufeff${text}\n`);
  return chance.maybe(0.3) ? spoiltBytes(text, chance) : Buffer.from(changeText(text, chance));
}

/** What the marks say of answers whose value is known. */
function marksOf(work, known) {
  const [head, ...lines] = readFileSync(path.join(work, 'marks', 'answers.csv'), 'utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
    .map(cells);
  const at = Object.fromEntries(head.map((name, index) => [name, index]));
  return known.flatMap(({ id, label, text, isRight }) => {
    const line = lines.find((one) => one[at.id] === id && one[at.answer] === label);
    if (line === undefined) return [`answer: ${id} ${label} is missing`];
    const mark = line[at.mark];
    const fits = isRight ? mark === 'right' : ['wrong', 'follow-on'].includes(mark);
    return fits
      ? []
      : [`answer: “${text}” for ${line[at.right]} ${line[at.unit] ?? ''} is ${mark}, ${isRight ? 'right' : 'wrong'} was meant`];
  });
}

const cells = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);

let keysChecked = false;

/** The keys of the sets by whole numbers: what is taken is the rate of what is spent, a third of it, the points for it. */
function keyFaults(folder) {
  if (keysChecked) return [];
  keysChecked = true;
  return ['spring', 'autumn'].flatMap((seed) => {
    const { students } = JSON.parse(readFileSync(path.join(folder, seed, 'manifest.json'), 'utf8'));
    const key = keyOf(folder, seed);
    return students.flatMap(({ id, figures }) => {
      const given = new Map(figures.map(({ name, value }) => [name, fractionOf(value)]));
      const { answers } = key.students.find((one) => one.id === id);
      const take = multiply(given.get('spend'), given.get('rate'));
      const wanted = {
        1.1: take,
        1.2: multiply(take, fraction(1, 3)),
        1.3: multiply(take, fraction(1, 4)),
        2: multiply(given.get('rate'), fraction(100)),
      };
      return Object.entries(wanted).flatMap(([label, value]) => {
        const isInside = compare(fractionOf(answers[label].low), value) <= 0 && compare(value, fractionOf(answers[label].high)) <= 0;
        return isInside ? [] : [`key: ${seed} ${id} ${label} is ${answers[label].exact}`];
      });
    });
  });
}
