import type { Block } from '../../src/document/index.js';
import { blank, chart, name, number, operator, type Page, paragraph, row, strong, text, unit } from './sample-nodes.js';

/** The pages before the exercises: every panel, figure and notation. */
export function lesson({ say, teacher }: Page): readonly Block[] {
  const price = name(say('price of one point', '每个积分的价格'));
  const pool = name(say('pool', '池中金额'));
  const points = name(say('points', '积分总数'));
  const symbolic = row(price, operator('='), { kind: 'fraction', over: pool, under: points });
  const substituted = row(
    { kind: 'sub', base: price, index: number('1') },
    operator('='),
    { kind: 'fraction', over: row(number('160'), unit(say('yuan', '元'))), under: row(number('112'), unit(say('points', '个积分'))) },
    operator('≈'),
    number('1.43'),
    unit(say('yuan/point', '元/个')),
  );
  const everyMathNode = row(
    { kind: 'call', name: say('round', '四舍五入'), arguments: [{ kind: 'fraction', over: pool, under: points }, number('2')] },
    operator('×'),
    { kind: 'power', base: { kind: 'group', child: row(number('1'), operator('+'), number('20%')) }, exponent: number('3') },
    operator('='),
    { kind: 'blank', alt: say('blank', '空格') },
  );
  return [
    { kind: 'heading', level: 2, id: 'pool-price-idea', inlines: [text(say('A jar and counters', '一个罐子，一把筹码'))] },
    paragraph(
      text(say('A promotional document says that the price of a point ', '一份宣传材料说，积分的价格')),
      strong(say('can only rise', '只涨不跌')),
      text(say('. We check it with ', '。我们用')),
      {
        kind: 'math',
        math: symbolic,
        alt: say('price of one point equals pool divided by points', '每个积分的价格等于池中金额除以积分总数'),
      },
      text(say('; see ', '来检验；规则见')),
      { kind: 'link', href: 'https://creativecommons.org/licenses/by-sa/4.0/', children: [text(say('the licence', '许可协议'))] },
      text(say('. Text like ', '。像 ')),
      { kind: 'code', text: '<b>{{x}}</b> #let $x$ \\ * _' },
      text(say(' prints as it stands. ', ' 这样的文字照原样印出。')),
      { kind: 'emphasis', children: [text(say('Work with a partner.', '两人一组。'))] },
      { kind: 'break' },
      text(say('Take 160 beans.', '取 160 粒豆子。')),
    ),
    {
      kind: 'list',
      ordered: true,
      items: [
        [paragraph(text(say('Put the beans in the jar.', '把豆子放进罐子。')))],
        [
          paragraph(text(say('Hand out 112 counters.', '发出 112 个筹码。'))),
          { kind: 'list', ordered: false, items: [[paragraph(text(say('one each', '每人一个')))]] },
        ],
      ],
    },
    {
      kind: 'panel',
      style: 'givens',
      title: [text(say('What the document gives', '材料给出的条件'))],
      blocks: [
        {
          kind: 'table',
          table: {
            caption: [],
            columns: [
              { align: 'start', width: 3 },
              { align: 'end', width: 2 },
              { align: 'center', width: 0 },
            ],
            head: [[text(say('Quantity', '数量'))], [text(say('Figure', '数值'))], [text(say('Where', '出处'))]],
            rows: [
              [[text(say('amount spent', '消费金额'))], [text(say('1000 yuan', '1000 元'))], [text('○ D 31')]],
              [[text(say('share that the merchant gives', '商家让利比例'))], [text('20%')], [text('○ D 31')]],
            ],
            rowHeads: true,
          },
        },
      ],
    },
    {
      kind: 'panel',
      style: 'worked',
      title: [text(say('Worked example: the price after the first order', '例题：第 1 单以后的价格'))],
      blocks: [
        {
          kind: 'working',
          steps: [
            {
              math: row(
                pool,
                operator('='),
                number('0'),
                operator('+'),
                number('160'),
                operator('='),
                number('160'),
                unit(say('yuan', '元')),
              ),
              alt: say('pool equals 0 plus 160 equals 160 yuan', '池中金额等于 0 加 160 等于 160 元'),
              reason: [text(say('money in the pool', '池中的钱'))],
            },
            {
              math: substituted,
              alt: say('160 yuan divided by 112 points, about 1.43', '160 元除以 112 个积分，约为 1.43'),
              reason: [text(say('price of one point', '每个积分的价格'))],
            },
          ],
        },
      ],
    },
    {
      kind: 'formula',
      math: symbolic,
      alt: say('price of one point equals pool divided by points', '每个积分的价格等于池中金额除以积分总数'),
    },
    {
      kind: 'formula',
      math: everyMathNode,
      alt: say(
        'round pool divided by points to 2 places, times 1 plus 20 percent cubed, equals blank',
        '池中金额除以积分总数保留 2 位，乘以 1 加 20% 的 3 次方，等于空格',
      ),
    },
    {
      kind: 'figure',
      figure: { kind: 'chart', chart: chart(say, true) },
      alt: say(
        'Price of one point after orders 0 to 4: it rises from 1.00 to 2.02, by less each time.',
        '第 0 到 4 单以后每个积分的价格：从 1.00 升到 2.02，每次升得更少。',
      ),
      caption: [text(say('Price of one point by order', '每单以后的价格'))],
    },
    {
      kind: 'panel',
      style: 'note',
      title: [text(say('Note', '注意'))],
      blocks: [paragraph(text(say('Round half up, only at the end.', '四舍五入，只在最后一步。')))],
    },
    {
      kind: 'panel',
      style: 'recall',
      title: [text(say('From earlier chapters', '温故'))],
      blocks: [paragraph(text(say('20% of 1000 yuan is ', '1000 元的 20% 是 ')), blank('short', say('blank 1', '空格 1')))],
    },
    ...(teacher
      ? [
          {
            kind: 'panel',
            style: 'note',
            title: [text(say('Discussion', '讨论'))],
            blocks: [paragraph(text(say('Who pays for the rise?', '上涨的钱是谁出的？')))],
          } satisfies Block,
        ]
      : []),
    {
      kind: 'panel',
      style: 'exit',
      title: [text(say('Exit ticket', '下课前一题'))],
      blocks: [paragraph(text(say('The price after order 3: ', '第 3 单以后的价格：')), blank('medium', say('blank 2', '空格 2')))],
    },
    {
      kind: 'panel',
      style: 'card',
      title: [text(say('Cut out and keep', '剪下来留着'))],
      blocks: [paragraph(strong(say('Who pays?', '谁出钱？')))],
    },
  ];
}
