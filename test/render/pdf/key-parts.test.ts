import { expect, it } from 'vitest';
import type { Block, ExerciseBlock, Inline, Table } from '../../../src/document/index.js';
import { fitsColumn, keyParts } from '../../../src/render/pdf/layout/key-parts.js';
import { pageRoom } from '../../../src/render/pdf/layout/page-room.js';
import { columnSizes, typeSizes } from '../../../src/render/pdf/layout/type-sizes.js';

const text = (said: string): Inline => ({ kind: 'text', text: said });
const words = (said: string): Block => ({ kind: 'paragraph', inlines: [text(said)] });
const named = (said: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'strong', children: [text(said)] }] });
const box = (ticked: boolean): readonly Inline[] => [{ kind: 'box', alt: '', ticked }];
const panel = (title: string, ...blocks: readonly Block[]): Block => ({
  kind: 'panel',
  style: 'answer',
  title: title === '' ? [] : [text(title)],
  blocks,
});
const table = (aligned: readonly Table['columns'][number]['align'][], ...lines: readonly (readonly (readonly Inline[])[])[]): Block => {
  const [head = [], ...rows] = lines;
  return { kind: 'table', table: { caption: [], columns: aligned.map((align) => ({ align, width: 1 })), head, rows, rowHeads: true } };
};
const exercise = (response: readonly Block[], key: readonly Block[]): Block => ({
  kind: 'exercise',
  exercise: {
    id: 'x',
    number: 1,
    level: 'basic',
    levelWord: '',
    marks: '',
    kindWord: '',
    prompt: [],
    response,
    key,
  } satisfies ExerciseBlock,
});
const blocksOf = (parts: ReturnType<typeof keyParts>) =>
  parts.map(({ blocks }) => blocks.map((block) => (block.kind === 'exercise' ? [block.exercise.response, block.exercise.key] : block)));

it('takes answers apart, each with what belongs to it; the first stays with its exercise', () => {
  const mistakes = table(['start', 'start', 'start']);
  const key = [panel('Answer', named('first: 1'), words('how'), named('second: 2'), mistakes), panel('Marking points', words('a (1)'))];
  const line = words('first: 1');
  const stacked = { kind: 'table', table: { ...(mistakes as { table: Table }).table, stackable: true } };
  expect(blocksOf(keyParts([exercise([line], key), panel('Box', words('so'))], ''))).toEqual([
    [[[line], [panel('Answer', named('first: 1'), words('how'))]]],
    [panel('', named('second: 2'))],
    [{ ...panel('', words('')), blocks: [stacked] }],
    [panel('Marking points', words('a (1)'))],
    [panel('Box', words('so'))],
  ]);
});

it('lets a table stand without its key', () => {
  const filled = table(['start', 'end'], [[text('order')], [text('points')]]);
  expect(blocksOf(keyParts([exercise([filled], [panel('Answer', words('on the page'))])], ''))).toEqual([
    [[[filled], []]],
    [panel('Answer', words('on the page'))],
  ]);
});

it('writes the ticked word where four or more can be ticked', () => {
  const heads = ['Claim', 'mine', 'a', 'b', 'c', 'd'].map((one) => [text(one)]);
  const claims = table(
    ['start', 'start', 'center', 'center', 'center', 'center'],
    heads,
    [[text('one')], [text('48')], box(false), box(true), box(false), box(false)],
    [[text('two')], [text('7')], box(true), box(false), box(false), box(false)],
  );
  const [part] = keyParts([exercise([claims], [])], 'Verdict');
  const [block] = part?.blocks ?? [];
  const response = block?.kind === 'exercise' ? block.exercise.response[0] : undefined;
  const written = response?.kind === 'table' ? [response.table.head, ...response.table.rows] : [];
  const plain = written.map((row) => row.map((cell) => cell.map((one) => (one.kind === 'text' ? one.text : one.kind)).join()));
  expect(plain).toEqual([
    ['Claim', 'mine', 'Verdict'],
    ['one', '48', 'b'],
    ['two', '7', 'a'],
  ]);
});

it('sends across the page what half of it cannot hold', () => {
  const sizes = typeSizes('standard', true, 'key');
  const page = pageRoom('standard', sizes, 'key');
  const column = pageRoom('standard', columnSizes(sizes), 'key');
  const rows = (columns: number) =>
    table(Array<'end'>(columns).fill('end'), Array(columns).fill([text('points')]), Array(columns).fill([text('112.00')]));
  expect(fitsColumn([words('a line of words '.repeat(20))], column, page)).toBe(true);
  expect(fitsColumn([rows(4)], column, page)).toBe(true);
  expect(fitsColumn([rows(5)], column, page)).toBe(false);
  const wide = table(['start', 'start', 'start', 'end'], [], Array(4).fill([text('a reading that is explained at length '.repeat(4))]));
  expect(fitsColumn([wide], column, page)).toBe(false);
});
