export {
  assembleDocument,
  assembleEditions,
  type DocumentOptions,
  type EditionsOptions,
  joinDocuments,
  VOLUME,
  withoutWhatIf,
} from './assemble.js';
export { type BackOptions, backMatter } from './back/index.js';
export { assembleHandout, assembleHandoutAndSolutions, type HandoutOptions } from './lesson/handout.js';
export { type LintOptions, lintWords } from './lint/index.js';
export { readingFaults, type UnitForms } from './reading-faults.js';
export type { ChapterWhatIf, DefinitionText, ExampleSums, WhatIfInput, WhatIfPlan, WhatIfWords } from './screen/index.js';
export { PAGE_PHRASES } from './shared/page-phrases.js';
export { parseSharedWords } from './shared/parse-shared-words.js';
export type { Misconception, SharedWords } from './shared/shared-words.js';
export { lineChart, niceRange } from './tree/chart.js';
export { type Cell, panel, paragraph, table } from './tree/inlines.js';
export type * from './tree/nodes.js';
export { checkCode, codeLetters } from './wording/check-code.js';
export { columnPlaces, figureText, shownPlaces, unitAfterNumber, unitInShort } from './wording/figures.js';
export { eachOf, nameWithUnit } from './wording/quantity-name.js';
export type { ChapterContent } from './wording/voice.js';
export { chapterVoice, type Voice } from './wording/voice.js';
export { workingBlock } from './wording/working.js';
