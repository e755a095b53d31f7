import { choice, type Keys, listOf, mapOf, TEXT, whole } from './shape.js';

const named = (says: string) => ({ says, takes: mapOf(TEXT) });

/** Keys of the head of a words file. */
export const WORDS_KEYS = {
  title: { says: 'The title of the chapter.', takes: TEXT, required: true },
  goal: { says: 'What a student can do afterwards, in one sentence.', takes: TEXT, required: true },
  minutes: { says: 'How many minutes the lesson takes; 45 when left out.', takes: whole(1, 1000) },
  periods: { says: 'How many periods the lesson takes; 1 when left out.', takes: whole(1, 20) },
  layout: {
    says: 'How close the pages of students are set: wide (as when left out), or close or tight where that saves a page.',
    takes: choice('close', 'tight', 'wide'),
  },
  objectives: { says: 'Objectives of the lesson plan.', takes: listOf(TEXT) },
  competences: { says: 'Competences of the lesson plan.', takes: listOf(TEXT) },
  materials: { says: 'What the lesson needs on the desks.', takes: listOf(TEXT) },
  names: named('What each quantity is called: `example.name: text`.'),
  units: { says: 'Forms of each unit: one thing and several, `[cup, cups]`.', takes: mapOf(listOf(TEXT)) },
  claims: named('Each claim in words: `example.claim: text`.'),
  readings: named('Each reading in words: `example.reading: text`.'),
  assumptions: named('Each assumption in words: `example.assumption: text`.'),
  reasons: named("Why a claim has its verdict, in place of the engine's own sentence; on one line in single quotes."),
  parties: named('What each party of `money:` is called.'),
  'not-a-sum': named('Why an entry of the ledger holds no figure to judge.'),
  conflicts: {
    says: 'Three texts for each conflict: what the first place says, what the second says, where they clash.',
    takes: mapOf({ kind: 'list', of: TEXT, exactly: 3 }),
  },
} satisfies Keys;
