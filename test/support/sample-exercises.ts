import type { Block, ExerciseBlock } from '../../src/document/index.js';
import { blank, chart, name, number, operator, type Page, paragraph, row, simpleTable, text } from './sample-nodes.js';

/** One exercise for each way of answering: a line, a table with boxes, axes, a money map. */
export function exercises(page: Page): readonly Block[] {
  return [computeExercise(page), tableExercise(page), plotExercise(page), moneyExercise(page)].map((exercise) => ({
    kind: 'exercise',
    exercise,
  }));
}

function exerciseFrame({ say }: Page, id: string, number: number, level: ExerciseBlock['level'], kind: string) {
  const levelWord = { basic: say('basic', '基础'), standard: say('standard', '标准'), challenge: say('challenge', '挑战') }[level];
  return { id, number, level, levelWord, marks: say('2 marks', '2 分'), kindWord: kind };
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
        blank('medium', say('blank 1', '空格 1'), teacher ? '1.43' : undefined),
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
  const cell = (index: number, answer: string) => [blank('short', say(`blank ${index}`, `空格 ${index}`), teacher ? answer : undefined)];
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
            [[text('2')], [text('78.4')], cell(1, '1.68')],
            [[text('3')], cell(2, '66.64'), cell(3, '1.87')],
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
