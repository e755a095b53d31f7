import { expect, it } from 'vitest';
import { parseSharedWords, parseWorkbook } from '../../src/chapter/index.js';
import { keyDocument } from '../../src/classroom/index.js';
import { sharedWords } from '../support/shared-words-source.js';
import { read } from '../support/shipped-document.js';

const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
if (workbook === undefined) throw new Error('workbook.yaml cannot be read');

it.each([
  // shown, exact, places, accepted
  ['comes out even', '0.06', '0.06', 2, '0.05995', '0.06005', '0.06'],
  ['comes out as a whole number', '4.0', '4', 1, '3.995', '4.005', '4'],
  ['comes out as a large whole number', '40.0', '40', 1, '39.95', '40.05', '40'],
  ['is nothing', '0', '0', 0, '0', '0', '0'],
  ['is rounded', '2.67', '2.6666666', 2, '2.665', '2.675', '2.67'],
  ['is met by a path that is rounded on its way', '2.67', '2.6666666', 2, '2.665', '2.685', '2.67–2.68'],
])('a figure that %s stands in the class key as one asks for it', (_, shown, exact, places, low, high, text) => {
  const columns = [{ label: '1', chapter: 'c', exercise: 'e', answer: 'a', unit: 'yuan' }];
  const rows = [{ id: '01', name: 'Ann', group: '', code: 'A', answers: { '1': { shown, exact, places, low, high, misconceptions: [] } } }];
  const exercises = [{ number: 1, chapter: 'c', exercise: 'e', marks: 1, columns }];
  const shared = parseSharedWords(sharedWords('en')).value;
  const document = keyDocument(workbook, exercises, rows, { shared, recipe: 'r', titles: new Map() });
  const table = document.chapters[0]?.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[0];
  expect(table?.rows[0]?.[1]).toEqual([{ kind: 'text', text }]);
});
