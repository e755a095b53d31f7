import { describe, expect, it } from 'vitest';
import type { Bank, BankExercise, Item, NumberBlank } from '../../src/export/index.js';
import { xmlFile } from '../../src/export/markup/markup.js';
import { QTI_3 } from '../../src/export/qti/dialect.js';
import { assessmentItem } from '../../src/export/qti/item.js';
import { findChromium } from '../browser/chromium.js';
import { sharedBrowser } from '../browser/shipped-pages.js';
import { exerciseIn, itemIn, manualBanks } from './manual-banks.js';
import { type Probe, probesOf } from './probes.js';
import { attempts, openPlayer, type Responses } from './qti-player.js';
import { shippedBanks } from './shipped-banks.js';

describe.skipIf(findChromium() === undefined)('items of QTI 3 in a player', () => {
  it('grade every figure of the workbook as the engine does', async () => {
    const page = await (await sharedBrowser()).newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await openPlayer(page);
    let answers = 0;
    for (const bank of shippedBanks('en')) {
      const exercise = allFigures(bank);
      const [item] = exercise.variants as [Item];
      answers += item.blanks.length;
      const rounds = roundsOf(item.blanks as readonly NumberBlank[]);
      const xml = xmlFile(assessmentItem(item, exercise, bank, QTI_3));
      const seen = await attempts(page, xml, rounds.map(typed));
      // Where all are right, or all wrong, one that is graded otherwise cannot hide behind another.
      expect([bank.chapter, ...seen.map(({ score }) => score)]).toEqual([
        bank.chapter,
        ...rounds.map((round) => round.filter(({ right }) => right).length),
      ]);
    }
    await page.close();
    expect(complaints).toEqual([]);
    expect(answers).toBeGreaterThan(300);
  });

  it('grade words, say what a mistake may be, and give nothing for a place that is left open', async () => {
    const page = await (await sharedBrowser()).newPage();
    await openPlayer(page);
    const [bank] = manualBanks(0) as [Bank];
    const xml = (name: string) => xmlFile(assessmentItem(itemIn([bank], name), exerciseIn([bank], name), bank, QTI_3));
    const typed = ['200', '40', '', 'two hundred'].map((R1) => ({ R1 }));
    expect(await attempts(page, xml('pay'), typed)).toEqual([
      { score: 1, advice: [] },
      { score: 0, advice: ['R1-K2'] },
      { score: 0, advice: [] },
      { score: 0, advice: [] },
    ]);
    // Line 2 of the working is wrong; 200 yuan stand in its place, and a tenth of 60 % comes back: 6 %.
    const letter = itemIn([bank], 'hunt').blanks.flatMap((blank) => (blank.kind === 'text' ? blank.accepted : []))[1] ?? '';
    const hunted = [
      { R1: '2', R2: letter.toUpperCase(), R3: '200', R4: '0.06' },
      { R1: '1', R2: `${letter}${letter}`, R3: '2', R4: '6' },
    ];
    expect((await attempts(page, xml('hunt'), hunted)).map(({ score }) => score)).toEqual([4, 0]);
    await page.close();
  });
});

/** Every figure of a chapter in one item, since loading an item takes longer than grading it. */
function allFigures({ exercises }: Bank): BankExercise {
  const [first] = exercises as [BankExercise];
  const blanks = exercises.flatMap(({ variants }) => variants[0]?.blanks.filter(({ kind }) => kind === 'number') ?? []);
  const stem = blanks.map((_, blank) => ({ kind: 'paragraph', pieces: [{ kind: 'blank', blank }] }) as const);
  return { ...first, variants: [{ id: 'all', variant: 0, title: 'all', stem, blanks, key: () => [] }] };
}

/** The same probe of each blank together: first every lower bound, then just below, … */
function roundsOf(blanks: readonly NumberBlank[]): readonly (readonly Probe[])[] {
  const probes = blanks.map(probesOf);
  const count = Math.max(...probes.map(({ length }) => length));
  return Array.from({ length: count }, (_, round) => probes.map((one) => one[round] ?? (one[1] as Probe)));
}

function typed(round: readonly Probe[]): Responses {
  return Object.fromEntries(round.map((probe, index) => [`R${index + 1}`, probe.typed]));
}
