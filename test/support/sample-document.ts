import type { Block, Document, Edition } from '../../src/document/index.js';
import { exercises } from './sample-exercises.js';
import { lesson } from './sample-lesson.js';
import { type Page, paragraph, simpleTable, strong, text } from './sample-nodes.js';

/** A hand-made document in which every kind of Block, Inline, Figure and MathNode occurs. */
export function sampleDocument(language: 'en' | 'zh', edition: Edition): Document {
  const page: Page = { say: (en, zh) => (language === 'en' ? en : zh), teacher: edition === 'teacher' };
  const { say } = page;
  return {
    language,
    tag: say('en', 'zh-Hans'),
    spaced: language === 'en',
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
        code: 'C07-TEST3',
        goal: say('You work out the price of a point as a pool divided by points.', '用“池中金额除以积分数”算出每个积分的价格。'),
        plan: page.teacher ? planBlocks(page) : [],
        blocks: [...lesson(page), ...exercises(page)],
        appendix: page.teacher ? appendixBlocks(page) : [],
      },
    ],
    words: new Map(sampleWords(say)),
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
    ['student-page', say('student p. {page}', '学生版第 {page} 页')],
    ['document-says', say('It says:', '文案写道：')],
    ['chapter', say('Chapter', '章')],
    ['chapter-number', say('Chapter {number}', '第 {number} 章')],
    ['contents', say('Contents', '目录')],
    ['exercise', say('Exercise', '练习')],
    ['exercise-number', say('Exercise {number}', '练习 {number}')],
    ['skip', say('Skip to the content', '跳到正文')],
    ['givens-title', say('What the document gives', '材料给出的条件')],
    ['worked-mark', say('e.g.', '例')],
    ['screen-progress', say('{done} of {all} exercises filled in', '已填 {done} 题，共 {all} 题')],
    ['screen-done', say('filled in', '已填')],
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
  accepted: { low: '1.425', high: '1.435' },
  unit: 'yuan/point',
  misconceptions: [{ code: 'K2', text: 'K2', accepted: { low: '0.695', high: '0.705' } }],
};
