import type { Block, Chart, Document, Edition, ExerciseBlock, Inline, MathNode } from '../../src/document/index.js';
import { amount } from '../../src/number/index.js';

/** A hand-made document in which every kind of Block, Inline, Figure and MathNode occurs. */
export function sampleDocument(language: 'en' | 'zh', edition: Edition): Document {
  const page: Page = { say: (en, zh) => (language === 'en' ? en : zh), teacher: edition === 'teacher' };
  const { say } = page;
  return {
    language,
    edition,
    title: say('Reckoning with promises', '把账算清楚'),
    subtitle: say('Sums from promotional documents, worked out again', '把宣传单上的算式重算一遍'),
    version: '0.1',
    licence: 'CC BY-SA 4.0',
    name: 'pool-price',
    chapters: [
      {
        name: 'pool-price',
        number: 7,
        title: say('The price that only goes up', '只会上涨的价格'),
        goal: say('You work out the price of a point as a pool divided by points.', '用“池中金额除以积分数”算出每个积分的价格。'),
        plan: page.teacher ? planBlocks(page) : [],
        blocks: [...lesson(page), ...exercises(page)],
        appendix: page.teacher ? appendixBlocks(page) : [],
      },
    ],
    words: new Map(sampleWords(say)),
  };
}

interface Page {
  readonly say: (en: string, zh: string) => string;
  readonly teacher: boolean;
}

const text = (value: string): Inline => ({ kind: 'text', text: value });
const strong = (value: string): Inline => ({ kind: 'strong', children: [text(value)] });
const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines });
const name = (value: string): MathNode => ({ kind: 'text', text: value });
const number = (value: string): MathNode => ({ kind: 'number', text: value });
const operator = (value: string): MathNode => ({ kind: 'operator', text: value });
const unit = (value: string): MathNode => ({ kind: 'unit', text: value });
const row = (...children: MathNode[]): MathNode => ({ kind: 'row', children });

function lesson({ say, teacher }: Page): readonly Block[] {
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

function blank(width: 'short' | 'medium' | 'long', alt: string, answer?: readonly [id: string, text: string]): Inline {
  return { kind: 'blank', width, alt, ...(answer === undefined ? {} : { answerId: answer[0], answer: answer[1] }) };
}

function chart(say: Page['say'], filled: boolean): Chart {
  const ticks = (values: readonly string[]) => values.map((value, index) => ({ at: index / (values.length - 1), text: value }));
  const grid = [0.125, 0.375, 0.625, 0.875];
  return {
    x: { label: say('order', '单'), ticks: ticks(['0', '1', '2', '3', '4']), grid },
    y: { label: say('price of one point (yuan/point)', '每个积分的价格（元/个）'), ticks: ticks(['0', '1', '2']), grid },
    series: filled
      ? [
          {
            label: say('exact', '精确'),
            dash: 'solid',
            marker: 'circle',
            points: [0.5, 0.714, 0.84, 0.934, 1].map((y, index) => ({ x: index / 4, y })),
          },
          {
            label: say('rounded as printed', '按印出的数四舍五入'),
            dash: 'dashed',
            marker: 'square',
            points: [0.5, 0.715, 0.84, 0.935].map((y, index) => ({ x: index / 4, y })),
          },
          { label: say('no change', '不变'), dash: 'dotted', marker: 'triangle', points: [0.5, 0.5].map((y, x) => ({ x, y })) },
          { label: say('limit', '上限'), dash: 'solid', marker: 'none', points: [0.95, 0.95].map((y, x) => ({ x, y })) },
        ]
      : [],
  };
}

function exercises(page: Page): readonly Block[] {
  return [computeExercise(page), tableExercise(page), plotExercise(page), moneyExercise(page)].map((exercise) => ({
    kind: 'exercise',
    exercise,
  }));
}

function exerciseFrame({ say }: Page, id: string, number: number, level: ExerciseBlock['level'], kind: string) {
  const levelWord = { basic: say('basic', '基础'), standard: say('standard', '标准'), challenge: say('challenge', '挑战') }[level];
  return { id, number, level, levelWord, marks: say('2 marks', '2 分'), kindWord: kind, answers: [] };
}

function computeExercise(page: Page): ExerciseBlock {
  const { say, teacher } = page;
  const step = row(
    name(say('price after order 1', '第 1 单后的价格')),
    operator('='),
    { kind: 'fraction', over: number('160'), under: number('112') },
    operator('≈'),
    number('1.43'),
  );
  return {
    ...exerciseFrame(page, 'first-price', 1, 'basic', say('Compute', '计算')),
    prompt: [paragraph(text(say('How much is one point worth after the first order?', '第 1 单以后，1 个积分值多少钱？')))],
    response: [
      { kind: 'space', lines: 3, alt: say('space for working', '演算处') },
      paragraph(
        text(say('Answer: ', '答：')),
        blank('medium', say('blank 1', '空格 1'), teacher ? ['first-price.1', '1.43'] : undefined),
        text(say(' yuan per point', ' 元/个')),
      ),
    ],
    key: teacher
      ? [
          {
            kind: 'panel',
            style: 'answer',
            title: [text(say('Answer', '答案'))],
            blocks: [
              paragraph(text('10/7 → 1.43 '), text(say('yuan per point; accepted 1.425 to 1.435', '元/个；1.425 至 1.435 均可'))),
              {
                kind: 'working',
                steps: [
                  {
                    math: step,
                    alt: say('160 divided by 112 is about 1.43', '160 除以 112 约等于 1.43'),
                    reason: [text(say('price', '价格'))],
                  },
                ],
              },
              simpleTable(
                [say('If you see', '如果看到'), say('Misconception', '误解'), say('Say', '可以说')],
                [['0.70', say('K2 times for divided', 'K2 乘除颠倒'), say('Which is counted per which?', '谁除以谁？')]],
              ),
            ],
          },
        ]
      : [],
  };
}

function tableExercise(page: Page): ExerciseBlock {
  const { say, teacher } = page;
  const cell = (id: string, index: number, answer: string) => [
    blank('short', say(`blank ${index}`, `空格 ${index}`), teacher ? [id, answer] : undefined),
  ];
  return {
    ...exerciseFrame(page, 'fill-ladder', 2, 'standard', say('Fill the table', '填表')),
    prompt: [paragraph(text(say('Fill in the blanks, then tick.', '填空，再打勾。')))],
    response: [
      {
        kind: 'table',
        table: {
          caption: [text(say('The first three orders', '前三单'))],
          columns: [
            { align: 'center', width: 0 },
            { align: 'end', width: 1 },
            { align: 'end', width: 1 },
          ],
          head: [
            [text(say('order', '单'))],
            [text(say('points given (points)', '送出积分（个）'))],
            [text(say('price (yuan/point)', '价格（元/个）'))],
          ],
          rows: [
            [[text('1')], [text('112')], [text('1.43')]],
            [[text('2')], [text('78.4')], cell('fill-ladder.1', 1, '1.68')],
            [[text('3')], cell('fill-ladder.2', 2, '66.64'), cell('fill-ladder.3', 3, '1.87')],
          ],
          rowHeads: true,
        },
      },
      paragraph(
        { kind: 'box', alt: say('reproduced', '可复现'), ticked: teacher },
        text(say(' reproduced   ', ' 可复现　')),
        { kind: 'box', alt: say('contradicts what is given', '与所给条件矛盾'), ticked: false },
        text(say(' contradicts what is given', ' 与所给条件矛盾')),
      ),
      { kind: 'lines', count: 2, alt: say('2 lines for a sentence', '2 行，写一句话') },
    ],
    key: teacher
      ? [
          {
            kind: 'panel',
            style: 'rubric',
            title: [text(say('Rubric', '评分要点'))],
            blocks: [
              {
                kind: 'list',
                ordered: false,
                items: [
                  [paragraph(text(say('names who pays (1)', '说出谁出钱（1 分）')))],
                  [paragraph(text(say('gives both figures (1)', '写出两个数（1 分）')))],
                ],
              },
            ],
          },
        ]
      : [],
  };
}

function plotExercise(page: Page): ExerciseBlock {
  const { say, teacher } = page;
  return {
    ...exerciseFrame(page, 'plot', 3, 'standard', say('Draw', '画图')),
    prompt: [paragraph(text(say('Draw the price after each order.', '画出每单以后的价格。')))],
    response: [
      {
        kind: 'figure',
        figure: { kind: 'chart', chart: chart(say, teacher) },
        alt: say('Empty axes: order from 0 to 4, price from 0 to 2.', '空坐标轴：单数从 0 到 4，价格从 0 到 2。'),
        caption: [],
      },
    ],
    key: [],
  };
}

function moneyExercise(page: Page): ExerciseBlock {
  const { say, teacher } = page;
  const amounts = teacher ? ['1000', '160'] : ['', ''];
  return {
    ...exerciseFrame(page, 'who-pays', 4, 'challenge', say('Who pays whom', '谁付给谁')),
    prompt: [paragraph(text(say('Write the amount on each arrow.', '在每个箭头上写出金额。')))],
    response: [
      {
        kind: 'figure',
        figure: {
          kind: 'money',
          map: {
            parties: [
              { id: 'customer', label: say('customer', '顾客') },
              { id: 'merchant', label: say('merchant', '商家') },
              { id: 'pool', label: say('pool', '资金池') },
            ],
            flows: [
              { from: 'customer', to: 'merchant', amount: amounts[0] ?? '' },
              { from: 'merchant', to: 'pool', amount: amounts[1] ?? '' },
            ],
          },
        },
        alt: say('Arrows from customer to merchant and from merchant to pool.', '箭头：顾客到商家，商家到资金池。'),
        caption: [text(say('Payments of one order, in yuan', '一单里的付款，单位：元'))],
      },
    ],
    key: [],
  };
}

function simpleTable(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return {
    kind: 'table',
    table: {
      caption: [],
      columns: head.map(() => ({ align: 'start' as const, width: 1 })),
      head: head.map((cell) => [text(cell)]),
      rows: rows.map((cells) => cells.map((cell) => [text(cell)])),
      rowHeads: false,
    },
  };
}

function planBlocks({ say }: Page): readonly Block[] {
  return [
    { kind: 'heading', level: 2, id: 'pool-price-plan', inlines: [text(say('Lesson plan', '教案'))] },
    paragraph(strong(say('Time: ', '时间：')), text(say('2 periods of 45 minutes', '2 课时，每课时 45 分钟'))),
    { kind: 'heading', level: 3, id: 'pool-price-objectives', inlines: [text(say('Objectives', '教学目标'))] },
    {
      kind: 'list',
      ordered: false,
      items: [[paragraph(text(say('Compute a price as pool divided by points', '用池中金额除以积分数求价格')))]],
    },
    { kind: 'heading', level: 3, id: 'pool-price-steps', inlines: [text(say('Steps', '步骤'))] },
    {
      kind: 'list',
      ordered: true,
      items: [
        [paragraph(text(say('Guess first (5 min)', '先猜（5 分钟）')))],
        [paragraph(text(say('Worked example (10 min)', '例题（10 分钟）')))],
      ],
    },
  ];
}

function appendixBlocks({ say }: Page): readonly Block[] {
  return [
    {
      kind: 'heading',
      level: 2,
      id: 'pool-price-verdicts',
      inlines: [text(say('What the document prints, and what we find', '材料印的数，我们算的数'))],
    },
    simpleTable(
      [say('Claim', '说法'), say('Where', '出处'), say('Printed', '印出'), say('Computed', '算出'), say('Verdict', '结论')],
      [
        [
          say('The price after the first order is 1.43.', '第 1 单以后价格为 1.43。'),
          'D 51',
          '1.43',
          '1.4286',
          say('reproduced', '可复现'),
        ],
        [
          say('It rises with every order.', '每一单都上涨。'),
          'D 59',
          '',
          '',
          say('holds under a condition: nobody sells', '有条件成立：没有人卖出'),
        ],
      ],
    ),
  ];
}

function sampleWords(say: Page['say']): readonly (readonly [string, string])[] {
  return [
    ['name', say('Name', '姓名')],
    ['date', say('Date', '日期')],
    ['class', say('Class', '班级')],
    ['version', say('Version', '版本')],
    ['page', say('Page', '第')],
    ['of', say('of', '共')],
    ['page-of', say('Page {page} of {pages}', '第 {page} 页，共 {pages} 页')],
    ['chapter', say('Chapter', '章')],
    ['chapter-number', say('Chapter {number}', '第 {number} 章')],
    ['contents', say('Contents', '目录')],
    ['exercise', say('Exercise', '练习')],
    ['answer', say('Answer', '答案')],
    ['marks', say('marks', '分')],
    ['minutes', say('minutes', '分钟')],
    ['goal', say('Goal', '目标')],
    ['plan', say('Lesson plan', '教案')],
    ['appendix', say('For the teacher: what was checked', '教师附录：核对结果')],
    ['edition-student', say('Student edition', '学生版')],
    ['edition-teacher', say('Teacher edition', '教师版')],
    ['licence', say('Licence', '许可')],
    ['neutrality', say('Arithmetic only: not legal, investment or tax advice.', '本练习只做算术，不是法律、投资或税务意见。')],
  ];
}

/** The four sample documents: each language in each edition. */
export function sampleDocuments(): readonly Document[] {
  return (['en', 'zh'] as const).flatMap((language) =>
    (['student', 'teacher'] as const).map((edition) => sampleDocument(language, edition)),
  );
}

/** One graded answer, for outputs that grade. */
export const SAMPLE_GRADED_ANSWER = {
  id: 'first-price.1',
  accepted: { low: amount('1.425'), high: amount('1.435') },
  unit: 'yuan/point',
  misconceptions: [{ code: 'K2', text: 'K2', accepted: { low: amount('0.695'), high: amount('0.705') } }],
};
