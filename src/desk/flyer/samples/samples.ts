import type { Flyer, FlyerLanguage } from '../model/flyer.js';
import { type FlyerText, flyerFromText } from './from-text.js';
import { POOL_EN, POOL_ZH } from './pool.js';

/** Goods for 5,000 yuan or 24 payments of 250; the figures are ours. */
const INSTALMENTS_ZH: FlyerText = {
  title: '分期购物',
  language: 'zh',
  lines: `
    标价 | flyer | 5000元
    每期付款 | flyer | 250元
    期数 | flyer | 24
    付款总额 | worked | 6000元 | 每期付款 × 期数
    多付的钱 | worked | | 付款总额 − 标价
    月费率 | worked | 0.83% | 多付的钱 ÷ 标价 ÷ 期数
    最后一期以后的欠款 | worked | 0元 | 欠款（最后）
    还清要几个月 | worked | | 首次(欠款 ≤ 0)
  `,
  rounds: { each: '月', count: 24, ends: true, columns: '利息 | | 上一月的欠款 × 月费率\n欠款 | 标价 | 上一月的欠款 + 利息 − 每期付款' },
  readings: { '月费率就是文案写的 0.83%，按欠款计算': { 利息: '上一月的欠款 × 0.83%' } },
  payments: '顾客 | 商家 | 付款总额',
};

const INSTALMENTS_EN: FlyerText = {
  title: 'Pay in instalments',
  language: 'en',
  lines: `
    price | flyer | 5,000 yuan
    payment | flyer | 250 yuan
    number of payments | flyer | 24
    all payments | worked | 6,000 yuan | payment × number of payments
    paid on top | worked | | all payments − price
    monthly rate | worked | 0.83% | paid on top ÷ price ÷ number of payments
    owed after the last payment | worked | 0 yuan | owed (last)
    months until nothing is owed | worked | | first(owed ≤ 0)
  `,
  rounds: {
    each: 'month',
    count: 24,
    ends: true,
    columns: 'interest | | previous owed × monthly rate\nowed | price | previous owed + interest − payment',
  },
  readings: { 'exactly 0.83 % a month on what is owed': { interest: 'previous owed × 0.83%' } },
  payments: 'customer | shop | all payments',
};

export const SAMPLES = ['instalments', 'pool'] as const;
export type SampleName = (typeof SAMPLES)[number];

const TEXTS: Readonly<Record<SampleName, Readonly<Record<FlyerLanguage, FlyerText>>>> = {
  instalments: { zh: INSTALMENTS_ZH, en: INSTALMENTS_EN },
  pool: { zh: POOL_ZH, en: POOL_EN },
};

/** A table that is filled in, to begin with. */
export function sampleFlyer(name: SampleName, language: FlyerLanguage): Flyer {
  return flyerFromText(TEXTS[name][language]);
}
