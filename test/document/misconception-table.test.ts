import { expect, it } from 'vitest';
import type { Block, Inline } from '../../src/document/index.js';
import { shippedDocument } from '../support/shipped-document.js';

const { document } = shippedDocument('en', 'teacher');

const words = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.kind === 'text'
        ? inline.text.replace(/\s/gu, ' ')
        : inline.kind === 'break'
          ? ' / '
          : 'children' in inline
            ? words(inline.children)
            : '',
    )
    .join('');

/** What the key of an exercise says to wrong figures: figures and the code of the misconception, row by row. */
function wrongFigures(exercise: number, chapter = 1): readonly string[] {
  const owner = document.chapters.find(({ number }) => number === chapter);
  const found = owner?.blocks.find((block) => block.kind === 'exercise' && block.exercise.number === exercise);
  const blocks: readonly Block[] =
    found?.kind === 'exercise' ? found.exercise.key.flatMap((block) => (block.kind === 'panel' ? block.blocks : [])) : [];
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.table.rows.map(([figure = [], name = []]) => `${words(figure)} = ${words(name).slice(0, 3).replace(':', '')}`)
      : [],
  );
}

it('says which answer a wrong figure was to be', () => {
  // Ms Chen's 22.2 points read as 222 are worth 444 yuan, and 2500 − 444 = 2056 are left; 44.4 yuan is the figure beside it.
  expect(wrongFigures(3)).toEqual(['SV that Ms Chen has left: 2056 SV = K10', 'SV that Ms Chen has left: 44.40 SV = K3']);
});

it('names a misconception once, and a figure without the answers where it stands for several', () => {
  // 888 points split evenly: 888 / 3 = 296 for each of the three.
  expect(wrongFigures(6)).toEqual(['296 points = K14']);
});

it('prints a wrong figure that ends soon as the student writes it', () => {
  // A whole number is asked for; 5000 × 0.05 % is 2.5, and 5000 ÷ 0.05 is 100 000.
  expect(wrongFigures(9, 2)).toEqual(['100 000 = K1', '2.5 = K2']);
});
