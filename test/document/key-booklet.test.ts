import { expect, test } from 'vitest';
import { prepareWorkbook } from '../../src/build.js';
import type { Block, ExerciseBlock } from '../../src/document/index.js';
import { sharedWords } from '../support/shared-words-source.js';
import { shippedDocument } from '../support/shipped-document.js';

const { document } = shippedDocument('en', 'key');

const HEAD = '---\ntitle: T\ngoal: G\nminutes: 1\nnames: { shop.spend: spending }\n---\n\n';
const SUMS = 'examples: { shop: { givens: { spend: 200 yuan } } }\n';

test('recalled questions keep their numbers, as their prompts are left out', () => {
  const chapter = (folder: string, sums: string, words: string) => {
    const source = (file: string, text: string) => ({ name: `${folder}/${file}`, text });
    const files = { folder, sums: source('sums.yaml', SUMS + sums), words: new Map([['en', source('en.md', HEAD + words)]]) };
    return [folder, { value: files, diagnostics: [] }] as const;
  };
  const slips = 'misconceptions: { K1: shop.spend / 10, K2: shop.spend * 10 }';
  const asked = `exercises:\n  one: { choose: shop.spend, ${slips}, marks: 1, level: basic }\n  two: { choose: shop.spend, ${slips}, marks: 1, level: basic }\n`;
  const prompt = (name: string) => `::: exercise ${name}\nChoose.\n:::\n\n`;
  const recalled = 'exercises: { back: { recall: [early.one, early.two], marks: 2, level: basic } }\n';
  const { documents } = prepareWorkbook(
    {
      workbook: { name: 'workbook.yaml', text: 'title: { en: T }\nchapters: [01-early, 02-late]\nlicence: L\npaper: a4\nversion: "1"\n' },
      chapters: new Map([chapter('01-early', asked, prompt('one') + prompt('two')), chapter('02-late', recalled, prompt('back'))]),
      sharedWords: [sharedWords('en')],
    },
    { languages: ['en'], editions: ['key'] },
  );
  const late = documents.find(({ document: made }) => made.name === '02-late')?.document.chapters[0]?.blocks ?? [];
  const [block] = late;
  // Two questions with three options each: six boxes in two groups.
  expect(block?.kind === 'exercise' ? block.exercise.response.map(lineOf) : block).toEqual(['1 box', 'box', 'box', '2 box', 'box', 'box']);
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
