import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runIn } from './fake-terminal.js';
import { smallWorkbook, sumsWith } from './small-workbook.js';

describe('check', () => {
  it('prints a line for each chapter and ends with the counts', async () => {
    const { exitCode, out, error } = await runIn(smallWorkbook(), ['check']);
    expect(error).toBe('');
    expect(out).toBe(
      [
        'chapter    languages  exercises  claims by verdict',
        '---------  ---------  ---------  -----------------',
        '01-shares  en                 1  1 rounds-to',
        '',
        '1 chapter in en: 0 errors, 0 warnings',
        '',
      ].join('\n'),
    );
    expect(exitCode).toBe(0);
  });

  it('quotes the line of a mistake, relative to the working folder, and exits with 1', async () => {
    const folder = smallWorkbook({ '01-shares/sums.yaml': sumsWith('take / 3', 'tale / 3') });
    const { exitCode, error } = await runIn(folder, ['check']);
    expect(error).toContain('chapters/01-shares/sums.yaml:5:41: error known-name\n');
    expect(error).toContain('hint: Did you mean `take`?');
    expect(exitCode).toBe(1);
  });

  it('reports mistakes of several files in one run, each once, although two editions are made of them', async () => {
    const words = readSmall('en.md')
      .replace('deal.take: part taken', 'deal.tke: part taken')
      .replace('::: exercise first', '::: exercise frist');
    const { error } = await runIn(
      smallWorkbook({ '01-shares/sums.yaml': sumsWith('spend * rate', 'spend * rat'), '01-shares/en.md': words }),
      ['check'],
    );
    const headings = error.split('\n').filter((line) => /: error /.test(line));
    expect(headings.some((line) => line.startsWith('chapters/01-shares/sums.yaml:5:'))).toBe(true);
    expect(headings.some((line) => line.startsWith('chapters/01-shares/en.md:'))).toBe(true);
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('reports a file of 50 MB by its size, without reading it', async () => {
    const { exitCode, error } = await runIn(smallWorkbook({ '01-shares/en.md': 'x'.repeat(50_000_000) }), ['check']);
    expect(error).toContain('chapters/01-shares/en.md is 50.0 MB');
    expect(error.match(/error /g)).toHaveLength(1);
    expect(exitCode).toBe(1);
  });

  it('reports a chapter that workbook.yaml lists and nobody wrote', async () => {
    const workbook = 'title: { en: A }\nchapters: [01-share]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n';
    const { exitCode, error } = await runIn(smallWorkbook({ 'workbook.yaml': workbook }), ['check']);
    expect(error).toContain('chapters/workbook.yaml:2:12: error file-present');
    expect(error).toContain('hint: Did you mean `01-shares`?');
    expect(exitCode).toBe(1);
  });

  it('reads files that Windows editors write: line ends of two characters and a byte order mark', async () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const folder = smallWorkbook({
      '01-shares/sums.yaml': windows(readSmall('sums.yaml')),
      '01-shares/en.md': windows(readSmall('en.md')),
    });
    expect(await runIn(folder, ['check'])).toMatchObject({ exitCode: 0, error: '' });
  });

  it('prints JSON with places', async () => {
    const folder = smallWorkbook({ '01-shares/sums.yaml': sumsWith('take / 3', 'tale / 3') });
    const { out, error } = await runIn(folder, ['check', 'shares', '--json']);
    expect(error).toBe('');
    const printed = JSON.parse(out);
    expect(printed).toMatchObject({ reckoner: 1, command: 'check', ok: false, chapters: [{ chapter: 'shares', exercises: 1 }] });
    expect(printed.diagnostics[0]).toMatchObject({
      code: 'known-name',
      severity: 'error',
      file: 'chapters/01-shares/sums.yaml',
      line: 5,
      column: 41,
    });
  });
});

describe('explain', () => {
  it('prints each step with names, with figures, and the result', async () => {
    const { exitCode, out } = await runIn(smallWorkbook(), ['explain', 'deal.third', '--lang', 'en']);
    expect(out).toBe(
      [
        'deal.take  (part taken)',
        '  = spend * rate',
        '  = 1000 yuan * 0.2',
        '  = 200 yuan',
        '',
        'deal.third  (third of the part)',
        '  = take / 3',
        '  = 200 yuan / 3',
        '  = 66.6666666667 yuan (rounded)',
        '',
      ].join('\n'),
    );
    expect(exitCode).toBe(0);
  });

  it.each([
    ['en', '30 October 2026'],
    ['zh', '2026年10月30日'],
  ])('writes a date as the pages in %s do', async (lang, day) => {
    // 30 October has 30 days left to 29 November: 1 to the end of October and 29.
    const files = {
      '01-shares/sums.yaml': sumsWith('take / 3', 'take / 3, warned: 2026-11-29 - 30 day'),
      '01-shares/zh.md': readSmall('en.md'),
    };
    const { out } = await runIn(smallWorkbook(files), ['explain', 'deal.warned', '--lang', lang]);
    expect(out).toContain(`  = 2026-11-29 - 30 day\n  = ${day}\n`);
  });

  it('prints all 40 digits as JSON', async () => {
    const { value, steps } = JSON.parse((await runIn(smallWorkbook(), ['explain', 'deal.third', '--json'])).out);
    expect(value).toEqual({ amount: `66.${'6'.repeat(37)}7`, unit: 'yuan' });
    expect(steps.map(({ target }: { target: string }) => target)).toEqual(['deal.take', 'deal.third']);
  });

  it.each([
    ['deal.thrid', 'There is no `thrid` in deal.', 'Did you mean `reckoner explain shares "deal.third"`?'],
    ['del.third', 'There is no example `del`.', 'Did you mean `reckoner explain shares "deal.third"`?'],
    ['dael.thrid / deal.take', 'There is no example `dael`.', '`reckoner explain shares "deal.third / deal.take"`'],
    ['third', '`third` needs the name of its example.', '`reckoner explain shares "deal.third"`'],
    ['1 + 1', 'The formula names no quantity.', 'Ask for one, such as `reckoner explain shares "deal.spend"`.'],
    ['zzzzz.third', 'There is no example `zzzzz`.', 'Known in shares: deal.'],
  ])('refuses %s with the next step', async (formula, message, hint) => {
    const { exitCode, error } = await runIn(smallWorkbook(), ['explain', formula]);
    expect(error).toContain(message);
    expect(error).toContain(hint);
    expect(exitCode).toBe(2);
  });
});

describe('audit', () => {
  it('prints five questions', async () => {
    const { exitCode, out } = await runIn(smallWorkbook(), ['audit']);
    expect(out.split('\n').filter((line) => /^\d\. /.test(line))).toHaveLength(5);
    expect(out).toMatch(/deal\.third +66\.67 +66\.6666666667 yuan +rounds-to/);
    expect(exitCode).toBe(0);
  });

  it('prints amounts of JSON as decimal text', async () => {
    const { chapters } = JSON.parse((await runIn(smallWorkbook(), ['audit', '--json'])).out);
    // 66.666… − 66.67 = −0.00333…
    expect(chapters[0].figures[0]).toMatchObject({ claim: 'third', verdict: 'rounds-to', printed: { amount: '66.67', unit: 'yuan' } });
    expect(chapters[0].figures[0].difference).toMatch(/^-0\.003{30,}/);
  });

  it('says where each entry of a ledger is judged; a gap is a mistake only where workbook.yaml asks for it', async () => {
    const files = {
      'ledger.yaml':
        'entries:\n  - { id: A-1, document: A, lines: "3", kind: figure, en: A third. }\n  - { id: A-2, kind: question, en: Why? }\n',
      '01-shares/sums.yaml': sumsWith('expect: rounds-to', 'expect: rounds-to, ledger: A-1'),
    };
    const { exitCode, out } = await runIn(smallWorkbook(files), ['audit', '--json']);
    const judged = [{ chapter: 'shares', example: 'deal', claim: 'third', verdict: 'rounds-to', word: 'reproduced' }];
    expect(JSON.parse(out).ledger).toEqual([
      { id: 'A-1', document: 'A', lines: '3', kind: 'figure', judged, conflicts: [], notASum: [] },
      { id: 'A-2', kind: 'question', judged: [], conflicts: [], notASum: [] },
    ]);
    expect(exitCode).toBe(0);
    const asked = 'title: { en: T }\nchapters: [01-shares]\nlicence: L\npaper: a4\nversion: "1"\nledger: ledger.yaml\n';
    const failed = await runIn(smallWorkbook({ ...files, 'workbook.yaml': asked }), ['check']);
    expect(failed.error).toMatch(/ledger\.yaml:3:\d+: error ledger-covered/);
    expect(failed.exitCode).toBe(1);
    expect((await runIn(smallWorkbook({ ...files, 'workbook.yaml': asked }), ['check', 'shares'])).exitCode).toBe(0);
  });

  it.each([
    ['a folder is not listed', '[01-shares]', ['01-shares', '02-more']],
    ['a number is missing', '[01-shares, 03-last]', ['01-shares', '03-last']],
  ])('counts what a shortened workbook does not account for in one warning: %s', async (_, chapters, folders) => {
    const ids = [1, 2, 3].map((id) => `  - { id: A-${id}, document: A, lines: "${id}", kind: figure, en: Text. }\n`);
    const files = {
      'ledger.yaml': `entries:\n${ids.join('')}`,
      'workbook.yaml': `title: { en: T }\nchapters: ${chapters}\nlicence: L\npaper: a4\nversion: "1"\nledger: ledger.yaml\n`,
      ...Object.fromEntries(folders.map((folder) => [`${folder}/sums.yaml`, readSmall('sums.yaml')])),
      ...Object.fromEntries(folders.map((folder) => [`${folder}/en.md`, readSmall('en.md')])),
    };
    const { error, exitCode } = await runIn(smallWorkbook(files), ['check']);
    expect(error.match(/(error|warning) .*\n/g)).toEqual(['warning ledger-covered\n']);
    expect(error).toContain('`A-1` and 2 more of 3 entries are accounted for nowhere.');
    expect(exitCode).toBe(0);
  });

  it('misses a ledger that workbook.yaml names', async () => {
    const workbook = 'title: { en: T }\nchapters: [01-shares]\nlicence: L\npaper: a4\nversion: "1"\nledger: list.yaml\n';
    expect((await runIn(smallWorkbook({ 'workbook.yaml': workbook }), ['check'])).error).toMatch(/error file-present/);
  });
});

describe('the chapters that a command works on', () => {
  const empty = () => {
    const folder = smallWorkbook();
    rmSync(path.join(folder, 'chapters'), { recursive: true });
    return folder;
  };

  it('are those of the package where there are none near, and then it says so', async () => {
    const { error, out } = await runIn(empty(), ['explain', 'pool-price', 'ladder.kept']);
    expect(error).toMatch(/^There is no folder `chapters` here: the chapters of this package are used, .*chapters\.\n$/);
    expect(out).toContain('= 240 yuan');
  });

  it.each([['check'], ['audit'], ['explain', 'deal.take'], ['build'], ['stress'], ['class', 'roster.csv', '--seed', 's']])(
    'are never those of the package where a folder `chapters` is near: %s %s',
    async (...words) => {
      const folder = smallWorkbook();
      rmSync(path.join(folder, 'chapters/workbook.yaml'));
      for (const inside of ['', 'chapters', 'chapters/01-shares']) {
        const { error, out, exitCode } = await runIn(path.join(folder, inside), words);
        expect([exitCode, out]).toEqual([2, '']);
        expect(error).toMatch(/^reckoner: There is no workbook\.yaml in .*chapters\.\nhint: Write a workbook\.yaml there/);
      }
    },
  );

  it('are found from inside them', async () => {
    const folder = smallWorkbook();
    for (const inside of ['chapters', 'chapters/01-shares']) {
      const { error, out } = await runIn(path.join(folder, inside), ['explain', 'deal.take']);
      expect([error, out.includes('= 200 yuan')]).toEqual(['', true]);
    }
  });
});

describe('build', () => {
  it('writes a page for each edition, of the chapter and of the whole', async () => {
    const folder = smallWorkbook();
    const { exitCode, out, error } = await runIn(folder, ['build', '--format', 'html', '--out', 'made/here']);
    expect(error).toBe('');
    expect(readdirSync(path.join(folder, 'made/here')).sort()).toEqual([
      '01-shares.en.key.html',
      '01-shares.en.student.html',
      '01-shares.en.teacher.html',
      'workbook.en.key.html',
      'workbook.en.student.html',
      'workbook.en.teacher.html',
    ]);
    expect(out).toMatch(/01-shares +1 rounds-to +0\n/);
    expect(out).toMatch(/6 files in made.here; 0 errors, 0 warnings\n$/);
    expect(exitCode).toBe(0);
  });

  it('binds the pages of the chapters, laid out once, into the whole', async () => {
    const folder = smallWorkbook();
    const { out } = await runIn(folder, ['build', '--format', 'pdf', '--edition', 'student']);
    const [, chapter] = /01-shares\.en\.student\.a4\.pdf +(\d+)/.exec(out) ?? [];
    const [, whole] = /workbook\.en\.student\.a4\.pdf +(\d+)/.exec(out) ?? [];
    // Each part fills sheets: the cover one, the chapter its own, what follows it two pages, on names and on the book.
    expect(Number(whole)).toBe(2 + 2 * Math.ceil(Number(chapter) / 2) + 2);
    expect(readFileSync(path.join(folder, 'out', 'workbook.en.student.a4.pdf'), 'latin1')).toContain('/PageLabels');
  });

  it('makes only the chapter that is named', async () => {
    const folder = smallWorkbook();
    await runIn(folder, ['build', '1', '--format', 'html', '--edition', 'student']);
    expect(readdirSync(path.join(folder, 'out'))).toEqual(['01-shares.en.student.html']);
  });

  it('writes nothing when a chapter has a mistake', async () => {
    const folder = smallWorkbook({ '01-shares/sums.yaml': sumsWith('take / 3', 'tale / 3') });
    const { exitCode, error } = await runIn(folder, ['build', '--format', 'html']);
    expect(error).toMatch(/1 error, 0 warnings\. Nothing was written\.\n$/);
    expect(readdirSync(folder)).toEqual(['chapters']);
    expect(exitCode).toBe(1);
  });

  it('shows progress on a terminal, erases it, and shows none in a pipe', async () => {
    const folder = smallWorkbook();
    const words = ['build', '--format', 'html', '--edition', 'student'];
    const { error } = await runIn(folder, words, { interactive: true });
    expect(error).toMatch(/1 of 2 {2}01-shares\.en\.student\.html.*2 of 2/s);
    // A carriage return, then "erase to the end of the line" (ECMA-48, EL).
    expect(error.endsWith('\r\u001b[K')).toBe(true);
    expect((await runIn(folder, words)).error).toBe('');
  });

  it('says when the folder cannot be made, and leaves no temporary file', async () => {
    const folder = smallWorkbook();
    writeFileSync(path.join(folder, 'out'), 'a file');
    const { exitCode, error } = await runIn(folder, ['build', '--format', 'html']);
    expect(error).toMatch(/^reckoner: Cannot write .*01-shares\.en\.student\.html: .*file/);
    expect(error).toContain('hint: Choose another folder with `--out`.');
    expect(readdirSync(folder).sort()).toEqual(['chapters', 'out']);
    expect(exitCode).toBe(2);
  });
});

describe('wrong usage', () => {
  it.each([
    [['check', 'shaers'], 'There is no chapter `shaers`.', 'hint: Did you mean `shares`?'],
    [['build', '--lang', 'fr'], 'There is no language `fr`.', 'hint: Known: en.'],
    [['build', '--edition', 'student,techer'], 'There is no edition `techer`.', 'hint: Did you mean `teacher`?'],
    [['build', '--paper', 'a5'], 'There is no paper `a5`.', 'hint: Did you mean `a4`?'],
    [['build', '--workbook', 'nowhere'], 'There is no workbook.yaml in', ''],
    [['bild'], "unknown command 'bild'", 'Did you mean build?'],
    [['build', '--langs', 'en'], "unknown option '--langs'", 'Did you mean --lang?'],
    [['explain'], "missing required argument 'words'", ''],
    [['explain', 'deal.take', '+', 'deal.third'], 'A formula with spaces is one argument.', '`reckoner explain "deal.take + deal.third"`'],
  ])('%j is told with the nearest that exists', async (words, message, hint) => {
    const { exitCode, out, error } = await runIn(smallWorkbook(), words);
    expect(error).toContain(message);
    expect(error).toContain(hint);
    expect(out).toBe('');
    expect(exitCode).toBe(2);
  });
});

describe('help and version', () => {
  it.each(['build', 'check', 'explain', 'audit'])('`%s --help` ends with an example', async (command) => {
    const { exitCode, out } = await runIn(smallWorkbook(), [command, '--help']);
    expect(out).toMatch(new RegExp(`\\nExamples:\\n {2}reckoner ${command}`));
    expect(exitCode).toBe(0);
  });

  it('prints the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await runIn(smallWorkbook(), ['--version'])).toEqual({ exitCode: 0, out: `${version}\n`, error: '' });
  });
});

function readSmall(file: string): string {
  return readFileSync(path.join(smallWorkbook(), 'chapters', '01-shares', file), 'utf8');
}
