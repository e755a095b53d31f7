import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSharedWords, parseWorkbook } from '../../src/chapter/index.js';
import { createClassSet, stressChapter } from '../../src/classroom/index.js';
import { readingFaults } from '../../src/document/index.js';
import { type Exercise, makeExercises, numericAnswers } from '../../src/exercises/index.js';
import { contains, roundHalfUp } from '../../src/number/index.js';
import { sampleDocument } from '../support/sample-document.js';
import { paragraph, text as words } from '../support/sample-nodes.js';
import { shippedChapter } from '../support/shipped-chapter.js';

const ROOT = new URL('../../', import.meta.url);
const CHAPTERS = readdirSync(new URL('chapters/', ROOT)).filter((folder) => /^\d/.test(folder));
const read = (name: string) => ({ name, text: readFileSync(new URL(name, ROOT), 'utf8') });
const WORDS = ['en', 'zh'].map((language) => parseSharedWords(read(`templates/words/${language}.yaml`)).value);
const STUDENTS = 100;
const LARGEST_CLASS = 60;

describe.each(CHAPTERS)('a hundred variants of %s', (folder) => {
  const { chapter, audit } = shippedChapter(folder);
  const exercises = makeExercises(chapter, audit).value;
  const content = { evaluated: chapter, audit, exercises };
  const set = createClassSet([content], { seed: 'hundred' });
  const variants = Array.from({ length: STUDENTS }, (_, index) => set.paper({ stem: '', number: index + 1 }));

  it('are drawn for every student, with every exercise and all its answers', () => {
    const shape = (all: readonly Exercise[]) => all.map(({ name, form }) => `${name} ${numericAnswers(form).map(({ id }) => id)}`);
    const expected = shape(exercises.filter(({ name }) => set.plans[0]?.exercises.includes(name)));
    for (const { parts, missing } of variants) {
      expect(missing).toEqual([]);
      expect(parts.flatMap((part) => shape(part.content.exercises))).toEqual(set.plans.length === 0 ? [] : expected);
    }
  });

  it('are enough for the largest class, with one to spare', () => {
    const groups = set.spaces.map(({ group, space }) => [group.name, space.different] as const);
    expect(groups.filter(([, different]) => different <= LARGEST_CLASS)).toEqual([]);
  });

  it('have finite answers that are accepted, and misconceptions that are not', () => {
    for (const { parts } of variants) {
      for (const { form } of parts.flatMap((part) => part.content.exercises)) {
        for (const { id, exact, shown, places, accepted, misconceptions } of numericAnswers(form)) {
          expect([id, exact.amount.isFinite(), contains(accepted, shown)]).toEqual([id, true, true]);
          const wrong = misconceptions.map(({ value }) => roundHalfUp(value, places));
          expect([id, wrong.filter((value) => contains(accepted, value)).length]).toEqual([id, 0]);
          expect([id, new Set(wrong.map((value) => value.toFixed())).size]).toEqual([id, wrong.length]);
        }
      }
    }
  });

  it('read as somebody would have written them, in both languages', () => {
    const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
    if (workbook === undefined) throw new Error('workbook.yaml cannot be read');
    expect(stressChapter(content, { seed: 'hundred', students: 6, workbook, words: WORDS }).faults).toEqual([]);
  });
});

describe('faults of reading', () => {
  const units = new Map([['point', ['point', 'points']]]);
  const faults = (text: string) => {
    const document = sampleDocument('en', 'student');
    const [chapter] = document.chapters;
    if (chapter === undefined) throw new Error('the sample has a chapter');
    return readingFaults(
      { ...document, chapters: [{ ...chapter, title: 'T', blocks: [paragraph(words(text))], plan: [], appendix: [] }] },
      units,
    );
  };

  it.each([
    '1 points',
    'It costs 1\u00a0points.',
    'the the sum',
    'an undefined sum',
    'NaN yuan',
    '{{x.y}}',
    'a sum,, and',
    '单价的的和',
    '如下，。',
    'sum ()',
  ])('are found in “%s”', (text) => {
    expect(faults(text)).toEqual([text]);
  });

  it.each(['1 point', '21 points', '0.1 points', '1.1 points', '−1 points', '1 pointsman', 'that hat', '的确是的。'])(
    'are not found in “%s”',
    (text) => {
      expect(faults(text)).toEqual([]);
    },
  );
});
