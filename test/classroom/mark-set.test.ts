import { describe, expect, it, vi } from 'vitest';
import { parseSharedWords, parseWorkbook } from '../../src/chapter/index.js';
import {
  type ClassChapters,
  type KeyRow,
  keyEntries,
  keyExercises,
  type Manifest,
  markSet,
  paperOfFigures,
  planChapters,
} from '../../src/classroom/index.js';
import { sharedWords } from '../support/shared-words-source.js';
import { read, shippedContents } from '../support/shipped-document.js';

vi.mock(import('../../src/exercises/variants/judge.js'), async (original) => ({
  ...(await original()),
  judgeVariants: () => {
    throw new Error('a variant is judged');
  },
}));

const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
if (workbook === undefined) throw new Error('workbook.yaml cannot be read');
const contents = shippedContents(['01-one-purchase']);
const hashes = [{ name: 'one-purchase', sha256: 'as made' }];
const chapters: ClassChapters = { workbook, contents, words: new Map(), hashes };

/** 20,000 of SV in a night of 160,000, with 888 points: 111 points, at 2 yuan 222 yuan, and 20,000 − 222 = 19,778 yuan are gone. */
const figures = [
  { chapter: 'one-purchase', group: 'exit_night', example: 'exit_night', name: 'own_value', value: '20000', unit: 'value' },
  { chapter: 'one-purchase', group: 'exit_night', example: 'exit_night', name: 'price', value: '2', unit: 'yuan/point' },
];
const plans = planChapters(contents, new Set(['exit']));
const paper = paperOfFigures(plans, figures);
const exercises = keyExercises(paper);
const row: KeyRow = { id: '01', name: 'Ann', group: '', code: 'ABCDE', answers: Object.fromEntries(keyEntries(paper)) };
const manifest: Manifest = {
  reckoner: 1,
  generator: '1',
  version: '1',
  seed: 'spring',
  fingerprint: '',
  chapters: hashes,
  exercises,
  students: [{ id: '01', fingerprint: '', code: 'ABCDE', figures, files: [], name: 'Ann', group: '', language: 'en', size: 'standard' }],
  files: [],
};
// 110 points where 111 are right: 110 × 2 = 220 yuan follow from it
const typed = new Map([
  [
    '01',
    new Map([
      ['1.1', '110'],
      ['1.2', '220'],
    ]),
  ],
]);
const shared = parseSharedWords(sharedWords('en')).value;
const marksOf = (found: ReturnType<typeof markSet>) => found.papers[0]?.answers.slice(0, 2).map(({ mark }) => mark);

describe('marking a set', () => {
  it('judges no variant and carries earlier errors forward from the figures that were kept', () => {
    expect(row.answers['1.1']?.shown).toBe('111.00');
    expect(marksOf(markSet({ manifest, rows: [row], remarks: [] }, chapters, typed, shared))).toEqual(['wrong', 'follow-on']);
  });

  it('carries nothing forward where a chapter is no longer the same', () => {
    const changed = { ...chapters, hashes: [{ name: 'one-purchase', sha256: 'changed since' }] };
    expect(marksOf(markSet({ manifest, rows: [row], remarks: [] }, changed, typed, shared))).toEqual(['wrong', 'wrong']);
  });
});
