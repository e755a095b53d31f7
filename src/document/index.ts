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
export { lineChart, niceRange } from './chart.js';
export { checkCode, codeLetters } from './check-code.js';
export { lineNumberId, slipCodeId } from './exercise/hunt.js';
export { letterOf } from './exercise/letter.js';
export { letterId } from './exercise/match.js';
export { figureText, shownPlaces, unitAfterNumber, unitInShort } from './figures.js';
export { assembleHandout, assembleHandoutAndSolutions, type HandoutOptions } from './handout.js';
export { type Cell, panel, paragraph, table } from './inlines.js';
export { type LintOptions, lintWords } from './lint/index.js';
export { targetKey } from './math.js';
export type * from './nodes.js';
export { PAGE_PHRASES } from './page-phrases.js';
export { parseSharedWords } from './parse-shared-words.js';
export { eachOf, nameWithUnit } from './quantity-name.js';
export { readingFaults, type UnitForms } from './reading-faults.js';
export type { Misconception, SharedWords } from './shared-words.js';
export type { ChapterContent } from './voice.js';
export { chapterVoice, type Voice } from './voice.js';
export type { ChapterWhatIf, DefinitionText, ExampleSums, WhatIfInput, WhatIfPlan, WhatIfWords } from './what-if/index.js';
export { workingBlock } from './working.js';
