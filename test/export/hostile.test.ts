import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { EXPORT_FORMATS, type ExportedFile, type ExportFormatName } from '../../src/export/index.js';
import { exportOrder } from './export-order.js';
import { giftQuestions } from './gift-double.js';
import { HOSTILE, hostileBank, REPLACED } from './hostile-bank.js';
import { importMoodle } from './moodle-double.js';
import { allOf, readXml, textOfHtml } from './xml.js';

const known = new Map<string, readonly ExportedFile[]>();
const make = (name: ExportFormatName, text: string, profile?: string): readonly ExportedFile[] => {
  const key = [name, profile, text].join();
  const files = known.get(key) ?? EXPORT_FORMATS[name].make(exportOrder([hostileBank(text)], profile));
  known.set(key, files);
  return files;
};
const unpacked = (name: ExportFormatName, text: string, profile?: string) =>
  Object.fromEntries(
    Object.entries(unzipSync(make(name, text, profile)[0]?.content as Uint8Array)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );

describe.each(HOSTILE)('the text %s arrives as it stands', (text) => {
  it('in Moodle XML', () => {
    const questions = importMoodle(String(make('moodle', text)[0]?.content));
    expect(questions.map(({ type }) => type)).toContain('cloze');
    for (const question of questions) {
      expect(question.name).toBe(text);
      // In a paragraph, a list and a table, strong and as code.
      expect(question.text.split(text)).toHaveLength(1 + 8);
      const options = question.fields.filter(({ kind }) => kind === 'MULTICHOICE').flatMap(({ answers }) => answers);
      for (const option of options) expect(option.text).toBe(text);
      for (const option of options.filter(({ fraction }) => fraction === 0)) expect(option.feedback).toBe(`${text}: ${text}${text}`);
      for (const { kind, answers } of question.fields) if (kind === 'SHORTANSWER') expect(answers.map((one) => one.text)).toEqual([text]);
      // No field was made of a text, and none was lost.
      expect(question.fields.every(({ answers }) => answers.filter(({ fraction }) => fraction === 1).length >= 1)).toBe(true);
    }
    const pairs = questions.flatMap(({ xml }) => allOf(xml, 'subquestion'));
    expect(pairs.map(({ children: [left, answer] }) => [textOfHtml(left?.text ?? ''), answer?.text])).toEqual(
      pairs.map(() => [text + text, text + text]),
    );
  });

  test.each([undefined, '2.1'])('in QTI %s', (profile) => {
    const files = unpacked('qti', text, profile);
    const items = Object.entries(files)
      .filter(([path]) => path.startsWith('items/'))
      .map(([, content]) => readXml(content));
    for (const item of items) {
      expect(item.attributes.title).toBe(text);
      const body = item.children.find(({ name }) => /^(qti-item-body|itemBody)$/.test(name));
      expect(body?.children.filter(({ name }) => name === 'p')[0]?.text).toBe(text + text);
      for (const name of ['qti-inline-choice', 'inlineChoice', 'qti-simple-choice', 'simpleChoice'])
        for (const choice of allOf(item, name)) expect(choice.text).toBe(text);
    }
    expect(readXml(files['test.xml'] ?? '').attributes.title).toBe(text);
  });

  it('in QTI 1.2 for Canvas', () => {
    const files = Object.values(unpacked('qti', text, 'canvas')).map(readXml);
    const texts = files.flatMap((file) => allOf(file, 'mattext'));
    for (const { attributes, text: inside } of texts) {
      const plain = attributes.texttype === 'text/html' ? textOfHtml(inside) : inside;
      expect(plain).toContain(text);
    }
    expect(texts.length).toBeGreaterThan(20);
  });

  it('in GIFT', () => {
    const questions = giftQuestions(String(make('gift', text)[0]?.content));
    expect(questions).toHaveLength(make('gift', text)[0]?.items ?? 0);
    for (const question of questions) {
      expect(question.title.startsWith(text)).toBe(true);
      expect(textOfHtml(question.html).split(text).length).toBeGreaterThanOrEqual(1 + 8);
      for (const option of question.options) expect(textOfHtml(option)).toBe(text);
      for (const word of question.words) expect(word).toBe(text);
    }
  });

  it('in the table of questions', () => {
    const [xlsx, csv] = make('table', text);
    const sheet = readXml(strFromU8(unzipSync(xlsx?.content as Uint8Array)['xl/worksheets/sheet1.xml'] as Uint8Array));
    const rows = allOf(sheet, 'row').map((row) => allOf(row, 't').map((cell) => cell.text));
    // Every cell is text: none has a formula or a value of another type.
    expect(allOf(sheet, 'f')).toEqual([]);
    expect(new Set(allOf(sheet, 'c').map(({ attributes }) => attributes.t))).toEqual(new Set(['inlineStr']));
    for (const [, question = '', options = ''] of rows.slice(1)) {
      expect(question.split('\n')[0]).toBe(text);
      if (options !== '') expect(options).toContain(`A. ${text}`);
    }
    const table = csvRows(String(csv?.content).replace(/^\ufeff/, ''));
    expect(table).toHaveLength(rows.length);
    // A cell that a spreadsheet would run has a sign before it; every other one stands as it is.
    for (const row of table.slice(1)) expect(row[1]?.replace(/^'/, '').startsWith(text)).toBe(true);
    for (const row of table) for (const cell of row) expect(cell).not.toMatch(/^\s*[=@]/);
  });
});

it('what XML cannot hold is replaced, and the file is read all the same', () => {
  const text = 'a\u0000b\u0001c\u000bd\uFFFEe\uD800f';
  const replaced = `a${REPLACED}b${REPLACED}c${REPLACED}d${REPLACED}e${REPLACED}f`;
  for (const { name, text: shown } of importMoodle(String(make('moodle', text)[0]?.content))) {
    expect(name).toBe(replaced);
    expect(shown).toContain(replaced);
  }
  for (const [path, content] of Object.entries(unpacked('qti', text)))
    if (path.startsWith('items/')) expect(readXml(content).attributes.title).toBe(replaced);
});

/** Cells in quotes or bare, parted by commas, a row a line (RFC 4180). */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, text.endsWith('\r\n') ? -1 : undefined);
}
