import { VERDICTS } from '../model/verdict.js';
import { choice, either, FORMULA, type Keys, listOf, MARK, mapOf, TEXT, whole, withKeys } from './shape.js';

const HIGHEST_LINE = 100_000;
export const HIGHEST_LIMIT = 10_000_000;

const unit = { says: 'The unit of the figure, where the formula does not tell.', takes: FORMULA } as const;

/** A step, when it is more than a formula. */
export const STEP_KEYS = { is: { says: 'The formula.', takes: FORMULA, required: true }, unit } satisfies Keys;
const STEPS = mapOf(either(FORMULA, withKeys(STEP_KEYS)));

/** How something says where a document states it. */
export const STATED_KEYS = {
  line: { says: 'The line of the document that prints it.', takes: whole(1, HIGHEST_LINE) },
  document: { says: "The letter of the document, when it is not the chapter's own.", takes: TEXT },
  searched: {
    says: 'Words that were looked for in the document in vain: a list, or one for each language.',
    takes: either(listOf(TEXT), mapOf(listOf(TEXT))),
  },
} satisfies Keys;

const is = { says: 'The figure with its unit, or a formula.', takes: FORMULA } as const;
const unknown = { says: 'The unit of a figure that nobody knows; what needs it cannot be derived.', takes: FORMULA } as const;

/** Keys of an input, when it is more than a formula, by the part of the example in which it stands. */
export const VALUE_KEYS = {
  givens: {
    is,
    unit,
    unknown,
    tiers: {
      says: 'In place of `is`, a table of rates for `marginal` and `whole`: `[[0 yuan, 0.8%], [500 yuan, 0.5%]]`, from where each holds.',
      takes: listOf({ kind: 'list', of: FORMULA, exactly: 2 }),
    },
    line: STATED_KEYS.line,
    document: STATED_KEYS.document,
    supposed: { says: '`true` where the exercise supposes the figure and no document prints it.', takes: MARK },
  },
  conventions: { is, unit },
  unstated: {
    is,
    unit,
    unknown,
    ...STATED_KEYS,
    newcomers: { says: '`true` where the figure stands for more and more newcomers: that is never a condition.', takes: MARK },
  },
} satisfies Readonly<Record<string, Keys>>;

export const ROUNDS_KEYS = {
  each: { says: 'The unit that a row counts, such as night.', takes: TEXT, required: true },
  start: { says: 'Columns of row 0.', takes: STEPS },
  row: { says: 'Columns of a row from left to right; `before.name` is the row above.', takes: STEPS },
  rows: { says: 'How many rows there are.', takes: whole(1, HIGHEST_LIMIT) },
  until: { says: 'The condition that ends the table, in place of `rows`.', takes: FORMULA },
  limit: { says: 'The highest number of rows that are tried; 100,000 when left out.', takes: whole(1, HIGHEST_LIMIT) },
} satisfies Keys;

/** What a copy may say of its rounds. */
export const COPY_ROUNDS_KEYS = { rows: ROUNDS_KEYS.rows, until: ROUNDS_KEYS.until, limit: ROUNDS_KEYS.limit } satisfies Keys;

const verdict = choice(...VERDICTS);

export const CLAIM_KEYS = {
  printed: { says: 'The figure as the document prints it, with its unit.', takes: FORMULA },
  of: { says: 'The quantity of which it is said.', takes: FORMULA },
  says: { says: 'A condition that the document states, in place of `printed` and `of`.', takes: FORMULA },
  every: { says: 'The condition is said of every row of the rounds.', takes: TEXT },
  about: { says: 'How far the computed figure may lie from the printed one, where the document says “about”.', takes: FORMULA },
  expect: { says: 'The verdict that should come out; `check` reports another.', takes: verdict },
  under: { says: 'Verdicts under other readings, by the name of the reading.', takes: mapOf(verdict) },
  ledger: { says: 'Entries of the ledger that the claim judges.', takes: listOf(TEXT) },
  line: STATED_KEYS.line,
} satisfies Keys;

export const ASSUMPTION_KEYS = {
  'rests-on': { says: 'Unstated inputs that the assumption is about.', takes: listOf(TEXT) },
  converts: { says: 'Two units of which one is counted as the other without a word: `yuan -> point`.', takes: TEXT },
  try: { says: 'Other values of inputs, to see what follows.', takes: STEPS },
  watch: { says: 'Figures that are worked out with those values.', takes: listOf(FORMULA) },
  ...STATED_KEYS,
} satisfies Keys;

export const PROMISE_KEYS = {
  promised: { says: 'What is promised.', takes: FORMULA, required: true },
  funded: { says: 'What is there to pay it from.', takes: FORMULA, required: true },
} satisfies Keys;

const vary = {
  says: 'What changes from student to student: `200 .. 900 step 50 yuan`, or a list of figures.',
  takes: mapOf(listOf(FORMULA)),
} as const;
const suchThat = { says: 'What must hold for figures that are drawn.', takes: listOf(FORMULA) } as const;
const inputs = (part: keyof typeof VALUE_KEYS) => mapOf(either(FORMULA, withKeys(VALUE_KEYS[part])));

export const EXAMPLE_KEYS = {
  givens: { says: 'Figures that the document prints: `name: figure`.', takes: inputs('givens') },
  conventions: { says: 'Figures of everybody, such as days in a year.', takes: inputs('conventions') },
  unstated: { says: 'Figures that the sum needs and no document prints.', takes: inputs('unstated') },
  steps: { says: 'What follows: `name: formula`, in any order.', takes: STEPS },
  rounds: { says: 'A table that goes from row to row.', takes: withKeys(ROUNDS_KEYS) },
  readings: {
    says: 'Other ways to understand the text: definitions that are replaced; `newcomers: true` marks one that adds newcomers.',
    takes: mapOf(mapOf(either(FORMULA, MARK, withKeys(STEP_KEYS)))),
  },
  claims: { says: 'What the document prints or says, to be judged.', takes: mapOf(withKeys(CLAIM_KEYS)) },
  assumptions: { says: 'Silent conversions and quiet conditions.', takes: mapOf(withKeys(ASSUMPTION_KEYS)) },
  money: { says: 'Who pays whom: `- customer -> merchant: spend`.', takes: listOf(mapOf(FORMULA)) },
  promise: { says: 'What is promised, and what is there to pay it.', takes: withKeys(PROMISE_KEYS) },
  scale: { says: 'Quantities for the fifth question: what if everyone does it?', takes: listOf(TEXT) },
  vary,
  'such-that': suchThat,
} satisfies Keys;

export const COPY_KEYS = {
  like: { says: 'The example whose steps, rounds, payments and promise this one copies.', takes: TEXT, required: true },
  givens: { says: 'The givens that differ.', takes: inputs('givens') },
  unstated: { says: 'The unstated inputs that differ.', takes: inputs('unstated') },
  rounds: { says: 'How long the table of the copy is.', takes: withKeys(COPY_ROUNDS_KEYS) },
  vary,
  'such-that': suchThat,
} satisfies Keys;
