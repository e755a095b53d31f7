import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditChapter } from '../../../src/audit/index.js';
import { parseChapter } from '../../../src/chapter/index.js';
import { sampleFlyer } from '../../../src/desk/flyer/samples/samples.js';
import { faultsOfNoCell } from '../../../src/desk/flyer/ui/context.js';
import { evaluateChapter } from '../../../src/evaluate/index.js';
import { flyer, study, told } from './support.js';

describe('an instalment offer: 5,000 yuan or 24 payments of 250, “0.83 % a month”', () => {
  const zh = told(sampleFlyer('instalments', 'zh'));
  const en = told(sampleFlyer('instalments', 'en'));

  it('the payments come to 6,000; 1,000 on top is 1000 ÷ 5000 ÷ 24 = 1/120 = 0.8333… % a month of the price', () => {
    expect([zh.figure('付款总额'), zh.word('付款总额')]).toEqual(['6000 元', 'reproduced']);
    expect(zh.figure('多付的钱')).toBe('1000 元');
    expect(zh.sentences('月费率')).toEqual(['算得 0.8333%，四舍五入后就是宣传单写的 0.83%。']);
    expect(en.sentences('monthly rate')).toEqual(['Worked out 0.8333%; rounded, that is the printed 0.83%.']);
  });

  it('charged on what is owed, as a rate of interest is, nothing is owed after 22 months', () => {
    // Owed after n months: 5000 q^n − 250 (q^n − 1) ÷ (q − 1), with q = 121/120. n = 21: 27.55…; n = 22 is below 0; n = 24: −509.77….
    const q = 121 / 120;
    const owed = (n: number) => 5000 * q ** n - (250 * (q ** n - 1)) / (q - 1);
    expect([owed(21) > 0, owed(22) <= 0, owed(24).toFixed(2)]).toEqual([true, true, '-509.77']);
    expect(zh.figure('还清要几个月')).toBe('22 个月');
    expect(zh.word('最后一期以后的欠款')).toBe('contradiction');
    expect(en.sentences('owed after the last payment')[0]).toMatch(/^Worked out −509\.77\d* yuan; the flyer prints 0 yuan\./);
  });

  it('nothing is left to mend, in either language', () => {
    expect([...zh.faults, ...en.faults]).toEqual([]);
  });
});

describe('the plan of chapter 7', () => {
  /** The claims of the chapter by the lines of the table that say the same. */
  const SAME: Readonly<Record<string, string>> = {
    take: '抽成',
    platform: '平台所得',
    referral: '推荐人所得',
    intake: '进池的钱',
    'pool-share': '进池占消费额',
    'gift-share': '赠送占消费额',
    gift: '赠送的价值',
    surplus: '池里多出的钱',
    'pool-1': '第一单后的池子',
    'points-1': '第一单后的积分',
    'price-1': '第一单后的单价',
    'points-2': '第二位顾客的积分',
    'pool-2': '第二单后的池子',
    'total-2': '第二单后的积分',
    'price-2': '第二单后的单价',
    'points-3': '第三位顾客的积分',
    'pool-3': '第三单后的池子',
    'total-3': '第三单后的积分',
    'price-3': '第三单后的单价',
    'always-up': '每来一单单价就涨',
    'target-reached': '总有一单到出局单价',
    'exit-price': '出局需要的单价',
    'value-at-target': '出局时积分的价值',
    paid: '付出的现金',
    kept: '扣下的部分',
    'pool-falls': '池子减少的钱',
    'full-return': '花掉的钱全部回来',
    'close-to-full': '到手的现金',
  };
  const sums = { name: 'sums.yaml', text: readFileSync(new URL('../../../chapters/07-pool-price/sums.yaml', import.meta.url), 'utf8') };
  const chapter = parseChapter({ folder: '07-pool-price', sums, words: new Map() }).value;
  if (chapter === undefined) throw new Error('chapter 7 cannot be read');
  const judged = auditChapter(evaluateChapter(chapter).value).value;
  const claims = judged.figures.filter(({ example }) => example === 'ladder');
  const found = told(sampleFlyer('pool', 'zh'));
  const verdictOf = (name: string) => {
    const key = found.study.draft.lines.find((line) => line.name === name)?.key;
    return found.study.judged?.audit.figures.find(({ claim }) => claim.name === key);
  };

  it('every claim of the chapter is a line of the table', () => {
    expect(claims.map(({ claim }) => claim.name).sort()).toEqual(Object.keys(SAME).sort());
  });

  it.each(Object.entries(SAME))('%s has the verdict of the chapter, also under both readings', (claim, name) => {
    const [own, other] = [verdictOf(name), claims.find((one) => one.claim.name === claim)];
    expect([own?.verdict, own?.word, own?.computed?.amount.toFixed()]).toEqual([
      other?.verdict,
      other?.word,
      other?.computed?.amount.toFixed(),
    ]);
    expect(own?.readings.map(({ verdict }) => verdict)).toEqual(other?.readings.map(({ verdict }) => verdict));
  });

  it('says who pays, and after how many orders', () => {
    const money = judged.money.find(({ example }) => example === 'ladder');
    expect(found.study.judged?.audit.money[0]?.nets.map(({ net }) => net.toFixed())).toEqual(money?.nets.map(({ net }) => net.toFixed()));
    expect(found.figure('到 8 元的单数')).toBe('429 单');
    expect(found.report.questions?.money.at(-1)).toBe('承诺 1200 元，用来兑现的有 160 元：承诺的是手里钱的 7.5 倍。');
  });

  it('the English table says the same', () => {
    const en = told(sampleFlyer('pool', 'en'));
    expect(en.faults).toEqual([]);
    const verdicts = (one: typeof en) =>
      one.study.judged?.audit.figures.map(({ verdict, word, readings }) => [verdict, word, readings.map((reading) => reading.verdict)]);
    expect(verdicts(en)).toEqual(verdicts(found));
  });
});

describe('what is wrong with a table is said at its line', () => {
  it('a formula that takes yuan for points names both units', () => {
    const { faults, report } = told(flyer('价格 | flyer | 5元\n个数 | flyer | 3个\n和 | worked | | 价格 + 个数 × 2元'));
    expect(faults).toEqual(['单位合不上：元和个·元。请乘或除以能换算的量，或者给没有单位的数补上单位。']);
    expect(report.faults[0]?.cell).toEqual({ part: 'line', id: 3, field: 'formula' });
  });

  it('one unit silently counted as another is no mistake, but said', () => {
    const { faults, report } = told(flyer('消费 | flyer | 1000元\n积分 | worked | 1000点 | 消费'));
    expect(faults).toEqual([]);
    expect(report.questions?.units).toEqual(['“积分：1000点”里悄悄把 1 元当作 1 点。宣传单这样写了吗？']);
  });

  it('what waits says for what', () => {
    const { faults } = told(flyer('价格 | flyer | 5元\n和 | worked | | 价格 + 运费\n两倍 | worked | | 和 × 2'));
    expect(faults).toEqual(['没有叫“运费”的行。请添一行，或者从列出的名称里选。', '要等“和”写好。']);
  });

  it.each([
    ['甲 | worked | | 乙 + 1\n乙 | worked | | 甲 + 1', '这几行互相等着：甲 → 乙 → 甲。其中一行得是宣传单写明的数。'],
    ['价格 | flyer | 5元\n商 | worked | | 价格 ÷ (价格 − 5元)', '这里除以了 0。'],
    ['价格 | flyer | 很多', '“很多”里没有数，请用数字写：1000元、2.5%。'],
    ['价格 | flyer | 5元\n价格 | flyer | 6元', '已经有一行叫“价格”，请换个名称。'],
    ['价格 | flyer | 5元\n贵 | worked | | 价格 > 3元\n和 | worked | | 贵 + 1', '“贵”只有成立和不成立，不能拿来接着算。'],
    ['价格 | flyer | 5元\n和 | worked | | 价格 + (2', '算式从“(”起看不懂，是不是少了括号或名称？'],
    ['价格 | flyer | 5元\n个 | worked | 3个 | 价格 × 2 ÷ 1元', '算出来是没有单位的数，写的却是个。究竟是哪一个？'],
    ['王小姐13800138000 | flyer | 5元', '“13800138000”不宜印在练习上：只写宣传单印了什么，不写人名和电话。'],
  ])('%s', (lines, sentence) => expect(told(flyer(lines)).faults).toContain(sentence));

  it('a payment in another unit than the first is told at its row', () => {
    const { report } = told(
      flyer('价格 | flyer | 5元\n积分 | flyer | 3点\n钱 | worked | 5元 | 价格', { payments: '顾客 | 商家 | 价格\n商家 | 顾客 | 积分' }),
    );
    expect(report.faults.map(({ sentence, cell }) => [cell.part, sentence])).toEqual([
      ['payment', '付款要相加，单位必须相同：第一笔的单位是元，这一笔是点。'],
    ]);
  });

  it('a telephone number is told where it was typed, or of the flyer as a whole', () => {
    const lines = '价格 | flyer | 5元\n钱 | worked | 5元 | 价格';
    const where = (rest: Parameters<typeof flyer>[1]) => {
      const one = flyer(lines, rest);
      const { faults } = told(one).report;
      expect(faults.map(({ says }) => says)).toEqual(['banned-words']);
      return [faults[0]?.cell.part, faultsOfNoCell(faults, one).length];
    };
    expect(where({ title: '请拨 13800138000' })).toEqual(['flyer', 1]);
    expect(where({ payments: '王13800138000 | 商家 | 价格' })).toEqual(['payment', 0]);
    expect(where({ readings: { '照 13800138000 说的': { 钱: '价格 × 1' } } })).toEqual(['reading', 0]);
  });

  it('something that nobody says is named, and what cannot be worked out without it', () => {
    const one = told(flyer('价格 | flyer | 5元\n成本 | supposed | ? 元\n赚 | worked | 2元 | 价格 − 成本'));
    expect(one.word('赚')).toBe('not-derivable');
    expect(one.sentences('赚')).toEqual(['算不出：没有人说过成本。']);
    expect(one.report.questions?.inputs).toEqual(['没有人说过“成本”。少了它就算不出：赚。']);
  });

  it('a supposition with which the printed figure would come out is found: 5 − 3 = 2', () => {
    const one = told(flyer('价格 | flyer | 5元\n成本 | supposed | 4元\n赚 | worked | 2元 | 价格 − 成本'));
    expect(one.word('赚')).toBe('conditional');
    expect(one.sentences('赚')).toEqual(['算得 1 元；宣传单写 2 元，相差 1 元。', '要能成立，得是这样：成本是 3 元。']);
  });

  it('a column that begins with a bare 0 counts in its own unit', () => {
    const one = told(
      flyer('每月存 | flyer | 100元\n一年后 | worked | 1200元 | 存款[12]', {
        rounds: { each: '月', count: 12, ends: true, columns: '存款 | 0 | 上一月的存款 + 每月存' },
      }),
    );
    expect([one.faults, one.word('一年后')]).toEqual([[], 'reproduced']);
  });

  it('the first round in which a statement fails', () => {
    // 100, 90, 80, …: below 50 for the first time in round 6.
    const one = told(
      flyer('总不低于一半 | worked | | 余额 ≥ 50元', {
        rounds: { each: '月', count: 8, ends: true, columns: '余额 | 100元 | 上一月的余额 − 10元' },
      }),
    );
    expect(one.sentences('总不低于一半')).toEqual(['从第 6 个月起不成立：这是第一次落空。40 元 ≥ 50 元，不成立。']);
    expect(one.report.questions?.scale).toEqual(['“总不低于一半”到第 6 个月第一次落空。']);
  });
});

it('a printed figure without a unit is set against the unit of its formula', () => {
  const cups = study(flyer('一杯价 | flyer | 12元\n杯数 | flyer | 9杯\n付的钱 | worked | 108 | 一杯价 × 杯数'));
  expect(cups.faults.map(({ says, slots }) => [says, slots.left !== '', slots.right])).toEqual([['units-clash-printed', true, '']]);
});
