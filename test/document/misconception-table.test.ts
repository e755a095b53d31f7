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

/** What the key of an exercise of chapter 1 says to wrong figures: figures and the code of the misconception, row by row. */
function wrongFigures(exercise: number): readonly string[] {
  const chapter = document.chapters.find(({ number }) => number === 1);
  const found = chapter?.blocks.find((block) => block.kind === 'exercise' && block.exercise.number === exercise);
  const blocks: readonly Block[] =
    found?.kind === 'exercise' ? found.exercise.key.flatMap((block) => (block.kind === 'panel' ? block.blocks : [])) : [];
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.table.rows.map(([figure = [], name = []]) => `${words(figure)} = ${words(name).slice(0, 3).replace(':', '')}`)
      : [],
  );
}

it('says which answer a wrong figure was to be', () => {
  // C's 22.2 points read as 222 are worth 444 yuan, and 2500 − 444 = 2056 are left; 44.4 yuan is the figure beside it.
  expect(wrongFigures(3)).toEqual(['SV that C has left: 2056.00 SV = K1', 'SV that C has left: 44.40 SV = K3']);
});

it('names a misconception once, and a figure without the answers where it stands for several', () => {
  // 888 points split evenly: 888 / 3 = 296 for each of the three.
  expect(wrongFigures(8)).toEqual(['296.0 points = K14']);
});
