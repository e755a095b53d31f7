import { describe, expect, test } from 'vitest';
import type { ChapterWhatIf, WhatIfPlan } from '../../src/document/index.js';
import { amount } from '../../src/number/index.js';
import { type OpenChapter, openChapter } from '../../src/panel/index.js';
import { type ShippedDocument, shippedDocument } from '../support/shipped-document.js';

const LANGUAGES = ['en', 'zh'] as const;
const student = new Map(LANGUAGES.map((language) => [language, shippedDocument(language, 'student', { onScreen: true })]));
const teacher = shippedDocument('en', 'teacher', { onScreen: true });

/** The sums as they come out of the page: plain JSON. */
function sumsOf(shipped: ShippedDocument | undefined, chapter: string): ChapterWhatIf {
  const found = shipped?.screen.get(chapter)?.whatIf;
  if (found === undefined) throw new Error(`no sums for ${chapter}`);
  return JSON.parse(JSON.stringify(found)) as ChapterWhatIf;
}

/** Chapters that were opened already: a reader opens each once, too. */
const chapters = new Map<string, OpenChapter>();

function opened(example: string, chapter = 'pool-price', shipped: ShippedDocument | undefined = student.get('en')) {
  const page = sumsOf(shipped, chapter);
  const plan = page.panels.find((one) => one.example === example) as WhatIfPlan;
  const key = `${shipped?.document.language} ${shipped?.document.edition} ${chapter}`;
  const found = chapters.get(key) ?? openChapter(page);
  chapters.set(key, found);
  const panel = found.open(plan);
  return {
    panel,
    /** Changes figures, written as decimals, and works the example out again. */
    change: (figures: Readonly<Record<string, string>>, drawn?: string) =>
      panel.live(new Map(Object.entries(figures).map(([name, text]) => [name, amount(text)])), drawn),
  };
}

function figures(live: ReturnType<ReturnType<typeof opened>['change']>): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(live.steps.map(({ key, figure }) => [key.replace('ladder.', ''), figure?.replaceAll('\u00a0', ' ')]));
}

describe('a changed ladder', () => {
  // At a take rate of 10 % of 1000 yuan: 100 − 20 − 20 = 60 yuan; 70 % of it = 42; 60 ÷ 42 = 10/7 = 1.4286 (as before: it cancels);
  // order 2 mints 42 ÷ (10/7) = 29.4, so 120 ÷ 71.4 = 1.6807; the price of the exit is 1200 ÷ 42 = 28.5714.
  const live = opened('ladder').change({ take_rate: '0.1' });

  test('has every step worked out again', () => {
    expect(figures(live)).toMatchObject({
      take: '100 yuan',
      intake: '60 yuan',
      gift: '42 yuan',
      'price[1]': '1.4286 yuan per point',
      surplus: '18 yuan',
      exit_price: '28.5714 yuan per point',
      orders_per_exit: '16',
    });
  });

  test('shows its rows, two decimals from ten on', () => {
    expect(live.rounds?.head).toEqual(['order', 'new points', 'pool (yuan)', 'points in circulation', 'price of one point (yuan/point)']);
    expect(live.rounds?.rows.slice(0, 3)).toEqual([
      ['0', '–', '0', '0.00', '1.0000'],
      ['1', '42.00', '60', '42.00', '1.4286'],
      ['2', '29.40', '120', '71.40', '1.6807'],
    ]);
  });

  test('says what each figure was, but for figures that exercises ask for', () => {
    const was = new Map(live.steps.map((step) => [step.key, step.was?.replaceAll('\u00a0', ' ')]));
    expect(was.get('ladder.intake')).toBe('at first 160 yuan');
    // 2 % of 1000 stays 20 yuan.
    expect(was.get('ladder.platform')).toBeUndefined();
    // 160 − 112 = 48 is asked for.
    expect(figures(live).surplus).toBe('18 yuan');
    expect(was.get('ladder.surplus')).toBeUndefined();
  });

  test('says in words that an order is never reached within the limit', () => {
    // A point has to be worth 1200 ÷ 42 = 28.57 yuan; the price grows as the 0.3rd power of the orders
    // (what is not a gift): 10.71 at order 1135 makes about 10.71 × 8.81^0.3 = 20.6 at order 10 000, the limit.
    const step = live.steps.find(({ key }) => key === 'ladder.exit_order');
    expect(step?.figure).toBeUndefined();
    expect(step?.note).toBe('Not reached by order 10\u2009000.');
  });

  test('draws the chosen column', () => {
    // Pool after five orders: 300 yuan; the scale ends at 300, so the last point lies at the top.
    const pool = opened('ladder').change({ take_rate: '0.1' }, 'pool').rounds;
    expect(pool?.drawn).toBe('pool');
    expect(pool?.chart.y.label).toBe('pool (yuan)');
  });
});

describe('figures that exercises ask for', () => {
  test('are open until a figure is changed', () => {
    const { change } = opened('ladder');
    const first = change({});
    expect(first.isOpen).toBe(true);
    expect(first.steps.find(({ key }) => key === 'ladder.surplus')?.figure).toBeUndefined();
    expect(first.rounds?.rows[2]).toEqual(['2', '', '320', '190.4', '']);
    // The prices after orders 0 and 1: an exercise asks for the one after order 2.
    expect(first.rounds?.chart.series[0]?.points).toHaveLength(2);
    // The page's own figure again is no change.
    expect(change({ take_rate: '0.20' })).toEqual(first);
    const changed = change({ take_rate: '0.25' });
    expect(changed.isOpen).toBe(false);
    expect(changed.rounds?.chart.series.map(({ dash }) => dash)).toEqual(['solid']);
  });

  test('are never open for a teacher, and the first line stays beside the new one', () => {
    const { change } = opened('ladder', 'pool-price', teacher);
    expect(change({}).isOpen).toBe(false);
    expect(figures(change({})).surplus).toBe('48 yuan');
    const series = change({ gift_rate: '0.5' }).rounds?.chart.series ?? [];
    expect(series.map(({ label, dash }) => [label, dash])).toEqual([
      ['price of one point (yuan/point)', 'solid'],
      ['at first', 'dashed'],
    ]);
    // Half as a gift: 160 ÷ 80 = 2 yuan after the first order, against 1.4286 before, on one scale.
    const [now, before] = series.map(({ points }) => points[1]?.y ?? 0);
    expect((now as number) / (before as number)).toBeCloseTo(2 / (10 / 7), 4);
  });
});

test('the result of an example with rounds is that of its last row, and stays open where an exercise asks for it', () => {
  // 120 ÷ 72 = 5/3; 72 ÷ (5/3) = 43.2, 240 ÷ 115.2 = 25/12; 72 ÷ (25/12) = 34.56, 360 ÷ 149.76 = 2.4038.
  expect(opened('next_plan', 'pool-price', teacher).change({}).result).toBe('price of one point, last order: 1.4881\u00a0yuan per point');
  const { change } = opened('next_plan');
  expect(change({}).result).toBe('');
  // At 50 %: 120 ÷ 60 = 2; 60 ÷ 2 = 30, 240 ÷ 90 = 8/3; 60 ÷ (8/3) = 22.5, 360 ÷ 112.5 = 3.2.
  const changed = change({ gift_rate: '0.5' });
  expect([changed.result, changed.resultWas]).toEqual(['price of one point, last order: 3.2\u00a0yuan per point', undefined]);
  // Later rows repeat the first one's formulas and stand in the table alone.
  expect(changed.steps.filter(({ key }) => /\[[^1]\]/.test(key))).toEqual([]);
});

describe('a figure that does not come out', () => {
  test('names the division by zero where it happens, and says elsewhere that something before it is missing', () => {
    const live = opened('ladder').change({ gift_rate: '0' });
    const notes = Object.fromEntries(live.steps.map(({ key, note }) => [key, note]));
    expect(notes['ladder.gift']).toBeUndefined();
    expect(notes['ladder.price[1]']).toContain('divide by 0');
    expect(notes['ladder.exit_price']).toContain('divide by 0');
    expect(notes['ladder.minted[1]']).toContain('does not come out');
    expect(notes['ladder.orders_to_2']).toContain('does not come out');
    expect(live.result).toBe('price of one point, order 1: no figure comes out');
    expect(live.rounds?.rows[1]).toEqual(['1', '–', '–', '–', '–']);
  });

  test('asks for an unknown, and comes out once it is given', () => {
    const { panel, change } = opened('night', 'one-purchase');
    const unknown = panel.fields.find(({ name }) => name === 'later_cash');
    expect([unknown?.start, unknown?.positions, unknown?.isStated, unknown?.unit]).toEqual([undefined, [], false, 'yuan']);
    const last = (live: ReturnType<typeof change>) => live.steps.find(({ key }) => key === 'night.cash_in_all');
    expect(last(change({}))?.note).toBe('A figure is missing: cash from all later nights.');
    // 17.76 + 900 = 917.76
    expect(last(change({ later_cash: '900' }))?.figure).toBe('917.76\u00a0yuan');
  });

  test.each([
    ['nothing is spent', { spend: '0' }],
    ['a rate is negative', { take_rate: '-0.2' }],
    ['a figure is absurdly large', { spend: `9${'0'.repeat(59)}` }],
    ['a price is below zero', { opening_price: '-1' }],
    ['the rates leave nothing', { platform_rate: '0.1', referral_rate: '0.1' }],
  ])('does not stop the panel: %s', (_, figures) => {
    const live = opened('ladder').change(figures as Readonly<Record<string, string>>);
    expect(live.steps.length).toBeGreaterThan(15);
    for (const { figure, note } of live.steps) expect(figure ?? note).toBeTruthy();
  });
});

describe('a field', () => {
  const { panel } = opened('ladder');
  const field = (name: string) => panel.fields.find((one) => one.name === name);
  /** The figure that is read, with what the field says to it. */
  const read = (name: string, text: string) => {
    const found = field(name)?.read(text);
    if (found?.kind === 'figure') return [found.value.toFixed(), found.note].filter((one) => one !== '').join(' | ');
    return found?.kind === 'problem' ? found.problem : found?.kind;
  };

  test('shows and reads a share as per cent', () => {
    const rate = field('take_rate');
    expect(rate?.write(amount('0.2'))).toBe('20');
    expect(['10', '10%', '１０％'].map((text) => read('take_rate', text))).toEqual(['0.1', '0.1', '0.1']);
    expect(read('take_rate', '一成')).toBe('0.1 | Read as 10%.');
    expect(rate?.speak(amount('0.1'))).toBe('10%');
    // 0 % to 100 %, one by one
    expect([rate?.positions.length, rate?.positions[0]?.toFixed(), rate?.positions.at(-1)?.toFixed()]).toEqual([101, '0', '1']);
  });

  test('is read as students write, and refuses what is no number', () => {
    const spend = field('spend');
    expect(['2 000', '２０００', '0.2万', '2000 yuan'].map((text) => read('spend', text))).toEqual([
      '2000',
      '2000',
      '2000 | Read as 2000\u00a0yuan.',
      '2000',
    ]);
    expect(['', 'many', '1/0', '2000 points'].map((text) => read('spend', text))).toEqual([
      'empty',
      'Please write one number.',
      '“1/0” is not a clear fraction. Please write it in another way.',
      'The unit here: yuan.',
    ]);
    expect(spend?.speak(amount('2000'))).toBe('2000\u00a0yuan');
  });

  test('has its own figure among the positions of its slider', () => {
    for (const { screen } of student.values()) {
      for (const { whatIf } of screen.values()) {
        if (whatIf === undefined) continue;
        const chapter = openChapter(whatIf);
        for (const plan of whatIf.panels) {
          for (const { name, start, positions } of chapter.open(plan).fields) {
            if (start === undefined) expect(positions, name).toEqual([]);
            else
              expect(
                positions.map((one) => one.toFixed()),
                `${plan.example}.${name}`,
              ).toContain(start.toFixed());
          }
        }
      }
    }
  });
});

describe.each(LANGUAGES)('every example of the shipped chapters in %s', (language) => {
  test('is worked out from the page to the figures of the page, with a word for everything', () => {
    const { screen } = student.get(language) as ShippedDocument;
    const shown: string[] = [];
    for (const { whatIf } of screen.values()) {
      if (whatIf === undefined) continue;
      const chapter = openChapter(JSON.parse(JSON.stringify(whatIf)) as ChapterWhatIf);
      for (const plan of whatIf.panels) {
        const live = chapter.open(plan).live(new Map());
        expect(live.steps.length, plan.example).toBeGreaterThan(0);
        shown.push(live.result, ...live.steps.flatMap((step) => [step.alt, step.figure ?? '', step.note ?? '']));
      }
    }
    expect(shown.filter((text) => /\{[a-z]+\}|undefined|NaN|panel-|spoken-|math-/.test(text))).toEqual([]);
  });
});

test('both languages come to the same figures', () => {
  const digits = (language: (typeof LANGUAGES)[number]) =>
    opened('ladder', 'pool-price', student.get(language))
      .change({ take_rate: '0.1' })
      .steps.map(({ key, figure }) => `${key} ${figure?.replace(/[^\d.]/g, '')}`);
  expect(digits('zh')).toEqual(digits('en'));
});
