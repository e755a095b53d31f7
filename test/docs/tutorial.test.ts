import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runIn } from '../cli/fake-terminal.js';

const PAGE = readFileSync(new URL('../../docs/tutorial.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');

/** The fenced blocks of the page, in their order: files, lines that replace others, and commands. */
const blocks = [...PAGE.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(([, kind = '', what = '', text = '']) => ({
  kind,
  what,
  text,
}));

it('docs/tutorial.md can be followed from an empty folder to printed pages', async () => {
  const start = mkdtempSync(path.join(tmpdir(), 'reckoner-tutorial-'));
  onTestFinished(() => rmSync(start, { recursive: true, force: true }));
  let folder = start;
  const said: string[] = [];
  for (const { kind, what, text } of blocks) {
    const [action = '', file = ''] = what.split('=');
    if (action === 'file') {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    } else if (action === 'replace') replaceLines(path.join(folder, file), text);
    else if (kind === 'sh' && action !== 'preview') {
      for (const line of text.trim().split('\n')) {
        if (line.startsWith('cd ')) {
          folder = path.join(folder, line.slice(3));
          continue;
        }
        const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1);
        const { exitCode, out, error } = await runIn(folder, words);
        expect([line, exitCode, words[0] === 'check' ? error : '']).toEqual([line, 0, '']);
        said.push(out);
      }
    }
  }
  const all = said.join('');
  expect(all.match(/0 errors, 0 warnings/g)?.length).toBeGreaterThanOrEqual(2);
  // 10 visits at 30 yuan are 300 yuan; 300 − 240 = 60; 60 ÷ 300 = 20 %.
  expect(all).toMatch(/0\.2|20 ?%/);
  const words = readFileSync(path.join(folder, 'chapters/01-first-offer/en.md'), 'utf8');
  expect(words).toContain('pool.saving_share: saving share');
  for (const file of ['01-first-offer.en.student.a4.pdf', '01-first-offer.en.teacher.a4.pdf', 'handout.en.pdf'])
    expect(readFileSync(path.join(folder, 'out', file)).length).toBeGreaterThan(1000);
  expect(readFileSync(path.join(folder, 'class', 'handouts.pdf')).length).toBeGreaterThan(1000);
});

/** Each line stands in place of the one that begins alike. */
function replaceLines(file: string, text: string): void {
  const replaced = text
    .trimEnd()
    .split('\n')
    .reduce(
      (whole, line) => {
        const key = line.slice(0, line.indexOf(':') + 1);
        expect(whole).toContain(`\n${key}`);
        return whole.replace(new RegExp(`^${key}.*$`, 'm'), () => line);
      },
      readFileSync(file, 'utf8'),
    );
  writeFileSync(file, replaced);
}
