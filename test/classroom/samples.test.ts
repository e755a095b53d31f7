import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../src/chapter/index.js';
import { createClassSet, handoutDocument, type StudentPaper } from '../../src/classroom/index.js';
import type { Block, Document } from '../../src/document/index.js';
import { numericAnswers } from '../../src/exercises/index.js';
import { figuresOf } from '../../src/render/pdf/template/figures.js';
import { read, sharedWords, shippedContents } from '../support/shipped-document.js';

const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
if (workbook === undefined) throw new Error('workbook.yaml cannot be read');
const CONTENTS = shippedContents(['01-one-purchase']);
const SET = createClassSet(CONTENTS, { seed: 'spring' });
const WORDS = new Map(['zh', 'en'].map((language) => [language, sharedWords(language)] as const));

function handout(paper: StudentPaper, language: 'zh' | 'en'): Document {
  const source = {
    chapters: { workbook: workbook as NonNullable<typeof workbook>, contents: CONTENTS, words: WORDS, hashes: [] },
    set: SET,
  };
  const student = { id: '1', name: 'Ann', group: '', language, size: 'standard', number: { stem: '', number: 1 } } as const;
  return handoutDocument(source, student, paper, 'AAAAA', false).value;
}

/** Every variant of every group: the spaces of this chapter are counted, the largest has 139. */
const EVERY = Array.from({ length: 139 }, (_, number) => SET.paper({ stem: '', number }));

/** The text that an answer has on a page, by its id. */
const answersOf = ({ parts }: StudentPaper) =>
  parts.flatMap(({ content }) =>
    content.exercises.flatMap(({ form }) =>
      numericAnswers(form).map(({ id, shown, places, exact }) => ({
        id,
        text: shown.toFixed(places),
        isUneven: !exact.amount.equals(shown),
      })),
    ),
  );

const textsOf = (block: Block) => JSON.stringify(block).match(/"text":"[^"]*"/g) ?? [];

describe('the samples of a class set', () => {
  it('are few, and hold the longest text of each answer that any student has', () => {
    expect(SET.samples().length).toBeLessThan(40);
    const longest = (papers: readonly StudentPaper[]) => {
      const most = new Map<string, number>();
      for (const { id, text } of papers.flatMap(answersOf)) most.set(id, Math.max(text.length, most.get(id) ?? 0));
      return most;
    };
    expect(longest(SET.samples())).toEqual(longest(EVERY));
  });

  it('tell which answers come out even for some only', () => {
    const isUneven = new Map<string, Set<boolean>>();
    for (const answer of EVERY.flatMap(answersOf)) isUneven.set(answer.id, (isUneven.get(answer.id) ?? new Set()).add(answer.isUneven));
    const both = [...isUneven].filter(([, found]) => found.size === 2).map(([id]) => `one-purchase.${id}`);
    expect(both.length).toBeGreaterThan(0);
    expect([...SET.uneven().keys()].sort()).toEqual(both.sort());
  });
});

describe.each(['zh', 'en'] as const)('handouts of a class in %s', (language) => {
  it('differ in figures alone, also where an answer comes out even for some: one page serves them all', () => {
    const shapes = EVERY.map((paper) =>
      handout(paper, language)
        .chapters.flatMap(({ blocks }) => blocks.map((block) => figuresOf(block).shape))
        .join('\n'),
    );
    expect(new Set(shapes).size).toBe(1);
  });

  it('say how to round to all alike, on condition that it is needed', () => {
    const said = (paper: StudentPaper) => handout(paper, language).chapters.flatMap(({ blocks }) => blocks.flatMap(textsOf));
    const notes = EVERY.map((paper) => said(paper).filter((text) => /除不尽|come out even/.test(text)));
    expect(new Set(notes.map((one) => one.join('\n'))).size).toBe(1);
    expect(notes[0]?.length).toBeGreaterThan(0);
  });
});
