import { COPY_KEYS, EXAMPLE_KEYS, STATED_KEYS } from './example-keys.js';
import { KIND_KEYS, keysOfKind } from './exercise-keys.js';
import { either, FORMULA, type Keys, listOf, mapOf, TEXT, withKeys } from './shape.js';

export const DOCUMENT_KEYS = {
  letter: { says: 'The letter that pages print beside each line of the document.', takes: TEXT, required: true },
  file: { says: 'The file or paper that the figures come from.', takes: TEXT, required: true },
} satisfies Keys;

export const PLACE_KEYS = {
  ledger: { says: 'The entry of the ledger.', takes: TEXT, required: true },
  line: { ...STATED_KEYS.line, required: true },
  document: STATED_KEYS.document,
} satisfies Keys;

export const CONFLICT_KEYS = {
  between: {
    says: 'The two places of which at most one can be true.',
    takes: { kind: 'list', of: withKeys(PLACE_KEYS), exactly: 2 },
    required: true,
  },
  clash: { says: 'Two figures that would have to be equal.', takes: { kind: 'list', of: FORMULA, exactly: 2 } },
} satisfies Keys;

const exercise = either(...Object.keys(KIND_KEYS).map((kind) => withKeys(keysOfKind(kind as keyof typeof KIND_KEYS))));

/** Keys of sums.yaml. */
export const SUMS_KEYS = {
  document: { says: 'The document that the chapter works out again.', takes: withKeys(DOCUMENT_KEYS) },
  source: { says: 'A note for authors on where the chapter comes from; no page prints it.', takes: TEXT },
  units: { says: 'Units of this chapter, beside the built-in ones.', takes: listOf(TEXT) },
  money: {
    says: 'Currencies of this chapter and the sign that stands before an amount, such as `eur: "€"`; yuan may have one, too.',
    takes: mapOf(TEXT),
  },
  examples: { says: 'The sums, by name.', takes: mapOf(either(withKeys(EXAMPLE_KEYS), withKeys(COPY_KEYS))), required: true },
  exercises: { says: 'What students do, in the order of the pages.', takes: mapOf(exercise) },
  'not-a-sum': { says: 'Entries of the ledger that hold no figure to judge, with the reason.', takes: mapOf(TEXT) },
  conflicts: { says: 'Two places of the documents that exclude each other.', takes: mapOf(withKeys(CONFLICT_KEYS)) },
} satisfies Keys;
