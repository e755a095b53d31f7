import { expect, it } from 'vitest';
import type { Block, Document, Edition, Inline } from '../../../src/document/index.js';
import { renderHtml } from '../../../src/render/html/index.js';
import { sampleDocument } from '../../support/sample-document.js';
import { htmlTemplates } from './html-templates.js';

const text = (said: string): Inline => ({ kind: 'text', text: said });
const paragraph = (said: string): Block => ({ kind: 'paragraph', inlines: [text(said)] });
const box: readonly Inline[] = [{ kind: 'box', alt: 'tick', ticked: false }];

/** A chapter that opens with words and facts and asks for verdicts on four lines. */
function opened(edition: Edition): Document {
  const document = sampleDocument('en', edition);
  const [asked] = document.chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise] : [])));
  if (asked === undefined) throw new Error('the sample has no exercise');
  const lines: Block = {
    kind: 'table',
    table: {
      caption: [],
      columns: (['start', 'center', 'center', 'center', 'center'] as const).map((align) => ({ align, width: 1 })),
      head: ['Claim', 'a', 'b', 'c', 'd'].map((one) => [text(one)]),
      rows: ['line one', 'line two', 'line three', 'line four'].map((one) => [[text(one)], box, box, box, box]),
      rowHeads: true,
    },
  };
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 2, id: 'told', inlines: [text('What is offered')] },
    paragraph('A shop gives points.'),
    { kind: 'panel', style: 'givens', title: [text('Facts')], blocks: [paragraph('1000 yuan')] },
    { kind: 'exercise', exercise: { ...asked, marks: '3 marks', response: [lines] } },
    { kind: 'exercise', exercise: { ...asked, id: 'other', marks: '4 marks', response: [] } },
  ];
  return { ...document, chapters: document.chapters.slice(0, 1).map((chapter) => ({ ...chapter, blocks })) };
}

const render = (edition: Edition) => String(renderHtml(opened(edition), htmlTemplates()).value.content);
const flyerOf = (html: string) => /<div class="flyer">([\s\S]*?)<\/div>/.exec(html)?.[1];

it('puts what a student’s chapter opens with on a flyer, with three lines that it examines', () => {
  const flyer = flyerOf(render('student'));
  expect(flyer).toContain('What is offered');
  expect(flyer).toContain('A shop gives points.');
  expect(flyer?.match(/<li>(.*)<\/li>/g)).toEqual(['<li>line one</li>', '<li>line two</li>', '<li>line three</li>']);
  expect(flyer).not.toContain('1000 yuan');
});

it('says each of its words once, and has no flyer for a teacher', () => {
  expect(render('student').split('A shop gives points.')).toHaveLength(2);
  expect(flyerOf(render('teacher'))).toBeUndefined();
  expect(render('teacher')).toContain('A shop gives points.');
});

it('has a box for the marks of all exercises', () => {
  // 3 + 4
  expect(render('student')).toMatch(/<b class="total">[^<]*<i><\/i> \/ 7<\/b>/);
});
