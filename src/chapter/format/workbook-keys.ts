import { choice, either, type Keys, listOf, mapOf, TEXT } from './shape.js';

/** Keys of workbook.yaml. */
export const WORKBOOK_KEYS = {
  title: { says: 'The title of the workbook, by language.', takes: mapOf(TEXT), required: true },
  subtitle: { says: 'A second line of the cover, by language.', takes: mapOf(TEXT) },
  chapters: { says: 'Folders of the chapters, in the order of teaching.', takes: listOf(TEXT), required: true },
  licence: { says: 'The licence of the pages, such as CC BY-SA 4.0.', takes: TEXT },
  paper: { says: 'The paper of the pages: a4 (as when left out) or letter.', takes: choice('a4', 'letter') },
  version: { says: 'The version that the pages print.', takes: TEXT },
  ledger: { says: 'The file beside workbook.yaml against which coverage is checked.', takes: TEXT },
  school: { says: 'The name of the school, on each page; one text, or one for each language.', takes: either(TEXT, mapOf(TEXT)) },
  logo: { says: 'A picture beside workbook.yaml, SVG or PNG, for the first page of each chapter, the cover and screens.', takes: TEXT },
  header: { says: 'A short text above each page; one text, or one for each language.', takes: either(TEXT, mapOf(TEXT)) },
  footer: { says: 'A short text below each page; one text, or one for each language.', takes: either(TEXT, mapOf(TEXT)) },
  words: {
    says: 'Phrases in place of those that all chapters share, by language: `en: { goal: Aim }`.',
    takes: mapOf(mapOf(TEXT)),
  },
  misconceptions: { says: 'The file beside workbook.yaml that describes misconceptions of your own.', takes: TEXT },
  banned: { says: 'Names that no page may print.', takes: listOf(TEXT) },
} satisfies Keys;

/** An entry of the ledger; any other key is a language, with a short description. */
export const ENTRY_KEYS = {
  id: { says: 'The name by which claims refer to the entry.', takes: TEXT, required: true },
  document: { says: 'The letter of the document; left out for a question that no document asks.', takes: TEXT },
  lines: { says: 'Lines of the document: "49", "31; 75-79".', takes: TEXT },
  kind: { says: 'What it is, such as figure, rule, formula or question.', takes: TEXT },
} satisfies Keys;

/** Keys of the ledger. */
export const LEDGER_KEYS = {
  documents: { says: 'The documents by letter, with the file of each.', takes: mapOf(TEXT) },
  entries: {
    says: 'What the documents print and say, place by place.',
    takes: listOf({ kind: 'keys', keys: ENTRY_KEYS, others: TEXT }),
    required: true,
  },
} satisfies Keys;
