import { expect, it } from 'vitest';
import type { Block, Inline } from '../../src/document/index.js';
import { joinLines } from '../../src/render/output/joined.js';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const words = (sentence: string): Block => ({ kind: 'paragraph', inlines: [text(sentence)] });
const asked = (question: string): Block => ({
  kind: 'paragraph',
  inlines: [text(question), { kind: 'blank', width: 'medium', alt: 'blank 1' }],
});
const table: Block = { kind: 'table', table: { caption: [], columns: [], head: [], rows: [], rowHeads: false } };
const prompt = (blocks: readonly Block[], response: readonly Block[]) => joinLines({ prompt: blocks, response }, 40, ' ');
const first = (block: Block | undefined) =>
  block?.kind === 'paragraph' ? block.inlines.map((one) => (one.kind === 'text' ? one.text : '_')).join('') : '';

it('runs a note that opens the response on from the prompt', () => {
  const joined = prompt([words('Fill in the table.')], [words('Round at the end.'), table]);
  expect(joined.prompt.map(first)).toEqual(['Fill in the table. Round at the end.']);
  expect(joined.response).toEqual([table]);
});

it('keeps a question that is answered in its own line below the note', () => {
  const joined = prompt([words('Fill in the table.'), asked('Which row falls?')], [words('Round at the end.'), table]);
  expect(joined.prompt.map(first)).toEqual(['Fill in the table. Round at the end.', 'Which row falls?_']);
  expect(joined.response).toEqual([table]);
});

it('leaves a response of words alone where it is', () => {
  const joined = prompt([words('Say why.')], [words('Write two sentences.')]);
  expect(joined.prompt.map(first)).toEqual(['Say why.']);
  expect(joined.response).toEqual([words('Write two sentences.')]);
});
