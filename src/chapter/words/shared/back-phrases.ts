/** Phrases of what follows the last chapter: glossary, index of claims, colophon; with their slots. */
export const BACK_PHRASES = {
  'language-name': [],
  glossary: [],
  'glossary-term': [],
  'glossary-example': [],
  'glossary-chapters': [],
  'claim-index': [],
  'claim-index-said': [],
  'claim-index-questions': [],
  'claim-index-no-sum': [],
  'claim-index-conflict': [],
  'claim-index-open': [],
  'document-letter': ['letter'],
  'document-lines': [],
  colophon: [],
  'colophon-sources': ['letters'],
  'colophon-figures': [],
} as const satisfies Record<string, readonly string[]>;
