import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runPreview } from '../../src/cli/commands/preview.js';
import { runIn } from '../cli/fake-terminal.js';
import { CAN_READ_PDF, pdfText } from '../render/pdf/inspect-pdf.js';
import { findChromium } from './chromium.js';
import { serve } from './served.js';
import { sharedBrowser } from './shipped-pages.js';

const CHAPTER = 'chapters/01-first-offer';

describe.skipIf(findChromium() === undefined)('the first hour of an author', () => {
  it('goes from `new` over an example typed in, its words and the preview to a printed sheet', async () => {
    const start = mkdtempSync(path.join(tmpdir(), 'reckoner-hour-'));
    onTestFinished(() => rmSync(start, { recursive: true, force: true }));
    expect((await runIn(start, ['new', 'course', '--lang', 'en'])).exitCode).toBe(0);
    const folder = path.join(start, 'course');
    const sums = path.join(folder, CHAPTER, 'sums.yaml');
    const type = (from: string, to: string) => {
      const text = readFileSync(sums, 'utf8');
      expect(text).toContain(from);
      writeFileSync(
        sums,
        text.replace(from, () => to),
      );
    };
    type('exercises:', 'exercises:\n  rent: { compute: bike.total, marks: 1, level: basic }\n#');
    type(
      '  other_card:',
      '  bike:\n    givens: { day_price: { is: 40 yuan/day, line: 5 }, days: { is: 3 day, line: 5 } }\n    steps: { total: day_price * days }\n  other_card:',
    );
    const words = await runIn(folder, ['words', 'first-offer']);
    expect([words.exitCode, words.out]).toEqual([0, expect.stringContaining('names: bike.total')]);
    expect((await runIn(folder, ['check'])).error).toBe('');

    const { address, stop } = await serve(folder, (terminal, signal) => runPreview('first-offer', { port: '0' }, terminal, signal));
    const page = await (await sharedBrowser('machine-fonts')).newPage();
    try {
      await page.goto(address);
      const messages = () => page.locator('#messages').textContent();
      const drawing = () => page.locator('#pages img').first().getAttribute('src');
      await expect.poll(drawing).toMatch(/svg$/);
      expect(await messages()).toBe('No mistakes.');
      const before = await drawing();
      // 3 days at 40 yuan are 120 yuan; at 50 yuan they are 150 yuan.
      type('40 yuan/day', '40 yuan/dya');
      await expect.poll(messages).toContain('Did you mean `day`?');
      expect(await drawing()).toBe(before);
      type('40 yuan/dya', '50 yuan/day');
      await expect.poll(messages).toBe('No mistakes.');
      await expect.poll(drawing).not.toBe(before);
    } finally {
      await page.close();
      await stop();
    }

    const handout = await runIn(folder, [
      'handout',
      'first-offer.rent,first-offer.judge',
      '--title',
      'Bikes',
      '--lang',
      'en',
      '--pages',
      '1',
    ]);
    expect([handout.exitCode, handout.error]).toEqual([0, '']);
    if (!CAN_READ_PDF) return;
    const read = (file: string) => pdfText({ path: file, content: readFileSync(path.join(folder, 'out', file)) });
    expect(read('handout.en.pdf')).toContain('Workouttotal');
    expect(read('handout.en.pdf')).not.toContain('150');
    expect(read('handout.en.solutions.pdf')).toContain('150yuan');
  });
});
