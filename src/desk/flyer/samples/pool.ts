import type { FlyerText } from './from-text.js';

/** The plan of chapter 7: a pool of money divided by points, whose price only rises. */
export const POOL_ZH: FlyerText = {
  title: '只涨不跌的单价',
  language: 'zh',
  lines: `
    消费额 | flyer | 1000元
    抽成比例 | flyer | 20%
    平台比例 | flyer | 2%
    推荐比例 | flyer | 2%
    赠送比例 | flyer | 70%
    初始单价 | flyer | 1元/个积分
    出局倍数 | flyer | 1.2
    文案里的出局单价 | flyer | 10.71元/个
    结算比例 | flyer | 80%
    出局前卖掉的积分 | supposed | 0个积分
    抽成 | worked | 200元 | 消费额 × 抽成比例
    平台所得 | worked | 20元 | 消费额 × 平台比例
    推荐人所得 | worked | 20元 | 消费额 × 推荐比例
    进池的钱 | worked | 160元 | 抽成 − 平台所得 − 推荐人所得
    进池占消费额 | worked | 16% | 进池的钱 ÷ 消费额
    赠送的价值 | worked | 112元 | 进池的钱 × 赠送比例
    赠送占消费额 | worked | 11.2% | 赠送的价值 ÷ 消费额
    池里多出的钱 | worked | 48元 | 进池的钱 − 赠送的价值
    第一位顾客的积分 | worked | | 赠送的价值 ÷ 初始单价
    留到出局的积分 | worked | | 第一位顾客的积分 − 出局前卖掉的积分
    第一单后的池子 | worked | 160元 | 池子[1]
    第一单后的积分 | worked | 112个 | 积分总数[1]
    第一单后的单价 | worked | 1.43元/个 | 单价[1]
    第二位顾客的积分 | worked | 78个 | 新增积分[2]
    第二单后的池子 | worked | 320元 | 池子[2]
    第二单后的积分 | worked | 190个 | 积分总数[2]
    第二单后的单价 | worked | 1.68元/个 | 单价[2]
    第三位顾客的积分 | worked | 67个 | 新增积分[3]
    第三单后的池子 | worked | 480元 | 池子[3]
    第三单后的积分 | worked | 257个 | 积分总数[3]
    第三单后的单价 | worked | 1.87元/个 | 单价[3]
    每来一单单价就涨 | worked | | 单价 > 上一单单价
    到 2 元的单数 | worked | | 首次(单价 ≥ 2元/个)
    到 4 元的单数 | worked | | 首次(单价 ≥ 4元/个)
    到 8 元的单数 | worked | | 首次(单价 ≥ 8元/个)
    到出局单价的单数 | worked | | 首次(单价 ≥ 文案里的出局单价)
    总有一单到出局单价 | worked | | 到出局单价的单数 ≥ 1单
    出局时的价值 | worked | | 消费额 × 出局倍数
    出局需要的单价 | worked | 10.71元/个 | 出局时的价值 ÷ 第一位顾客的积分
    出局时积分的价值 | worked | 1200元 | 第一位顾客的积分 × 文案里的出局单价
    付出的现金 | worked | 960元 | 出局时的价值 × 结算比例
    扣下的部分 | worked | 240元 | 出局时的价值 − 付出的现金
    池子减少的钱 | worked | 960元 | 出局时的价值 − 扣下的部分
    花掉的钱全部回来 | worked | | 付出的现金 ≥ 消费额
    到手的现金 | worked | 约1000元 | 付出的现金
    付一次出局要几单 | worked | | 付出的现金 ÷ 进池的钱
  `,
  rounds: {
    each: '单',
    count: 5,
    ends: false,
    columns: `
      新增积分 | | 赠送的价值 ÷ 上一单单价
      池子 | 0元 | 上一单池子 + 进池的钱
      积分总数 | 0个 | 上一单积分总数 + 新增积分
      单价 | 初始单价 | 池子 ÷ 积分总数
    `,
  },
  readings: {
    '每一单都取近似值：积分取整数，单价取两位小数': {
      新增积分: '四舍五入(赠送的价值 ÷ 上一单单价, 0)',
      单价: '四舍五入(池子 ÷ 积分总数, 2)',
    },
    先把钱放进池子再按新单价折算: {
      新增积分: '如果(上一单积分总数 = 0个, 赠送的价值 ÷ 初始单价, 赠送的价值 × 上一单积分总数 ÷ (上一单池子 + 进池的钱))',
    },
  },
  payments: `
    顾客 | 商家 | 消费额
    商家 | 平台 | 平台所得
    商家 | 推荐人 | 推荐人所得
    商家 | 盈利池 | 进池的钱
  `,
  promise: { promised: '出局时的价值', funded: '进池的钱' },
};

export const POOL_EN: FlyerText = {
  title: 'The price that only goes up',
  language: 'en',
  lines: `
    amount spent | flyer | 1000 yuan
    take rate | flyer | 20%
    platform's rate | flyer | 2%
    referrers' rate | flyer | 2%
    gift rate | flyer | 70%
    opening price | flyer | 1 yuan/point
    exit multiple | flyer | 1.2
    exit price in the flyer | flyer | 10.71 yuan/point
    pay-out rate | flyer | 80%
    points sold before the exit | supposed | 0 points
    take | worked | 200 yuan | amount spent × take rate
    platform's part | worked | 20 yuan | amount spent × platform's rate
    referrers' part | worked | 20 yuan | amount spent × referrers' rate
    money into the pool | worked | 160 yuan | take − platform's part − referrers' part
    share that goes into the pool | worked | 16% | money into the pool ÷ amount spent
    gift | worked | 112 yuan | money into the pool × gift rate
    share that is a gift | worked | 11.2% | gift ÷ amount spent
    surplus | worked | 48 yuan | money into the pool − gift
    points of the first customer | worked | | gift ÷ opening price
    points held until the exit | worked | | points of the first customer − points sold before the exit
    pool after order 1 | worked | 160 yuan | pool[1]
    points after order 1 | worked | 112 points | points[1]
    price after order 1 | worked | 1.43 yuan/point | price[1]
    points of the second customer | worked | 78 points | new points[2]
    pool after order 2 | worked | 320 yuan | pool[2]
    points after order 2 | worked | 190 points | points[2]
    price after order 2 | worked | 1.68 yuan/point | price[2]
    points of the third customer | worked | 67 points | new points[3]
    pool after order 3 | worked | 480 yuan | pool[3]
    points after order 3 | worked | 257 points | points[3]
    price after order 3 | worked | 1.87 yuan/point | price[3]
    the price rises with every order | worked | | price > previous price
    orders until 2 yuan | worked | | first(price ≥ 2 yuan/point)
    orders until 4 yuan | worked | | first(price ≥ 4 yuan/point)
    orders until 8 yuan | worked | | first(price ≥ 8 yuan/point)
    orders until the exit price | worked | | first(price ≥ exit price in the flyer)
    some order reaches the exit price | worked | | orders until the exit price ≥ 1 order
    worth at the exit | worked | | amount spent × exit multiple
    price needed for the exit | worked | 10.71 yuan/point | worth at the exit ÷ points of the first customer
    worth of the points | worked | 1200 yuan | points of the first customer × exit price in the flyer
    cash paid out | worked | 960 yuan | worth at the exit × pay-out rate
    kept back | worked | 240 yuan | worth at the exit − cash paid out
    fall of the pool | worked | 960 yuan | worth at the exit − kept back
    all that was spent comes back | worked | | cash paid out ≥ amount spent
    cash in hand | worked | about 1000 yuan | cash paid out
    orders that pay for one exit | worked | | cash paid out ÷ money into the pool
  `,
  rounds: {
    each: 'order',
    count: 5,
    ends: false,
    columns: `
      new points | | gift ÷ previous price
      pool | 0 yuan | previous pool + money into the pool
      points | 0 points | previous points + new points
      price | opening price | pool ÷ points
    `,
  },
  readings: {
    'rounded at every order: points to whole numbers, the price to two places': {
      'new points': 'round(gift ÷ previous price, 0)',
      price: 'round(pool ÷ points, 2)',
    },
    'the money goes in first, then the new price counts': {
      'new points': 'if(previous points = 0 points, gift ÷ opening price, gift × previous points ÷ (previous pool + money into the pool))',
    },
  },
  payments: `
    customer | merchant | amount spent
    merchant | platform | platform's part
    merchant | referrers | referrers' part
    merchant | pool | money into the pool
  `,
  promise: { promised: 'worth at the exit', funded: 'money into the pool' },
};
