import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acceptedProposals, flyerSheet, makeChapter, type TextFile } from '../../../src/desk/flyer/exercises/chapter.js';
import { proposals } from '../../../src/desk/flyer/exercises/propose.js';
import type { Flyer, FlyerLanguage } from '../../../src/desk/flyer/model/flyer.js';
import { sampleFlyer } from '../../../src/desk/flyer/samples/samples.js';
import { sayIn } from '../../../src/desk/flyer/words/words.js';
import type { Document } from '../../../src/document/index.js';
import { runIn } from '../../cli/fake-terminal.js';
import { blockText } from '../../support/document-text.js';
import { flyer, sharedWords, study } from './support.js';

const CUP = flyer(
  `
  一杯的价格 | flyer | 12元/杯
  付钱的杯数 | flyer | 9杯
  送的杯数 | flyer | 1杯
  集满的卡占几成 | supposed | 60%
  付的钱 | worked | 108元 | 一杯的价格 × 付钱的杯数
  送的值 | worked | | 一杯的价格 × 送的杯数
  省下的比例 | worked | 12% | 送的值 ÷ 付的钱
  平均省下 | worked | 10% | 省下的比例 × 集满的卡占几成
  不到一成 | worked | | 平均省下 < 10%
`,
  { title: '集章卡', payments: '顾客 | 店 | 付的钱' },
);

function made(one: Flyer, language: FlyerLanguage = one.language) {
  const shared = sharedWords(language);
  const found = study({ ...one, language });
  const kept = acceptedProposals(found, shared, sayIn(language));
  return {
    found,
    kept,
    kinds: kept.map(({ kind }) => kind),
    chapter: makeChapter(found, kept, shared),
    all: proposals(found, shared, sayIn(language)),
  };
}

describe('exercises made from a table', () => {
  it('one of each kind, none refused by the engine', () => {
    const { kinds, all, chapter } = made(CUP);
    expect(kinds).toEqual(['compute', 'practice', 'check', 'spot', 'hunt', 'what-if', 'choose']);
    expect(all.map(({ kind }) => kind)).toEqual(kinds);
    expect(chapter.diagnostics).toEqual([]);
  });

  it('each with its key: 12 × 1 = 12 yuan; 12 ÷ 108 = 11.1 %', () => {
    const { found, kept } = made(CUP);
    const sheet = flyerSheet(found, kept, sharedWords('zh'));
    const exercises = (document: Document | undefined) =>
      document?.chapters.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'exercise')) ?? [];
    const text = (document: Document | undefined) => exercises(document).map((block) => blockText([block]));
    expect(exercises(sheet?.student).map((block) => block.kind === 'exercise' && block.exercise.kindWord)).toEqual([
      '计算',
      '计算',
      '核对文案',
      '找一找：哪些没写明',
      '改错',
      '变一变',
      '选择',
    ]);
    const [task, key] = [text(sheet?.student), text(sheet?.solutions)];
    expect(task[0]).toContain('求送的值。');
    expect(key[0]).toContain('12 元');
    expect(task[0]).not.toContain('12 元');
    expect(key[2]).toMatch(/付的钱.*108/);
  });

  it('on one sheet in their order, with a sheet of solutions', () => {
    const { found, kept } = made(CUP);
    const sheet = flyerSheet(found, kept, sharedWords('zh'));
    expect(
      [sheet?.student, sheet?.solutions].map((one) => one?.chapters[0]?.blocks.filter(({ kind }) => kind === 'exercise').length),
    ).toEqual([7, 7]);
  });

  it('none where a line is still wrong', () => {
    expect(made(flyer('价格 | flyer | 5元\n和 | worked | | 价格 + 运费')).kinds).toEqual([]);
  });

  it('a line that takes rounds beyond the sixth is not asked for by hand', () => {
    const { kept } = made(sampleFlyer('instalments', 'zh'));
    expect(kept.map(({ line }) => line.yaml).join()).not.toMatch(/flyer\.line_[78]/);
  });
});

/** A working folder whose workbook is the one that the page gives to keep. */
function flyerWorkbook(files: readonly TextFile[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { path: name, content } of files) {
    const file = path.join(folder, 'chapters', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

describe.each([
  ['instalments', 'zh'],
  ['instalments', 'en'],
  ['pool', 'zh'],
  ['pool', 'en'],
  ['cup', 'zh'],
] as const)('the chapter of %s in %s', (name, language) => {
  it('is accepted by the command line: check, and a handout with its solutions', async () => {
    const { chapter, kinds } = made(name === 'cup' ? CUP : sampleFlyer(name, language), language);
    expect(kinds.length).toBeGreaterThan(3);
    const folder = flyerWorkbook(chapter.files);
    const check = await runIn(folder, ['check', 'flyer']);
    expect([check.exitCode, check.error]).toEqual([0, '']);
    expect(check.out).toMatch(/: 0 errors, 0 warnings\n$/);
    const handout = await runIn(folder, ['handout', kinds.map((kind) => `flyer.${kind}`).join(','), '--lang', language]);
    expect([handout.exitCode, handout.error]).toEqual([0, '']);
    expect(handout.out).toMatch(/handout\.\w+\.pdf {2}\d pages?\n.*solutions\.pdf {2}\d pages?\n/);
  });
});
