// Class lists: as schools export them, with what goes wrong on the way.

import { readRoster } from '../../dist/classroom/index.js';
import { readTableFile } from '../../dist/cli/class/roster-file.js';
import { ROSTER, WORKBOOK } from '../small-workbook.mjs';
import { changeText, hostileWord, spoiltBytes } from './change-text.mjs';
import { spoiltSpreadsheet, spreadsheetOf } from './spreadsheet.mjs';

const HEADS = [
  ['id', 'name'],
  ['学号', '姓名'],
  ['Id', ' Name ', 'group'],
  ['学籍号', '学生姓名', '班级', '语言'],
  ['ｉｄ', 'ｎａｍｅ', 'size', 'number'],
  ['id', 'name', 'lang', 'size'],
  ['name', 'id', 'number'],
];
const NAMES = [
  'Ann',
  '王小明',
  "O'Neil",
  'Łukasz',
  'Nguyễn Văn',
  'Müller, Jo',
  'a"b',
  '𠮷田',
  'Zoë',
  '李　雷',
  'x;y',
  'long '.repeat(12).trim(),
];
const CELLS = [
  '',
  '=1+1',
  '+1',
  '-',
  '@x',
  '#N/A',
  '1月2日',
  '2-Jan',
  '1.2E+17',
  '../x',
  'CON',
  'con.txt',
  '007',
  '7',
  'ann',
  'ANN',
  '\u202e',
  '\u0000',
  '\u0085',
  'é',
  'é',
  ' ',
  "'",
  '"',
  'a/b',
  'a\\b',
  '.',
  '..',
  '-x',
  'zh',
  'en',
  'fr',
  'large',
  '大',
  '-1',
  '1e9',
  '99999999999',
  '１２',
];

export async function tableInput(chance) {
  const { rows, expected } = randomRows(chance);
  const isSheet = chance.maybe(0.5);
  const isSound = expected !== undefined && chance.maybe(0.5);
  const file = isSheet ? 'list.xlsx' : 'list.csv';
  const content = isSheet ? sheetBytes(rows, isSound, chance) : csvBytes(rows, isSound, chance);
  const files = { ...WORKBOOK, [file]: content };
  // The first of many parts is one handout, so that the list is read by the command and little is laid out.
  const words = ['class', file, '--seed', 's', '--jobs', '1', '--shard', '1/400'];
  const isRead = chance.maybe(0.75);
  const commands = isRead ? [] : [words];
  return {
    files,
    commands,
    outputs: ['class'],
    ...(isRead || isSound ? { check: (_, work) => read(file, work, isSound ? expected : undefined) } : {}),
  };
}

/** Reads the list as the command does, without a workbook. */
async function read(file, folder, expected) {
  const { UsageError } = await import('../../dist/cli/terminal/usage-error.js');
  const before = process.cpuUsage();
  try {
    const table = await readTableFile(file, { folder, error: () => {} });
    const { value, diagnostics } = readRoster(table, { languages: ['en', 'zh'], language: 'en' });
    const { user, system } = process.cpuUsage(before);
    const faults = diagnostics.filter(({ span }) => span === undefined).map(({ code, message }) => `no place: ${code}: ${message}`);
    if (user + system > 2_000_000) faults.push(`slow: ${(user + system) / 1000} ms to read a list`);
    if (expected === undefined) return faults;
    const found = JSON.stringify(value.map(({ id, name }) => [id, name]));
    return found === JSON.stringify(expected)
      ? faults
      : [...faults, `list: ${JSON.stringify(expected)} was read as ${found}: ${diagnostics[0]?.message}`];
  } catch (failure) {
    if (failure instanceof UsageError && expected === undefined) return failure.message === '' ? ['no message'] : [];
    return [`crash: ${failure.stack.split('\n').slice(0, 4).join(' ')}`];
  }
}

/** Rows with a head; `expected` is what should be read where nothing is wrong with them. */
function randomRows(chance) {
  const head = chance.one(HEADS);
  const count = chance.weighted([
    [6, chance.below(5)],
    [3, chance.below(60)],
    [1, 400],
  ]);
  const isOdd = chance.maybe(0.6);
  const plain = head.map((name) => name.normalize('NFKC').trim().toLowerCase());
  const [idAt, nameAt] = [
    plain.findIndex((name) => ['id', '学号', '学籍号'].includes(name)),
    plain.findIndex((name) => /name/.test(name) || /姓名/.test(name)),
  ];
  const rows = chance.times(count, (index) => {
    const row = head.map(() => '');
    row[idAt] = `${chance.one(['7A', 'x_', 's.', '学'])}-${index + 1}`;
    row[nameAt] = chance.one(NAMES);
    return row;
  });
  const expected = rows.map((row) => [row[idAt], row[nameAt]]);
  if (!isOdd) return { rows: [...(chance.maybe(0.3) ? [['Class 7A']] : []), head, ...rows], expected };
  for (const row of chance.some(rows, 6)) row[chance.below(row.length + 1)] = chance.maybe(0.8) ? chance.one(CELLS) : hostileWord(chance);
  const odd = chance.maybe(0.2) ? [head.slice(1), ...rows] : [head, ...rows];
  return { rows: odd };
}

function sheetBytes(rows, isSound, chance) {
  return isSound ? spreadsheetOf(rows, chance).bytes() : spoiltSpreadsheet(rows, chance);
}

const quoted = (cell, separator) => (cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function csvBytes(rows, isSound, chance) {
  const separator = chance.one([',', ';', '\t']);
  const text =
    rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator)).join(chance.one(['\n', '\r\n'])) + chance.one(['', '\n']);
  if (isSound) return Buffer.from(chance.maybe(0.5) ? `\ufeff${text}` : text);
  if (chance.maybe(0.3)) return spoiltBytes(text, chance);
  return Buffer.from(changeText(chance.maybe(0.2) ? ROSTER : text, chance));
}
