import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSheet } from '../../src/classroom/index.js';
import { prepareChapters } from '../../src/cli/class/chapters.js';
import { choosePages, requireNative } from '../../src/cli/files/page-engine.js';
import { readWorkbook } from '../../src/cli/files/read-workbook.js';
import { processTerminal } from '../../src/cli/terminal/terminal.js';
import type { Document } from '../../src/document/index.js';
import { CAN_READ_PDF, pdfText } from '../render/pdf/inspect-pdf.js';
import { runIn } from './fake-terminal.js';
import { smallWorkbook, WORDS_HEAD } from './small-workbook.js';

const SUMS = `units: [cup]
examples:
  shop:
    givens: { price: { is: 12 yuan/cup, supposed: true }, cups: { is: 9 cup, supposed: true } }
    steps: { paid: price * cups }
    claims:
      paid: { printed: 108 yuan, of: paid, expect: exact }
  stall:
    like: shop
    givens: { price: 7 yuan/cup }
    vary: { price: [5 yuan/cup, 6 yuan/cup] }
exercises:
  judge: { check: [shop.paid], marks: 1, level: basic }
  pay: { compute: stall.paid, marks: 1, level: basic }
  say: { explain: true, lines: 2, marks: 1, level: basic }
`;

const WORDS = `${WORDS_HEAD}units:
  cup: [cup, cups]
claims:
  shop.paid: Nine cups cost 108 yuan.
---

A lesson that no sheet needs.

::: givens shop
:::

::: verdicts
:::

::: exercise judge
Judge it.
:::

::: exercise pay
A cup costs {{stall.price}}, and {{stall.cups}} are bought.
:::

::: exercise say
Say it.
:::
`;

const folder = () => smallWorkbook({ '01-shares/sums.yaml': SUMS, '01-shares/en.md': WORDS });

/** What a sheet holds, block by block: the kind, and for exercises the number and the words of the prompt. */
function contentsOf({ chapters }: Document): readonly string[] {
  return chapters.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'exercise' ? `${block.exercise.number} ${block.exercise.id}` : block.kind)),
  );
}

function sheetOf(exercises: readonly string[], seed?: string) {
  const terminal = { ...processTerminal(), folder: folder() };
  const chapters = prepareChapters([], readWorkbook(path.join(terminal.folder, 'chapters'), terminal), terminal);
  if (chapters === undefined) throw new Error('the chapter has mistakes');
  const options = { title: 'Two sums', language: 'en', size: 'standard', ...(seed === undefined ? {} : { seed }) } as const;
  return makeSheet(chapters, { ...options, exercises: new Set(exercises) }).value;
}

describe('a sheet', () => {
  it('holds its exercises under numbers of their own, with the boxes that they need and no others', () => {
    expect(contentsOf(sheetOf(['shares.judge', 'shares.say']).student)).toEqual(['panel', 'panel', '1 shares-judge', '2 shares-say']);
    expect(contentsOf(sheetOf(['shares.pay']).student)).toEqual(['1 shares-pay']);
  });

  it('has one title, and no student in it', () => {
    const { student, solutions } = sheetOf(['shares.pay']);
    expect([student.title, solutions.title]).toEqual(['Two sums', 'Two sums']);
    expect(student.handout?.student).toBe('');
    expect(student.handout?.code).toBe(solutions.handout?.code);
    // 7 yuan a cup, 9 cups.
    expect(JSON.stringify(solutions.chapters)).toMatch(/63\s/);
    expect(JSON.stringify(student.chapters)).not.toMatch(/63\s/);
  });

  it('has the figures of the chapter, or drawn ones, the same for the same seed', () => {
    const printed = JSON.stringify(sheetOf(['shares.pay']).student.chapters);
    const drawn = JSON.stringify(sheetOf(['shares.pay'], 'a').student.chapters);
    // stall.price is 7 yuan in the chapter, and 5 or 6 yuan when it is drawn.
    expect(printed).toMatch(/costs 7\s/);
    expect(drawn).toMatch(/costs [56]\s/);
    expect(JSON.stringify(sheetOf(['shares.pay'], 'a').student.chapters)).toBe(drawn);
  });
});

describe('the command', () => {
  it('writes the sheet and its solutions, and says when it takes too many pages', async () => {
    const at = folder();
    const { exitCode, out, error } = await runIn(at, ['handout', 'shares.pay,shares.judge', '--title', 'Two sums', '--pages', '1']);
    expect([exitCode, error]).toEqual([0, '']);
    expect(out).toBe(`${path.join('out', 'handout.en.pdf')}  1 page\n${path.join('out', 'handout.en.solutions.pdf')}  1 page\n`);
  });

  it('makes Word files of the sheet too, whose pages nobody counts', async () => {
    const at = folder();
    const both = await runIn(at, ['handout', 'shares.pay', '--format', 'pdf,docx']);
    const names = ['handout.en.pdf  1 page', 'handout.en.solutions.pdf  1 page', 'handout.en.docx', 'handout.en.solutions.docx'];
    expect([both.exitCode, both.out]).toEqual([0, names.map((name) => `${path.join('out', name)}\n`).join('')]);
    const counted = await runIn(at, ['handout', 'shares.pay', '--format', 'docx', '--pages', '1']);
    expect([counted.exitCode, counted.error]).toEqual([2, expect.stringContaining('`--pages` counts the pages of a PDF')]);
  });

  it('names the nearest exercise, and asks for the chapter', async () => {
    const wrong = await runIn(folder(), ['handout', 'shares.judje']);
    expect([wrong.exitCode, wrong.error]).toEqual([2, expect.stringContaining('Did you mean `shares.judge`?')]);
    const bare = await runIn(folder(), ['handout', 'judge']);
    expect([bare.exitCode, bare.error]).toEqual([2, expect.stringContaining('Write the chapter before it')]);
  });
});

describe('the page compiler', () => {
  it.skipIf(!CAN_READ_PDF)('in WebAssembly makes the same sheet as the native one, and each run the same bytes', async () => {
    const place = folder();
    const sheet = async (engine: string) => {
      const run = await runIn(place, ['handout', 'shares.pay', '--engine', engine, '--out', engine]);
      expect(run.exitCode).toBe(0);
      return readFileSync(path.join(place, engine, 'handout.en.pdf'));
    };
    const [native, wasm] = [await sheet('native'), await sheet('wasm')];
    expect(pdfText({ path: '', content: wasm })).toBe(pdfText({ path: '', content: native }));
    expect(native.includes('pdfuaid:part')).toBe(true);
    expect(wasm.includes('pdfuaid:part')).toBe(false);
    expect((await sheet('wasm')).equals(wasm)).toBe(true);
  });

  it('is the one in WebAssembly where the native one is not installed, which is said', async () => {
    const said: string[] = [];
    const pages = await choosePages(undefined, { error: (text) => said.push(text) }, () => false);
    expect(pages.wasm?.fonts).toHaveLength(12);
    expect(said.join('')).toMatch(/^The native page compiler is not installed for \S+\. Pages are laid out in WebAssembly: /);
    expect((await choosePages(undefined, { error: (text) => said.push(text) }, () => true)).wasm).toBeUndefined();
    expect(said).toHaveLength(1);
  });

  it('has to be the native one for a preview, which is said where it is not installed', () => {
    expect(() => requireNative(() => false)).toThrow(/^The preview needs the native page compiler, which is not installed for \S+\.$/);
    expect(() => requireNative(() => true)).not.toThrow();
  });

  it('has a name', async () => {
    const run = await runIn(folder(), ['handout', 'shares.pay', '--engine', 'tex']);
    expect(run.exitCode).toBe(2);
    expect(run.error).toContain('There is no engine `tex`.');
  });
});

describe('the order of a sheet', () => {
  it('is that of the teacher: numbers follow it, and boxes stand before the first exercise of their chapter', () => {
    const terminal = { ...processTerminal(), folder: folder(), out: () => {}, error: () => {} };
    const inputs = readWorkbook(path.join(terminal.folder, 'chapters'), terminal);
    const chapters = prepareChapters(['shares'], inputs, terminal);
    if (chapters === undefined) throw new Error('the chapter has mistakes');
    const order = ['shares.say', 'shares.pay', 'shares.judge'];
    const options = { exercises: new Set(order), title: 'T', language: 'en', size: 'standard', group: '7.3', order } as const;
    const { student, solutions } = makeSheet(chapters, options).value;
    expect(contentsOf(student).filter((one) => /^\d/.test(one))).toEqual(['1 shares-say', '2 shares-pay', '3 shares-judge']);
    expect(contentsOf(student)[0]).not.toMatch(/^\d/);
    expect(contentsOf(solutions).filter((one) => /^\d/.test(one))).toEqual(['1 shares-say', '2 shares-pay', '3 shares-judge']);
    expect(student.handout?.group).toBe('7.3');
  });
});
