import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import writeSheets from 'write-excel-file/node';
import { classWorkbook, ROSTER, readBytes } from './class-workbook.js';
import { runIn } from './fake-terminal.js';

const MAKE = ['class', 'roster.csv', '--seed', 'spring', '--out', 'set'];

/** Every file below the folder, with its bytes. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  return new Map(paths.map((file) => [file, readBytes(folder, file)]));
}

describe('reckoner class', () => {
  it('makes a handout for each student, one file for the copier, keys and a manifest', async () => {
    const folder = classWorkbook();
    const run = await runIn(folder, [...MAKE, '--solutions', '--duplex']);
    expect([run.error, run.exitCode]).toEqual(['', 0]);
    const made = filesBelow(path.join(folder, 'set'));
    expect([...made.keys()]).toEqual([
      'answers.csv',
      'handouts.pdf',
      'handouts/01.pdf',
      'handouts/02.pdf',
      'handouts/03.pdf',
      'key.csv',
      'key.json',
      'key.pdf',
      'manifest.json',
      'solutions.pdf',
      'solutions/01.pdf',
      'solutions/02.pdf',
      'solutions/03.pdf',
    ]);
    const manifest = JSON.parse(readFileSync(path.join(folder, 'set/manifest.json'), 'utf8'));
    expect(manifest.students.map(({ id, name }: { id: string; name: string }) => `${id} ${name}`)).toEqual([
      '01 Ann',
      '02 Ben',
      '03 王小明',
    ]);
  });

  it('gives the same bytes in parts and joined, in one go, and again from the beginning', async () => {
    const whole = classWorkbook();
    const parts = classWorkbook();
    await runIn(whole, MAKE);
    for (const shard of ['2/2', '1/2']) expect((await runIn(parts, [...MAKE, '--shard', shard])).exitCode).toBe(0);
    expect(existsSync(path.join(parts, 'set/manifest.json'))).toBe(false);
    expect((await runIn(parts, [...MAKE, '--merge'])).exitCode).toBe(0);
    const expected = filesBelow(path.join(whole, 'set'));
    expect([...filesBelow(path.join(parts, 'set'))]).toEqual([...expected]);
    expect((await runIn(whole, MAKE)).exitCode).toBe(0);
    expect([...filesBelow(path.join(whole, 'set'))]).toEqual([...expected]);
  });

  it('names the handouts that a merge lacks', async () => {
    const folder = classWorkbook();
    await runIn(folder, [...MAKE, '--shard', '1/2']);
    const run = await runIn(folder, [...MAKE, '--merge']);
    expect(run.exitCode).toBe(2);
    expect(run.error).toContain('1 handout of 3 is not here: 02.');
  });

  it('goes on after a stop: whole files are kept, torn records and changed files are made anew', async () => {
    const folder = classWorkbook();
    await runIn(folder, MAKE);
    const expected = filesBelow(path.join(folder, 'set'));
    const set = path.join(folder, 'set');
    const { students } = JSON.parse(readFileSync(path.join(set, 'manifest.json'), 'utf8'));
    const { answers } = JSON.parse(readFileSync(path.join(set, 'key.json'), 'utf8')).students[0];
    for (const file of ['manifest.json', 'key.pdf', 'handouts/02.pdf']) rmSync(path.join(set, file));
    writeFileSync(path.join(set, 'handouts/03.pdf'), 'half');
    writeFileSync(path.join(set, 'handouts/.02.pdf.0123456789abcdef.reckoner-tmp'), 'half');
    const { name: _, group: __, language: ___, size: ____, ...record } = students[0];
    mkdirSync(path.join(set, 'parts'));
    const body = JSON.stringify({ ...record, answers });
    const checksum = createHash('sha256').update(body).digest('hex');
    writeFileSync(path.join(set, 'parts/whole.jsonl'), `${body.slice(0, -1)},"checksum":"${checksum}"}\n`);
    appendFileSync(path.join(set, 'parts/whole.jsonl'), JSON.stringify(students[1]).slice(0, 40));
    expect((await runIn(folder, MAKE)).exitCode).toBe(0);
    expect([...filesBelow(set)]).toEqual([...expected]);
  });

  it('changes no other handout when a student joins or the order changes', async () => {
    const [before, after] = [classWorkbook(), classWorkbook('name,id,group\nDan,04,7A\n王小明,03,7B\nBen,02,7A\nAnn,01,7A\n')];
    await runIn(before, MAKE);
    await runIn(after, MAKE);
    for (const id of ['01', '02', '03']) {
      expect(readBytes(after, `set/handouts/${id}.pdf`) === readBytes(before, `set/handouts/${id}.pdf`)).toBe(true);
    }
  });

  it('does not overwrite a finished set with other numbers unasked', async () => {
    const folder = classWorkbook();
    await runIn(folder, MAKE);
    const before = readBytes(folder, 'set/key.csv');
    const other = ['class', 'roster.csv', '--seed', 'autumn', '--out', 'set'];
    const run = await runIn(folder, other);
    expect([
      run.exitCode,
      run.error.includes('it holds a finished set with the seed spring (3 students, shares). Other now: the seed (autumn).'),
    ]).toEqual([2, true]);
    expect(readBytes(folder, 'set/key.csv')).toBe(before);
    expect((await runIn(folder, [...other, '--replace'])).exitCode).toBe(0);
    expect(readBytes(folder, 'set/key.csv')).not.toBe(before);
  });

  it.each([
    ['a broken spreadsheet', 'PK\u0003\u0004', 'roster.csv is packed like a spreadsheet but cannot be read as one.'],
    ['a web page', '<html><table></table></html>', 'roster.csv is a web page with the name of a table.'],
    ['an empty list', 'id,name\n', 'roster.csv has no students.'],
    ['bytes of no text', 'id,name\u0000', 'no text in UTF-8, UTF-16 or GB 18030'],
  ])('asks for another class list in place of %s', async (_, roster, says) => {
    const folder = classWorkbook(roster);
    const run = await runIn(folder, MAKE);
    expect([run.exitCode, run.error.includes(says), existsSync(path.join(folder, 'set'))]).toEqual([2, true, false]);
  });

  it('reports every bad row and makes nothing', async () => {
    const folder = classWorkbook(`${ROSTER}01,Again,\n../../x,Out,\n09,=cmd(),\n`);
    const run = await runIn(folder, MAKE);
    expect(run.exitCode).toBe(1);
    expect(run.error.match(/error roster-\w+/g)).toEqual(['error roster-id', 'error roster-id', 'error roster-cell']);
    expect(existsSync(path.join(folder, 'set'))).toBe(false);
  });

  it('is verified against its manifest', async () => {
    const folder = classWorkbook();
    expect((await runIn(folder, ['verify', 'set'])).exitCode).toBe(2);
    await runIn(folder, MAKE);
    // Three handouts, the joined file, and the key in three forms.
    expect((await runIn(folder, ['verify', 'set'])).out).toBe('7 files of 3 students, seed spring: as they were made\n');
    appendFileSync(path.join(folder, 'set/key.csv'), '04,Dan\r\n');
    rmSync(path.join(folder, 'set/handouts/02.pdf'));
    writeFileSync(path.join(folder, 'set/handouts/99.pdf'), '');
    const run = await runIn(folder, ['verify', 'set']);
    expect([run.exitCode, run.error.trim().split('\n')]).toEqual([
      1,
      ['key.csv is not as it was made', 'handouts/02.pdf is missing', 'handouts/99.pdf belongs to no student of this set'],
    ]);
  });

  it('is marked from typed answers', async () => {
    const folder = classWorkbook();
    await runIn(folder, MAKE);
    const { students } = JSON.parse(readFileSync(path.join(folder, 'set/key.json'), 'utf8'));
    const right = students.map(({ id, answers }: { id: string; answers: Record<string, { shown: string }> }) => [
      id,
      answers['1.1']?.shown,
      answers['1.2']?.shown,
    ]);
    writeFileSync(path.join(folder, 'typed.csv'), `id,1.1,1.2\n${right[0]}\n${right[1][0]},${right[1][1]},0\n77,1,2\n`);
    const run = await runIn(folder, ['mark', 'set', 'typed.csv']);
    expect([run.exitCode, run.out.split('\n')[1]]).toEqual([0, 'Not handed in: 03']);
    expect(run.error).toContain('No student of this set has the id `77`');
    // Two marks for two figures.
    expect(readFileSync(path.join(folder, 'set/marks/students.csv'), 'utf8').split('\r\n').slice(1, 4)).toEqual([
      '01,Ann,7A,yes,2,2,2,',
      '02,Ben,7A,yes,1,2,1,',
      '03,王小明,7B,no,,2,,',
    ]);
    expect(existsSync(path.join(folder, 'set/marks/marks.pdf'))).toBe(true);
    writeFileSync(
      path.join(folder, 'chapters/01-shares/en.md'),
      `${readFileSync(path.join(folder, 'chapters/01-shares/en.md'), 'utf8')}\nMore.\n`,
    );
    expect((await runIn(folder, ['mark', 'set', 'typed.csv'])).error).toContain('The chapters have changed since this set was made');
  });

  it('says at once that a list is longer than the space, and asks for leave', async () => {
    // 20 amounts with 4 rates, without the one pair that the chapter prints; thirds never lie on a tie.
    const rows = Array.from({ length: 100 }, (_, index) => `${index + 1},Name ${index + 1}\n`).join('');
    const folder = classWorkbook(`id,name\n${rows}`);
    const run = await runIn(folder, MAKE);
    expect([run.exitCode, existsSync(path.join(folder, 'set'))]).toEqual([1, false]);
    expect(run.error).toContain(
      '100 students, 79 variants of `take` in shares.\nhint: Widen `vary:` of this example, or allow it with `--allow-repeats`.',
    );
  });

  it('takes the class list and the answers as spreadsheets, and says which sheet it read', async () => {
    const folder = classWorkbook();
    const sheets = [
      {
        sheet: 'List',
        data: [
          ['学号', '姓名'],
          ['007', '王小明'],
          [12, 'Ann'],
        ],
      },
      { sheet: 'Notes', data: [['x']] },
    ];
    writeFileSync(path.join(folder, 'roster.xlsx'), await writeSheets(sheets).toBuffer());
    const made = await runIn(folder, ['class', 'roster.xlsx', ...MAKE.slice(2)]);
    expect([made.exitCode, made.error]).toEqual([0, 'roster.xlsx: the sheet “List” is read; not read: Notes.\n']);
    const { students } = JSON.parse(readFileSync(path.join(folder, 'set/key.json'), 'utf8'));
    const [wang, ann] = students.map(({ answers }: { answers: Record<string, { shown: string }> }) => Number(answers['1.1']?.shown));
    const { code } = students[0];
    // As a spreadsheet hands it back: the zeros of 007 are gone, and the code tells whose row it is.
    const typed = [
      ['id', 'name', 'code', 1.1, 1.2],
      [7, '王小明', code, wang, '＝1＋1'],
      [12, 'Ann', null, `${ann}元`, null],
    ];
    writeFileSync(path.join(folder, 'typed.xlsx'), await writeSheets(typed).toBuffer());
    const run = await runIn(folder, ['mark', 'set', 'typed.xlsx']);
    expect([run.exitCode, run.error, run.out.split('\n').slice(1, 3)]).toEqual([
      0,
      '',
      ['Empty (1): 12 1.2', 'No number (1): 007 1.2 “＝1＋1”'],
    ]);
    const marks = readFileSync(path.join(folder, 'set/marks/answers.csv'), 'utf8').split('\r\n').slice(1, 5);
    expect(
      marks.map((line) =>
        line
          .replace(/"[^"]*"/, 'a reason')
          .split(',')
          .slice(0, 7),
      ),
    ).toEqual([
      ['007', '王小明', '1.1', 'shares.take', String(wang), '', 'right'],
      ['007', '王小明', '1.2', 'shares.take', "'＝1＋1", 'a reason', 'unreadable'],
      ['12', 'Ann', '1.1', 'shares.take', `${ann}元`, '', 'right'],
      ['12', 'Ann', '1.2', 'shares.take', '', '', 'empty'],
    ]);
  });

  it('needs a seed, and parts that exist', async () => {
    const folder = classWorkbook();
    const without = await runIn(folder, ['class', 'roster.csv']);
    expect([without.exitCode, without.error.includes('A class set needs a seed.')]).toEqual([2, true]);
    for (const shard of ['0/2', '3/2', '1', 'x/y']) expect((await runIn(folder, [...MAKE, '--shard', shard])).exitCode).toBe(2);
  });
});
