import { expect, test } from 'vitest';
import type { Block, ExerciseBlock } from '../../src/document/index.js';
import { shippedDocument } from '../support/shipped-document.js';

const { document } = shippedDocument('en', 'key');

test('recalled questions keep their numbers, as their prompts are left out', () => {
  // Chapter 6 asks an exercise of chapter 3 and one of chapter 2 again, each with three options: six boxes in two groups.
  const { response } = exercise(6, 16);
  expect(response.map(lineOf)).toEqual(['1 box', 'box', 'box', '2 box', 'box', 'box']);
});

test('the key of options names the right one, and no figures beside it', () => {
  // 500 yuan ÷ 2 yuan a point = 250 points.
  const [key] = exercise(1, 5).key;
  const paragraphs = key?.kind === 'panel' ? key.blocks.filter(({ kind }) => kind === 'paragraph') : [];
  expect(paragraphs.map((block) => /D: 250\s+points/.test(JSON.stringify(block)))).toEqual([true]);
});

function exercise(chapter: number, number: number): ExerciseBlock {
  const blocks = document.chapters.find((one) => one.number === chapter)?.blocks ?? [];
  const found = blocks.find((block) => block.kind === 'exercise' && block.exercise.number === number);
  if (found?.kind !== 'exercise') throw new Error(`chapter ${chapter} has no exercise ${number}`);
  return found.exercise;
}

/** The number in bold and whether there is a box. */
function lineOf(block: Block): string {
  if (block.kind !== 'paragraph') return block.kind;
  const number = block.inlines.flatMap((inline) =>
    inline.kind === 'strong' ? inline.children.flatMap((child) => (child.kind === 'text' ? [child.text.trim()] : [])) : [],
  );
  return [...number, ...block.inlines.flatMap(({ kind }) => (kind === 'box' ? ['box'] : []))].join(' ');
}
