import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runCheckWatching } from '../../src/cli/commands/check.js';
import { runIn } from './fake-terminal.js';
import { smallWorkbook } from './small-workbook.js';

function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-author-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('a new workbook checks without errors in both languages, and holds no words of its own about paths', async () => {
  const folder = emptyFolder();
  expect((await runIn(folder, ['new', 'spring course'])).exitCode).toBe(0);
  const own = path.join(folder, 'spring course');
  expect(readFileSync(path.join(own, 'chapters/workbook.yaml'), 'utf8')).toContain('title: { en: "spring course", zh: "spring course" }');
  const { exitCode, out, error } = await runIn(own, ['check']);
  expect([exitCode, error]).toEqual([0, '']);
  expect(out).toContain('1 chapter in en, zh: 0 errors, 0 warnings');
});

it('nothing is written into a folder that holds something, nor for an unknown language', async () => {
  const folder = emptyFolder();
  writeFileSync(path.join(folder, 'thesis.txt'), '');
  const inside = await runIn(folder, ['new', '.']);
  expect([inside.exitCode, inside.error]).toEqual([2, expect.stringContaining('is not empty')]);
  expect((await runIn(folder, ['new', 'a', '--lang', 'fr'])).exitCode).toBe(2);
});

const SUMS = `units: [cup]
examples:
  queue:
    givens: { order_price: { is: 30 yuan/cup, supposed: true }, orders: { is: 4 cup, supposed: true } }
    unstated: { kept_share: 60% }
    steps: { paid: order_price * orders, kept_money: paid * kept_share }
    claims:
      all: { printed: 120 yuan, of: paid, expect: exact }
    money:
      - guest -> tea_shop: paid
exercises:
  pay: { compute: [queue.paid, queue.kept_money], marks: 2, level: basic }
  who: { money: queue, marks: 2, level: standard }
  say: { explain: true, lines: 3, marks: 2, level: challenge }
`;

const HEAD = 'title: Queue\ngoal: You wait.\nminutes: 45\n';

/** A workbook of one chapter in English, whose words are `head` and `body`. */
async function workbook(head: string, body: string) {
  const folder = emptyFolder();
  await runIn(folder, ['new', 'w', '--lang', 'en']);
  const own = path.join(folder, 'w');
  const at = (file: string) => path.join(own, 'chapters/01-first-offer', file);
  writeFileSync(at('sums.yaml'), SUMS);
  writeFileSync(at('en.md'), `---\n${head}---\n${body}`);
  return { run: (...words: readonly string[]) => runIn(own, words), read: (file: string) => readFileSync(at(file), 'utf8') };
}

it('words adds every line that is missing in its place, and a second run adds nothing', async () => {
  const { run, read } = await workbook(
    `${HEAD}names:\n  queue.paid: paid in all\nmaterials: [Pens]\n`,
    '\n::: exercise who\nWho pays?\n:::\n\n::: hint who\nLook.\n:::\n',
  );
  const first = await run('words');
  expect([first.exitCode, first.error]).toEqual([0, '']);
  expect(read('en.md')).toBe(`---
${HEAD}names:
  queue.paid: paid in all
  queue.order_price: order price
  queue.orders: orders
  queue.kept_share: kept share
  queue.kept_money: kept money
materials: [Pens]
claims:
  queue.all: "?" # printed 120 yuan, of paid
parties:
  guest: guest
  tea_shop: tea shop
units:
  cup: ["?", "?"] # as after 1, as after 2
---

::: exercise pay
Work out paid in all and kept money.
:::

::: exercise who
Who pays?
:::

::: hint who
Look.
:::

::: exercise say
? (explain)
:::
`);
  expect((await run('words')).out).toBe('01-first-offer/en.md: nothing is missing\n');
});

it('what is still `?` is asked for by check, each thing once', async () => {
  const { run } = await workbook(HEAD, '');
  await run('words');
  const { exitCode, error } = await run('check');
  const asked = error.split('\n').filter((line) => /has no (?:wording|prompt)/.test(line));
  expect(exitCode).toBe(1);
  expect(asked.map((line) => /`[^`]+`/.exec(line)?.[0])).toEqual(['`cup`', '`queue.all`', '`say`']);
});

it('a language that is missing is begun', async () => {
  const { run, read } = await workbook(HEAD, '');
  expect((await run('words', 'first-offer', '--lang', 'zh')).exitCode).toBe(0);
  expect(read('zh.md')).toContain('title: "?"');
  expect(read('zh.md')).toContain('  queue.paid: "?"\n');
  // No prompt can be made of names that nobody has said yet.
  expect(read('zh.md')).toContain('::: exercise pay\n? (compute)\n:::');
  expect(read('zh.md')).toContain('::: exercise who\n谁付给谁？把空格补充完整。\n:::');
});

it('a key on one line is named, and the rest is added all the same', async () => {
  const { run, read } = await workbook(`${HEAD}names: { queue.paid: paid }\n`, '');
  const { exitCode, error } = await run('words');
  expect(exitCode).toBe(1);
  expect(error).toBe(
    '01-first-offer/en.md: `names:` stands on one line. Give each of its entries a line of its own, and run this again.\n',
  );
  expect(read('en.md')).toContain('names: { queue.paid: paid }\nclaims:\n');
});

it('names and prompts that follow from their keys need not be written', async () => {
  const { run } = await workbook(
    `${HEAD}units:\n  cup: [cup, cups]\nclaims:\n  queue.all: Four cups cost 120 yuan.\n`,
    '\n::: exercise say\nSay it.\n:::\n',
  );
  const { error, exitCode } = await run('check');
  expect([exitCode, error]).toEqual([0, '']);
});

it('check --watch checks again after a save, and ends with the last exit code', async () => {
  const folder = smallWorkbook();
  const sums = path.join(folder, 'chapters/01-shares/sums.yaml');
  const out: string[] = [];
  const stop = new AbortController();
  const write = (text: string) => void out.push(text);
  const terminal = { out: write, error: write, folder, colour: false, interactive: false, now: () => 0, today: () => '' };
  const ended = runCheckWatching([], { watch: true }, terminal, stop.signal);
  await expect.poll(() => out.join('')).toContain('0 errors');
  writeFileSync(sums, readFileSync(sums, 'utf8').replace('take / 3', 'tale / 3'));
  await expect.poll(() => out.join('')).toContain('Did you mean `take`?');
  stop.abort();
  expect(await ended).toBe(1);
});
