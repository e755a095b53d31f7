import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../src/chapter/index.js';
import { createClassSet, recipe } from '../../src/classroom/index.js';
import { read, shippedContents } from '../support/shipped-document.js';

const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
const contents = shippedContents(['01-one-purchase', '02-reading-a-formula', '03-whose-total', '04-night-after-night']);

describe('the line that says how a handout is made again', () => {
  const line = (count: number, student: string) => {
    if (workbook === undefined) throw new Error('workbook.yaml cannot be read');
    const set = createClassSet(contents.slice(0, count), { seed: 'spring', mostCounted: 24 });
    return recipe({ chapters: { workbook, contents, words: new Map(), hashes: [] }, set }, student);
  };

  it('names chapters, version, seed and student as the command takes them', () => {
    expect(line(2, 'a7')).toBe('one-purchase + reading-a-formula 0.1 · spring · a7');
  });

  it('gives the numbers of chapters that are many, and of a key no student', () => {
    expect(line(4, '')).toBe('1,2,3,4 0.1 · spring');
  });
});
