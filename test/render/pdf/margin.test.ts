import { expect, it } from 'vitest';
import type { Block, Table } from '../../../src/document/index.js';
import { keyBesidePage, withoutRoom } from '../../../src/render/pdf/layout/margin.js';

const words = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });
const working: Block = { kind: 'working', steps: [] };
const panel = (style: 'answer' | 'rubric', blocks: readonly Block[]): Block => ({ kind: 'panel', style, title: [], blocks });
const table = (...aligned: readonly Table['columns'][number]['align'][]): Block => ({
  kind: 'table',
  table: { caption: [], columns: aligned.map((align) => ({ align, width: 1 })), head: [], rows: [], rowHeads: true },
});

it('keeps working and tables of figures on the page, and puts words and marking points beside it', () => {
  const mistakes = table('start', 'start', 'start');
  const figures = table('center', 'end');
  const key = [panel('answer', [words('112'), working, mistakes, figures]), panel('rubric', [words('1 mark')])];
  expect(keyBesidePage(key)).toEqual({
    working: [working, figures],
    margin: [panel('answer', [words('112'), mistakes]), panel('rubric', [words('1 mark')])],
  });
});

it('numbers the steps of several answers through', () => {
  const step = (said: string) => ({ math: { kind: 'number' as const, text: said }, alt: said, reason: [] });
  const one: Block = { kind: 'working', steps: [step('1')] };
  const two: Block = { kind: 'working', steps: [step('2'), step('3')] };
  const figures = table('center', 'end');
  const key = [panel('answer', [words('a'), one, words('b'), two, figures, one])];
  expect(keyBesidePage(key).working).toEqual([{ kind: 'working', steps: [step('1'), step('2'), step('3')] }, figures, one]);
});

it('has no empty panel in the margin', () => {
  expect(keyBesidePage([panel('answer', [working])])).toEqual({ working: [working], margin: [] });
});

it('leaves out the room to write where answers stand already', () => {
  expect(withoutRoom([{ kind: 'space', lines: 3, alt: '' }, words('112'), { kind: 'lines', count: 2, alt: '' }])).toEqual([words('112')]);
});
