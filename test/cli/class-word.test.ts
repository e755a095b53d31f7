import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { documentXml, parseXml, partsOf, textOf } from '../render/docx/word-file.js';
import { classWorkbook, readBytes } from './class-workbook.js';
import { runIn } from './fake-terminal.js';

const MAKE = ['class', 'roster.csv', '--seed', 'spring', '--out', 'set'];
const WORD = [...MAKE, '--format', 'docx'];

function bytesBelow(folder: string): ReadonlyMap<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  return new Map(paths.map((file) => [file, readBytes(folder, file)]));
}

const readJson = (folder: string, file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));

/** The words of a Word file and of its foot, with plain spaces. */
function wordsOf(folder: string, file: string): string {
  const bytes = readFileSync(path.join(folder, file));
  const foot = partsOf(bytes).get('word/footer1.xml') ?? '';
  return `${textOf(documentXml(bytes))}\n${textOf(parseXml(foot))}`.replace(/[\u00a0\u202f]/g, ' ');
}

/** A fraction of whole numbers as text with two places, halves away from zero. */
function twoPlaces(over: number, under: number): string {
  const hundredths = Math.floor((200 * over + under) / (2 * under));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

describe('Word files of a class', () => {
  it('show each student the figures from which the key follows, with name, class and check code', async () => {
    const folder = classWorkbook();
    const run = await runIn(folder, [...WORD, '--solutions']);
    expect([run.error, run.exitCode]).toEqual(['', 0]);
    const key = readJson(folder, 'set/key.json');
    const asked = new Set<string>();
    for (const { id, name, group, code, answers } of key.students) {
      const words = wordsOf(folder, `set/handouts/${id}.docx`);
      const [sentence = '', spend = '', rate = ''] = /spends ([\d ]+) yuan; (\d+)% are taken/.exec(words) ?? [];
      const hundreds = Number(spend.replace(' ', '')) * Number(rate);
      // Rates are whole per cent: a hundredth of spend times rate, and a third of that.
      expect([answers['1.1'].shown, answers['1.2'].shown]).toEqual([twoPlaces(hundreds, 100), twoPlaces(hundreds, 300)]);
      expect([name, group, code].filter((part) => !words.includes(part))).toEqual([]);
      expect(wordsOf(folder, `set/solutions/${id}.docx`)).toContain(`third of the part:  ${answers['1.2'].shown.replace(/\.00$/, '')} `);
      asked.add(sentence);
    }
    expect(asked.size).toBe(3);
    const keyWords = wordsOf(folder, 'set/key.docx');
    expect(
      key.students.filter(({ name, code }: Record<string, string>) => !keyWords.includes(`${name} `) || !keyWords.includes(code ?? '')),
    ).toEqual([]);
  });

  it('take the place of PDFs; beside them stands a spreadsheet, and the manifest vouches for all', async () => {
    const folder = classWorkbook();
    expect((await runIn(folder, [...MAKE, '--format', 'xlsx,docx'])).exitCode).toBe(0);
    expect([...bytesBelow(path.join(folder, 'set')).keys()]).toEqual([
      'answers.csv',
      'class.xlsx',
      'handouts/01.docx',
      'handouts/02.docx',
      'handouts/03.docx',
      'key.csv',
      'key.docx',
      'key.json',
      'manifest.json',
    ]);
    const [figures] = await readSheets(path.join(folder, 'set/class.xlsx'));
    expect(figures?.data.slice(2).map((row) => row[0])).toEqual(['01', '02', '03']);
    expect((await runIn(folder, ['verify', 'set'])).exitCode).toBe(0);
    writeFileSync(path.join(folder, 'set/handouts/02.docx'), 'changed');
    rmSync(path.join(folder, 'set/class.xlsx'));
    const run = await runIn(folder, ['verify', 'set']);
    expect(run.exitCode).toBe(1);
    expect(run.error).toContain('class.xlsx is missing');
    expect(run.error).toContain('handouts/02.docx is not as it was made');
  });

  it('are the same bytes in parts and joined, in one go, and where some were lost', async () => {
    const [whole, parts] = [classWorkbook(), classWorkbook()];
    const both = [...MAKE, '--format', 'pdf,docx,xlsx'];
    await runIn(whole, both);
    for (const shard of ['1/2', '2/2']) expect((await runIn(parts, [...both, '--shard', shard])).exitCode).toBe(0);
    expect((await runIn(parts, [...both, '--merge'])).exitCode).toBe(0);
    const expected = bytesBelow(path.join(whole, 'set'));
    expect([...bytesBelow(path.join(parts, 'set'))]).toEqual([...expected]);
    for (const file of ['handouts/02.docx', 'handouts/03.pdf', 'key.docx']) rmSync(path.join(parts, 'set', file));
    expect((await runIn(parts, both)).exitCode).toBe(0);
    expect([...bytesBelow(path.join(parts, 'set'))]).toEqual([...expected]);
  });

  it('are missing from a merge of parts that were made without them', async () => {
    const folder = classWorkbook();
    for (const shard of ['1/2', '2/2']) await runIn(folder, [...MAKE, '--shard', shard]);
    const run = await runIn(folder, [...WORD, '--merge']);
    expect([run.exitCode, run.error.includes('3 handouts of 3 are not here')]).toEqual([2, true]);
  });

  it('are added to a set of PDFs, which stay as they were and are not taken away unasked', async () => {
    const folder = classWorkbook();
    await runIn(folder, MAKE);
    const before = bytesBelow(path.join(folder, 'set'));
    const alone = await runIn(folder, WORD);
    expect([alone.exitCode, alone.error.includes('Its files in pdf would be taken away; name these under `--format`, too.')]).toEqual([
      2,
      true,
    ]);
    expect([...bytesBelow(path.join(folder, 'set'))]).toEqual([...before]);
    expect((await runIn(folder, [...MAKE, '--format', 'pdf,docx'])).exitCode).toBe(0);
    const after = bytesBelow(path.join(folder, 'set'));
    expect([...before].filter(([file, bytes]) => file !== 'manifest.json' && after.get(file) !== bytes)).toEqual([]);
    expect(after.has('handouts/03.docx')).toBe(true);
    expect((await runIn(folder, [...WORD, '--replace'])).exitCode).toBe(0);
    expect([...bytesBelow(path.join(folder, 'set')).keys()].filter((file) => file.endsWith('.pdf'))).toEqual([]);
  });

  it('that a teacher has changed are not written over unasked', async () => {
    const folder = classWorkbook();
    await runIn(folder, WORD);
    const made = readBytes(folder, 'set/handouts/02.docx');
    writeFileSync(path.join(folder, 'set/handouts/02.docx'), 'with a question more');
    const run = await runIn(folder, WORD);
    expect(run.exitCode).toBe(2);
    expect(run.error).toContain('Changed since they were made: handouts/02.docx; copy what is to stay.');
    expect(readBytes(folder, 'set/handouts/02.docx')).toBe('with a question more');
    expect((await runIn(folder, [...WORD, '--replace'])).exitCode).toBe(0);
    expect(readBytes(folder, 'set/handouts/02.docx')).toBe(made);
  });

  it.each([
    ['html', 'There is no format of class sets `html`.', 'Known: pdf, docx, xlsx.'],
    ['docs', 'There is no format of class sets `docs`.', 'Did you mean `docx`?'],
    ['xlsx', '`--format xlsx` alone makes no handouts.', 'Write `--format pdf,xlsx`'],
  ])('of another kind are not made: --format %s', async (format, says, hint) => {
    const folder = classWorkbook();
    const run = await runIn(folder, [...MAKE, '--format', format]);
    expect([run.exitCode, run.error.includes(says), run.error.includes(hint)]).toEqual([2, true, true]);
    expect(readdirSync(folder)).not.toContain('set');
  });
});
